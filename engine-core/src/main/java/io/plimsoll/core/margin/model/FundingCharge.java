package io.plimsoll.core.margin.model;

import io.plimsoll.core.fixed.Rate;
import io.plimsoll.core.risk.Accumulator;
import io.plimsoll.core.risk.Column;
import io.plimsoll.core.risk.RiskKind;
import java.util.EnumSet;
import java.util.Set;

/**
 * The funding that perpetuals will pay next: the rate of each underlying on the net notional of its perpetuals, where they pay.
 * Longs pay a positive rate, shorts a negative one; what is received does not count.
 *
 * @param name of the charge.
 * @param periods how many periods of the rate are provided for, by {@link Rate}.
 */
public record FundingCharge(String name, long periods) implements Charge {
    private static final Set<RiskKind> PERPETUALS = EnumSet.of(RiskKind.PERPETUAL);
    private static final String UNDERLYING = "underlying";
    private static final String NOTIONAL = "notional";

    @Override
    public boolean growth(final Growth lot) {
        if (lot.instrument().kind() == RiskKind.PERPETUAL) {
            final long rate = lot.frame().figures(lot.instrument().underlying()).fundingRate();
            lot.size(Column.NOTIONAL, Rate.timesCeil(Math.abs(rate), periods));
        }
        return true;
    }

    @Override
    public int assess(final ChargeRun run) {
        final Accumulator tree = run.tree();
        final Gathered most = run.most(Grouping.UNDERLYING, PERPETUALS, Column.NOTIONAL);
        final Gathered least = run.least(Grouping.UNDERLYING, PERPETUALS, Column.NOTIONAL);
        tree.sum(name, 0);
        for (int i = 0; i < most.count(); i++) {
            final long rate = run.frame().figures(most.place(i)).fundingRate();
            final Gathered net = rate > 0 ? most : least;
            if (Long.signum(rate) * tree.sign(net.vector(i), Column.NOTIONAL) > 0) {
                tree.scale(UNDERLYING, net.place(i), Rate.timesCeil(Math.abs(rate), periods));
                tree.size(NOTIONAL, net.place(i), net.vector(i), Column.NOTIONAL);
                tree.close();
            }
        }
        return tree.close();
    }
}
