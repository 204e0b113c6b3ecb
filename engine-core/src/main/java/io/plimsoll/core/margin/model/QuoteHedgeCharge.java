package io.plimsoll.core.margin.model;

import io.plimsoll.core.risk.Accumulator;
import io.plimsoll.core.risk.Column;
import io.plimsoll.core.risk.RiskKind;
import java.util.EnumSet;
import java.util.Set;

/**
 * A long in one quote currency hedged by a short in another: a rate of the part of an underlying that offsets across quote
 * currencies, half of (sum |N| - |sum N|) for two of them.
 *
 * @param name of the charge.
 * @param rate of the offsetting part.
 */
public record QuoteHedgeCharge(String name, long rate) implements Charge {
    private static final Set<RiskKind> ALL = EnumSet.allOf(RiskKind.class);
    private static final String OFFSET = "offsetting delta";

    @Override
    public boolean growth(final Growth lot) {
        lot.size(Column.DELTA, rate);
        return true;
    }

    @Override
    public int assess(final ChargeRun run) {
        final Accumulator tree = run.tree();
        final Gathered most = run.most(Grouping.QUOTE, ALL, Column.DELTA);
        final Gathered least = run.least(Grouping.QUOTE, ALL, Column.DELTA);
        tree.scale(name, 0, rate);
        tree.sum(OFFSET, 0);
        for (int i = 0; i < run.underlyings(); i++) {
            SmallerSide.of(run, most, least, run.underlying(i), Column.DELTA, OFFSET);
        }
        tree.close();
        return tree.close();
    }
}
