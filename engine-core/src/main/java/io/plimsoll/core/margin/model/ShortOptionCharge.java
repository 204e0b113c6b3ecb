package io.plimsoll.core.margin.model;

import io.plimsoll.core.risk.Accumulator;
import io.plimsoll.core.risk.Column;
import io.plimsoll.core.risk.RiskKind;
import java.util.EnumSet;
import java.util.Set;

/**
 * A minimum for short options: a rate of the underlying's value for each option net short at a strike; calls and puts of a
 * strike are netted.
 *
 * @param name of the charge.
 * @param rate of the notional.
 */
public record ShortOptionCharge(String name, long rate) implements Charge {
    private static final Set<RiskKind> OPTIONS = EnumSet.of(RiskKind.CALL, RiskKind.PUT);
    private static final String NET_SHORT = "net short";
    private static final String STRIKE = "strike";

    @Override
    public boolean growth(final Growth lot) {
        if (lot.instrument().kind().isOption()) {
            lot.sizeSold(Column.NOTIONAL, rate);
        }
        return true;
    }

    @Override
    public int assess(final ChargeRun run) {
        final Accumulator tree = run.tree();
        final Gathered net = run.net(Grouping.STRIKE, OPTIONS, Column.NOTIONAL, -1);
        tree.scale(name, 0, rate);
        tree.sum(NET_SHORT, 0);
        for (int i = 0; i < net.count(); i++) {
            if (tree.sign(net.vector(i), Column.NOTIONAL) < 0) {
                tree.size(STRIKE, net.place(i), net.vector(i), Column.NOTIONAL);
            }
        }
        tree.close();
        return tree.close();
    }
}
