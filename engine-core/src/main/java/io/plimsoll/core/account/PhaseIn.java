package io.plimsoll.core.account;

import io.plimsoll.core.fixed.FixedPoint;
import io.plimsoll.core.fixed.HashKind;
import io.plimsoll.core.fixed.Rate;
import io.plimsoll.core.fixed.StateHash;

/**
 * What an account is spared of a raise of its maintenance margin for a while: all of it at first, nothing at the end, and in between
 * what is left of the time. It is a share of the requirement at most, so that it goes with what is closed, and an amount at most, so
 * that it does not grow with what is opened.
 *
 * @param amount by how much the requirement was raised, millionths of the margin currency.
 * @param share the same of the requirement after the raise, by {@link Rate}, rounded up.
 * @param fromNs when it was raised, in the engine's time.
 * @param untilNs when it counts whole.
 */
public record PhaseIn(long amount, long share, long fromNs, long untilNs) {
    /** Nothing is spared. */
    public static final PhaseIn NONE = new PhaseIn(0, 0, 0, 0);

    /**
     * The phase-in of a raise.
     *
     * @param counted maintenance margin that counted before, millionths of the margin currency.
     * @param asked what is asked for now; above that.
     * @param fromNs now.
     * @param untilNs when it counts whole.
     * @return it.
     */
    public static PhaseIn of(final long counted, final long asked, final long fromNs, final long untilNs) {
        final long amount = asked - counted;
        return new PhaseIn(amount, FixedPoint.mulDivCeil(amount, Rate.ONE, asked, Rate.ONE), fromNs, untilNs);
    }

    /**
     * What is spared.
     *
     * @param asked maintenance margin that schedules and margin model ask for, not negative, millionths of the margin currency.
     * @param timeNs the engine's time, not before {@link #fromNs}.
     * @return what of it does not count, rounded down.
     */
    public long spared(final long asked, final long timeNs) {
        if (timeNs >= untilNs) {
            return 0;
        }
        final long most = Math.min(amount, Rate.timesFloor(asked, share));
        return FixedPoint.mulDivFloor(most, untilNs - timeNs, untilNs - fromNs, most);
    }

    /** Its part of the state hash; 0 for {@link #NONE}. */
    long hash(final long account) {
        if (amount == 0) {
            return 0;
        }
        long h = StateHash.mix(StateHash.start(HashKind.PHASE_IN), account);
        h = StateHash.mix(StateHash.mix(h, amount), share);
        return StateHash.finish(StateHash.mix(StateHash.mix(h, fromNs), untilNs));
    }
}
