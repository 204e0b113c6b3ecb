package io.plimsoll.core.margin.model;

import io.plimsoll.core.fixed.FixedPoint;
import io.plimsoll.core.fixed.Rate;
import io.plimsoll.core.risk.Accumulator;
import io.plimsoll.core.risk.Column;
import io.plimsoll.core.risk.RiskKind;
import java.util.EnumSet;
import java.util.Set;

/**
 * Volatilities of two expiries need not move together: a share of the vega that offsets across an underlying's expiries, times a
 * move in points.
 *
 * @param name of the charge.
 * @param share of the offsetting vega.
 * @param points of volatility, {@link Rate#ONE} is one point.
 */
public record VegaOffsetCharge(String name, long share, long points) implements Charge {
    private static final Set<RiskKind> OPTIONS = EnumSet.of(RiskKind.CALL, RiskKind.PUT);
    private static final String OFFSET = "offsetting vega";

    @Override
    public boolean growth(final Growth lot) {
        if (lot.instrument().kind().isOption()) {
            lot.size(Column.VEGA, FixedPoint.mulDivCeil(share, points, Rate.ONE, Long.MAX_VALUE));
        }
        return true;
    }

    @Override
    public int assess(final ChargeRun run) {
        final Accumulator tree = run.tree();
        final Gathered most = run.most(Grouping.EXPIRY, OPTIONS, Column.VEGA);
        final Gathered least = run.least(Grouping.EXPIRY, OPTIONS, Column.VEGA);
        tree.scale(name, 0, FixedPoint.mulDivCeil(share, points, Rate.ONE, Long.MAX_VALUE));
        tree.sum(OFFSET, 0);
        for (int i = 0; i < run.underlyings(); i++) {
            SmallerSide.of(run, most, least, run.underlying(i), Column.VEGA, OFFSET);
        }
        tree.close();
        return tree.close();
    }
}
