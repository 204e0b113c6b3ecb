package io.plimsoll.core.margin;

import io.plimsoll.core.account.Account;
import io.plimsoll.core.fixed.FixedPoint;
import io.plimsoll.core.instrument.Instrument;
import io.plimsoll.core.instrument.InstrumentKind;

/**
 * What an account in cross mode needs that no position bears alone, with its open orders: for premium-style options together, and for
 * {@linkplain WrongWay coins} on which it is long in contracts.
 *
 * <p>Filled, an order in an option may move option value to money or back, and their sum by no more than it loses at once; or it may
 * take the whole premium from money while what it buys offsets nothing. Free margin falls by no more than the worse of the two,
 * whichever orders fill, and in whatever part.
 */
final class CrossPool {
    private final OrderLoss losses;
    private final PositionMargin positionMargin;
    private final WrongWay wrongWay;
    private long needed;
    private long paid;
    private long settledNeeded;
    private long settledPaid;

    CrossPool(final OrderLoss losses, final PositionMargin positionMargin, final WrongWay wrongWay) {
        this.losses = losses;
        this.positionMargin = positionMargin;
        this.wrongWay = wrongWay;
    }

    /** Forgets everything. */
    void begin() {
        needed = 0;
        paid = 0;
        wrongWay.begin();
    }

    /** Keeps what was added so far for every {@link #again}. */
    void settle() {
        settledNeeded = needed;
        settledPaid = paid;
        wrongWay.settle();
    }

    /** Goes back to what was kept. */
    void again() {
        needed = settledNeeded;
        paid = settledPaid;
        wrongWay.takeBack();
    }

    /**
     * Takes an instrument in, at its worse side.
     *
     * @param in the instrument.
     * @param allBought signed lots with all buys filled.
     * @param initialMargin that it needs alone.
     * @return what it still needs alone.
     */
    long take(final Instrument in, final long allBought, final long initialMargin) {
        if (in.isPremiumStyle()) {
            needed = plus(needed, initialMargin);
            return 0;
        }
        if (allBought > 0 && in.kind() != InstrumentKind.SPOT && in.kind() != InstrumentKind.OPTION) {
            wrongWay.holds(in, positionMargin.notionalOf(in, allBought));
        }
        return initialMargin;
    }

    /**
     * Takes an order in.
     *
     * @param of whose.
     * @param in which instrument.
     * @param signedLots positive buys.
     * @param limit in ticks.
     * @return what it loses alone.
     */
    long order(final Account of, final Instrument in, final long signedLots, final long limit) {
        wrongWay.order(in, signedLots, limit);
        if (!in.isPremiumStyle()) {
            return losses.of(of, in, signedLots, limit);
        }
        needed = plus(needed, losses.of(of, in, signedLots, limit));
        paid = plus(paid, losses.paidFor(of, in, signedLots, limit));
        return 0;
    }

    /**
     * Initial margin of all that was added, beside margin equity that has option value as far as it is negative.
     *
     * @param of the account assessed last.
     * @param optionValue signed, millionths of the margin currency.
     * @return millionths of the margin currency, not negative.
     */
    long required(final Account of, final long optionValue) {
        final long ofOptions = Math.max(needed - optionValue, paid) + Math.min(0, optionValue);
        return plus(ofOptions, wrongWay.required(of));
    }

    private static long plus(final long a, final long b) {
        return FixedPoint.addSaturated(a, b, OrderMargin.SUM_MAX);
    }
}
