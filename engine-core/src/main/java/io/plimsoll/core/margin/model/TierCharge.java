package io.plimsoll.core.margin.model;

import io.plimsoll.core.fixed.Rate;
import io.plimsoll.core.risk.Accumulator;

/**
 * A schedule of rates on the amount of another charge: what of it is inside a tier pays the tier's rate. Since rates do not fall,
 * that is the largest of {@code rate x amount - deduction}, one for each tier.
 */
public final class TierCharge implements Charge {
    private static final String TIER = "tier";
    private static final String RATE = "rate";
    private static final String DEDUCTION = "deduction";

    private final String name;
    private final long[] rates;
    private final long[] deductions;
    private final Charge part;

    /**
     * Makes a schedule.
     *
     * @param name of the charge.
     * @param floors of the tiers in minor units, the first 0, ascending.
     * @param rates of the tiers, as many, not descending.
     * @param part the amount.
     */
    public TierCharge(final String name, final long[] floors, final long[] rates, final Charge part) {
        if (floors.length == 0 || floors[0] != 0 || floors.length != rates.length) {
            throw new IllegalArgumentException(
                    name + " has " + floors.length + " floors and " + rates.length + " rates; the first floor is 0");
        }
        this.name = name;
        this.rates = rates.clone();
        this.part = part;
        deductions = new long[floors.length];
        for (int i = 1; i < floors.length; i++) {
            if (floors[i] <= floors[i - 1] || rates[i] < rates[i - 1]) {
                throw new IllegalArgumentException(name + ": tier " + (i + 1) + " is not above the one before");
            }
            deductions[i] = deductions[i - 1] + Rate.timesFloor(floors[i], rates[i] - rates[i - 1]);
        }
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public boolean isBySide() {
        return part.isBySide();
    }

    @Override
    public int assess(final ChargeRun run) {
        final Accumulator tree = run.tree();
        tree.max(name, 0);
        int amount = Accumulator.NONE;
        for (int i = 0; i < rates.length; i++) {
            tree.sum(TIER, i);
            tree.scale(RATE, i, rates[i]);
            amount = i == 0 ? part.assess(run) : tree.same(part.name(), 0, amount);
            tree.close();
            tree.amount(DEDUCTION, i, -deductions[i], 0);
            tree.close();
        }
        return tree.close();
    }
}
