package io.plimsoll.core.margin.model;

import io.plimsoll.core.fixed.Rate;
import io.plimsoll.core.risk.Accumulator;
import io.plimsoll.core.risk.PortfolioSums;
import io.plimsoll.core.risk.ScenarioBlock;

/**
 * Basis risk of each expiry alone: its worst loss in a block, times {@code base + perYear x T}, summed. What never expires has
 * none. Needs sums by expiry.
 *
 * @param name of the charge.
 * @param block which scenarios; in none of them the model discounts values.
 * @param base factor at expiry.
 * @param perYear what is added to it for a year.
 */
public record ExpiryCharge(String name, ScenarioBlock block, long base, long perYear) implements Charge {
    private static final String EXPIRY = "expiry";
    private static final String WORST = "worst";
    private static final String NONE = "none";

    @Override
    public boolean growth(final Growth lot) {
        return !lot.frame().expiry(lot.instrument().expiry()).expires() || block.count() == 0;
    }

    @Override
    public int assess(final ChargeRun run) {
        final Accumulator tree = run.tree();
        final PortfolioSums sums = run.sums();
        tree.sum(name, 0);
        for (int i = 0; i < sums.count(); i++) {
            final int place = sums.place(i);
            if (run.frame().expiry(place).expires() && block.count() > 0) {
                final long years = run.frame().expiry(place).years();
                tree.scale(EXPIRY, place, base + Rate.timesCeil(years, perYear));
                tree.max(WORST, place);
                tree.worst(WORST, place, sums.vector(i), block);
                tree.amount(NONE, 0, 0, 0);
                tree.close();
                tree.close();
            }
        }
        return tree.close();
    }
}
