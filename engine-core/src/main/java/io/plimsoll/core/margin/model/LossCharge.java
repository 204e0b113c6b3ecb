package io.plimsoll.core.margin.model;

import io.plimsoll.core.risk.Accumulator;
import io.plimsoll.core.risk.ScenarioBlock;

/**
 * The worst loss of each underlying under a block; negative where every scenario gains, so that a choice among charges can tell
 * how much.
 *
 * @param name of the charge.
 * @param block which scenarios.
 */
public record LossCharge(String name, ScenarioBlock block) implements Charge {
    private static final String WORST = "worst";

    @Override
    public boolean growth(final Growth lot) {
        lot.worst(block, true);
        return true;
    }

    @Override
    public int assess(final ChargeRun run) {
        final Accumulator tree = run.tree();
        tree.sum(name, 0);
        for (int i = 0; i < run.underlyings() && block.count() > 0; i++) {
            tree.worst(WORST, run.underlying(i), run.vector(i), block);
        }
        return tree.close();
    }
}
