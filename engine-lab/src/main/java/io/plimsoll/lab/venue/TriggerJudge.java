package io.plimsoll.lab.venue;

import io.plimsoll.lab.tape.Tape;
import io.plimsoll.lab.tape.TapeEvent;
import io.plimsoll.lab.tape.TapeEvent.Fill;
import io.plimsoll.lab.tape.VenueLiquidation;
import io.plimsoll.lab.venue.JudgedTrigger.Verdict;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Says of each of our triggers what is known of the venue at that time. */
public final class TriggerJudge {
    private final Tape tape;
    private final Set<Long> depositors = new HashSet<>();
    private final List<Fill> closeOuts;
    private final long listEndNs;

    /**
     * A judge.
     *
     * @param tape that was played; account ids are account indexes + 1.
     */
    public TriggerJudge(final Tape tape) {
        this.tape = tape;
        for (final TapeEvent event : tape.events()) {
            if (event instanceof TapeEvent.Ledger ledger && ledger.amount() > 0) {
                depositors.add(ledger.account() + 1L);
            }
        }
        closeOuts = tape.events().stream()
                .filter(Fill.class::isInstance)
                .map(Fill.class::cast)
                .filter(fill -> fill.closeOut() && !fill.taker())
                .toList();
        final List<VenueLiquidation> listed = tape.liquidations();
        listEndNs = listed.isEmpty()
                ? Long.MIN_VALUE
                : listed.get(listed.size() - 1).timeNs();
    }

    /**
     * Judges one trigger.
     *
     * @param trigger ours.
     * @return with the verdict.
     */
    public JudgedTrigger judge(final Trigger trigger) {
        final VenueLiquidation nearest = nearest(trigger);
        return new JudgedTrigger(trigger, verdict(trigger, nearest), nearest);
    }

    private Verdict verdict(final Trigger trigger, final VenueLiquidation nearest) {
        if (trigger.notional() == 0) {
            return Verdict.FLAT;
        }
        if (nearest != null) {
            return Verdict.LISTED;
        }
        if (trigger.account() == tape.liquidator() + 1L) {
            return Verdict.LIQUIDATOR;
        }
        if (hasCloseOutNear(trigger)) {
            return Verdict.CLOSED_OUT_ON_TAPE;
        }
        if (trigger.timeNs() > listEndNs) {
            return Verdict.AFTER_LIST;
        }
        return depositors.contains(trigger.account()) ? Verdict.VENUE_HAS_NONE : Verdict.NO_DEPOSIT;
    }

    private VenueLiquidation nearest(final Trigger trigger) {
        VenueLiquidation nearest = null;
        for (final VenueLiquidation listed : tape.liquidations()) {
            if (JudgedTrigger.isNear(trigger, listed)
                    && (nearest == null
                            || JudgedTrigger.distanceNs(trigger, listed.timeNs())
                                    < JudgedTrigger.distanceNs(trigger, nearest.timeNs()))) {
                nearest = listed;
            }
        }
        return nearest;
    }

    private boolean hasCloseOutNear(final Trigger trigger) {
        for (final Fill fill : closeOuts) {
            if (fill.account() + 1L == trigger.account() && JudgedTrigger.isNear(trigger, fill.timeNs())) {
                return true;
            }
        }
        return false;
    }
}
