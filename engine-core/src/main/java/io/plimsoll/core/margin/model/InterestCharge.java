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
        final Gathered rhos = run.gather(Grouping.UNDERLYING, OPTIONS, false);
        tree.scale(name, 0, points);
        tree.sum(RHO, 0);
        for (int i = 0; i < rhos.count(); i++) {
            tree.size(RHO, rhos.place(i), rhos.vector(i), Column.RHO);
        }
        tree.close();
        return tree.close();
    }
}
