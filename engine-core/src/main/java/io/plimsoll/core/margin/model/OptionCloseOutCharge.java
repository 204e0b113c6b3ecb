package io.plimsoll.core.margin.model;

import io.plimsoll.core.fixed.Rate;
import io.plimsoll.core.risk.Accumulator;
import io.plimsoll.core.risk.Column;
import io.plimsoll.core.risk.RiskKind;
import java.util.EnumSet;
import java.util.Set;

/**
 * What it costs to close options, long and short alike: a fee on the notional by class, and the spread, points of volatility
 * times vega.
 *
 * @param name of the charge.
 * @param fees by class.
 * @param vegaPoints points of volatility, {@link Rate#ONE} is one point.
 */
public record OptionCloseOutCharge(String name, ClassRates fees, long vegaPoints) implements Charge {
    private static final Set<RiskKind> OPTIONS = EnumSet.of(RiskKind.CALL, RiskKind.PUT);
    private static final String FEE = "fee";
    private static final String NOTIONAL = "notional";
    private static final String SPREAD = "spread";
    private static final String VEGA = "vega";

    @Override
    public boolean growth(final Growth lot) {
        if (lot.instrument().kind().isOption()) {
            lot.size(Column.NOTIONAL, fees.of(lot.instrument().classOf()));
            lot.size(Column.VEGA, vegaPoints);
        }
        return true;
    }

    @Override
    public int assess(final ChargeRun run) {
        final Accumulator tree = run.tree();
        final Gathered gross = run.sizes(Grouping.UNDERLYING, OPTIONS);
        tree.sum(name, 0);
        for (int i = 0; i < gross.count(); i++) {
            final int place = gross.place(i);
            tree.scale(FEE, place, fees.of(gross.sample(i).classOf()));
            tree.column(NOTIONAL, place, gross.vector(i), Column.NOTIONAL);
            tree.close();
            tree.scale(SPREAD, place, vegaPoints);
            tree.column(VEGA, place, gross.vector(i), Column.VEGA);
            tree.close();
        }
        return tree.close();
    }
}
