package io.plimsoll.core.margin.model;

import io.plimsoll.core.fixed.Rate;

/**
 * A multiple of the scenario risk for as long as the stable coin in which margin is counted is below a price.
 *
 * @param name of the charge.
 * @param threshold price of the stable coin below which it is charged.
 * @param factor multiple of the risk for each whole unit that the price is lower.
 */
public record PegCharge(String name, long threshold, long factor) implements Charge {
    @Override
    public boolean growth(final Growth lot) {
        return lot.frame().stablePrice() >= threshold;
    }

    @Override
    public int assess(final ChargeRun run) {
        final long below = Math.max(0, threshold - run.frame().stablePrice());
        run.tree().scale(name, 0, Rate.timesCeil(below, factor));
        run.tree().same(MarginTerms.RISK, 0, run.risk());
        return run.tree().close();
    }
}
