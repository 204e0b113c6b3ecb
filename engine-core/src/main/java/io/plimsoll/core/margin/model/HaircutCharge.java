package io.plimsoll.core.margin.model;

import io.plimsoll.core.risk.Accumulator;
import io.plimsoll.core.risk.Column;
import io.plimsoll.core.risk.RiskKind;
import java.util.EnumSet;
import java.util.Set;

/**
 * Haircuts on coins as a requirement, where a model does not take them off equity.
 *
 * @param name of the charge.
 * @param initial the part that only the initial margin has, otherwise that of both.
 */
public record HaircutCharge(String name, boolean initial) implements Charge {
    private static final Set<RiskKind> COINS = EnumSet.of(RiskKind.COIN);
    private static final String COIN = "coin";

    @Override
    public boolean growth(final Growth lot) {
        // What haircuts take of a coin that an order brings is a part of the order's loss.
        return true;
    }

    @Override
    public int assess(final ChargeRun run) {
        final Accumulator tree = run.tree();
        final Gathered gross = run.sizesHeld(Grouping.UNDERLYING, COINS);
        tree.sum(name, 0);
        for (int i = 0; i < gross.count(); i++) {
            tree.column(COIN, gross.place(i), gross.vector(i), initial ? Column.INITIAL_HAIRCUT : Column.HAIRCUT);
        }
        return tree.close();
    }
}
