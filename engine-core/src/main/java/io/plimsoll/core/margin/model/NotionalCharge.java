package io.plimsoll.core.margin.model;

import io.plimsoll.core.risk.Accumulator;
import io.plimsoll.core.risk.Column;
import io.plimsoll.core.risk.RiskKind;
import java.util.Set;

/**
 * A rate of the notional of all positions of some kinds, long and short alike, by class of liquidity.
 *
 * @param name of the charge.
 * @param kinds of which instruments.
 * @param rates by class; the last holds for all classes beyond.
 */
public record NotionalCharge(String name, Set<RiskKind> kinds, ClassRates rates) implements Charge {
    private static final String CLASS = "class";
    private static final String NOTIONAL = "notional";

    @Override
    public boolean growth(final Growth lot) {
        if (kinds.contains(lot.instrument().kind())) {
            lot.size(Column.NOTIONAL, rates.of(lot.instrument().classOf()));
        }
        return true;
    }

    @Override
    public int assess(final ChargeRun run) {
        final Accumulator tree = run.tree();
        final Gathered gross = run.sizes(Grouping.CLASS, kinds);
        tree.sum(name, 0);
        for (int i = 0; i < gross.count(); i++) {
            final int place = gross.place(i);
            tree.scale(CLASS, place, rates.of(place));
            tree.column(NOTIONAL, place, gross.vector(i), Column.NOTIONAL);
            tree.close();
        }
        return tree.close();
    }
}
