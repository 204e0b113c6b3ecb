package io.plimsoll.lab.profit;

import java.util.Map;

/**
 * Why the balance of an asset moved between two moments, in minor units.
 *
 * @param asset symbol.
 * @param scale decimals of the asset.
 * @param before balance at the first moment.
 * @param trading what instruments that settle in it have booked.
 * @param others every other reason with its sum, by name: deposits, withdrawals, transfers, the two sides of spot trades, interest.
 * @param now balance at the second moment.
 */
public record MoneyFlow(String asset, int scale, long before, long trading, Map<String, Long> others, long now) {
    /**
     * Keeps the sums.
     *
     * @throws IllegalStateException when they do not lead from one balance to the other: something was said that did not happen.
     */
    public MoneyFlow {
        others = Map.copyOf(others);
        final long sum = before
                + trading
                + others.values().stream().mapToLong(Long::longValue).sum();
        if (sum != now) {
            throw new IllegalStateException("the balance of " + asset + " was " + before + " and is " + now
                    + ", but what moved it ends at " + sum);
        }
    }
}
