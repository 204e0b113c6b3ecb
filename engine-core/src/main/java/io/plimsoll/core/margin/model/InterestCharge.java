package io.plimsoll.core.margin.model;

import io.plimsoll.core.risk.Accumulator;
import io.plimsoll.core.risk.Column;
import io.plimsoll.core.risk.RiskKind;
import java.util.EnumSet;
import java.util.Set;

/**
 * All interest rates of an underlying's options move together, up or down.
 *
 * @param name of the charge.
 * @param points of interest, {@link io.plimsoll.core.fixed.Rate#ONE} is 0.01.
 */
public record InterestCharge(String name, long points) implements Charge {
    private static final Set<RiskKind> OPTIONS = EnumSet.of(RiskKind.CALL, RiskKind.PUT);
    private static final String RHO = "rho";

    @Override
    public boolean growth(final Growth lot) {
        if (lot.instrument().kind().isOption()) {
            lot.size(Column.RHO, points);
        }
        return true;
    }

    @Override
    public int assess(final ChargeRun run) {
        final Accumulator tree = run.tree();
        final Gathered most = run.most(Grouping.UNDERLYING, OPTIONS, Column.RHO);
        final Gathered least = run.least(Grouping.UNDERLYING, OPTIONS, Column.RHO);
        tree.scale(name, 0, points);
        tree.sum(RHO, 0);
        for (int i = 0; i < most.count(); i++) {
            if (most == least) {
                tree.size(RHO, most.place(i), most.vector(i), Column.RHO);
            } else {
                tree.max(RHO, most.place(i));
                tree.size(RHO, most.place(i), most.vector(i), Column.RHO);
                tree.size(RHO, most.place(i), least.vector(i), Column.RHO);
                tree.close();
            }
        }
        tree.close();
        return tree.close();
    }
}
