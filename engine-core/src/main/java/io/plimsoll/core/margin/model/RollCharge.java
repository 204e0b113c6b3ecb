package io.plimsoll.core.margin.model;

import io.plimsoll.core.fixed.Rate;
import io.plimsoll.core.risk.Accumulator;
import io.plimsoll.core.risk.Column;
import io.plimsoll.core.risk.RiskFrame;
import io.plimsoll.core.risk.RiskInstrument;
import io.plimsoll.core.risk.RiskKind;
import java.util.EnumSet;
import java.util.Set;

/**
 * Prices of expiries move apart: a rate that grows with the time to expiry T, {@code max(least, perYear x T)} by class.
 *
 * <p>{@link Netting#GROSS} takes it of the notional of every future and perpetual, long and short alike. {@link Netting#OFFSET}
 * takes it of the delta of an underlying that offsets across expiries, at the largest rate of the expiries that take part: a
 * perpetual against a future costs what the future does, whichever of them is the smaller.
 *
 * @param name of the charge.
 * @param least rate at T = 0, by class.
 * @param perYear rate for each year, by class.
 * @param netting what the rate is taken of.
 */
public record RollCharge(String name, ClassRates least, ClassRates perYear, Netting netting) implements Charge {
    private static final Set<RiskKind> CONTRACTS = EnumSet.of(RiskKind.PERPETUAL, RiskKind.FUTURE);
    private static final Set<RiskKind> ALL = EnumSet.allOf(RiskKind.class);
    private static final String EXPIRY = "expiry";
    private static final String NOTIONAL = "notional";
    private static final String UNDERLYING = "underlying";
    private static final String OFFSET = "offsetting delta";

    /** What a roll charge is taken of. */
    public enum Netting {
        /** The part of long and short expiries that offset each other. */
        OFFSET,
        /** Every contract, without netting. */
        GROSS
    }

    @Override
    public boolean growth(final Growth lot) {
        final RiskInstrument of = lot.instrument();
        final int classOf = of.classOf();
        if (netting == Netting.GROSS) {
            if (CONTRACTS.contains(of.kind())) {
                lot.size(Column.NOTIONAL, rate(lot.frame(), of.expiry(), classOf));
            }
            return true;
        }
        long largest = 0;
        for (int i = 0; i < lot.frame().expiries(); i++) {
            if (lot.frame().expiry(i).underlying() == of.underlying()) {
                largest = Math.max(largest, rate(lot.frame(), i, classOf));
            }
        }
        lot.size(Column.DELTA, largest);
        lot.ifFresh(rate(lot.frame(), of.expiry(), classOf) - least.of(classOf));
        return true;
    }

    @Override
    public int assess(final ChargeRun run) {
        return netting == Netting.GROSS ? gross(run) : offset(run);
    }

    private int gross(final ChargeRun run) {
        final Accumulator tree = run.tree();
        final Gathered contracts = run.sizes(Grouping.EXPIRY, CONTRACTS);
        tree.sum(name, 0);
        for (int i = 0; i < contracts.count(); i++) {
            final int place = contracts.place(i);
            tree.scale(
                    EXPIRY, place, rate(run.frame(), place, contracts.sample(i).classOf()));
            tree.column(NOTIONAL, place, contracts.vector(i), Column.NOTIONAL);
            tree.close();
        }
        return tree.close();
    }

    private int offset(final ChargeRun run) {
        final Accumulator tree = run.tree();
        final Gathered most = run.most(Grouping.EXPIRY, ALL, Column.DELTA);
        final Gathered least = run.least(Grouping.EXPIRY, ALL, Column.DELTA);
        tree.sum(name, 0);
        for (int i = 0; i < run.underlyings(); i++) {
            final int underlying = run.underlying(i);
            tree.scale(UNDERLYING, underlying, largestRate(run, most, least, underlying));
            SmallerSide.of(run, most, least, underlying, Column.DELTA, OFFSET);
            tree.close();
        }
        return tree.close();
    }

    /** Of the expiries that take part, or could with orders. */
    private long largestRate(final ChargeRun run, final Gathered most, final Gathered least, final int underlying) {
        long largest = 0;
        for (int i = 0; i < most.count(); i++) {
            if (most.sample(i).underlying() == underlying && (isAny(run, most, i) || isAny(run, least, i))) {
                final int classOf = most.sample(i).classOf();
                largest = Math.max(largest, rate(run.frame(), most.place(i), classOf));
            }
        }
        return largest;
    }

    private static boolean isAny(final ChargeRun run, final Gathered deltas, final int index) {
        return run.tree().sign(deltas.vector(index), Column.DELTA) != 0;
    }

    private long rate(final RiskFrame frame, final int expiry, final int classOf) {
        final long years = frame.expiry(expiry).years();
        return Math.max(least.of(classOf), Rate.timesCeil(years, perYear.of(classOf)));
    }
}
