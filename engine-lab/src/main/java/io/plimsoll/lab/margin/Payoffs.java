package io.plimsoll.lab.margin;

import io.plimsoll.core.math.ScenarioPricer;
import io.plimsoll.core.risk.Column;
import io.plimsoll.core.risk.RiskRow;
import io.plimsoll.core.risk.ScenarioBlock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * What options pay at their expiry, as scenarios of their rows: a portfolio of one expiry is a line with bends at its strikes, so
 * its worst payoff is at a price of 0, at a strike, or beyond all of them. Each scenario is the change from the value now.
 */
final class Payoffs {
    private final ScenarioBlock payoff;
    private final ScenarioBlock beyond;
    private final long unit;
    private final Map<Integer, TreeSet<Double>> strikes = new HashMap<>();
    private final List<Paid> options = new ArrayList<>();

    /** An option and what it is worth now, in risk units. */
    private record Paid(int expiry, boolean call, double strike, double forward, long value, RiskRow row) {}

    Payoffs(final ScenarioPlan plan, final long unit) {
        this.payoff = plan.payoff();
        this.beyond = plan.beyond();
        this.unit = unit;
    }

    /** Notes an option; what it pays is written by {@link #write}, when all strikes are known. */
    void option(
            final int expiry,
            final boolean call,
            final double strike,
            final double forward,
            final long value,
            final RiskRow row) {
        if (payoff.count() > 0) {
            strikes.computeIfAbsent(expiry, key -> new TreeSet<>()).add(strike);
            options.add(new Paid(expiry, call, strike, forward, value, row));
        }
    }

    /** Writes what a contract pays that settles at a price from 0 to a largest one. */
    void bounded(final RiskRow row, final double price, final double most) {
        for (int s = payoff.from(); s < payoff.to(); s++) {
            row.values()[Column.COUNT + s] =
                    ScenarioPricer.nearest((s == payoff.from() ? -price : most - price) * unit);
        }
    }

    /** Writes what all options pay. */
    void write() {
        for (final Paid option : options) {
            final List<Double> prices = new ArrayList<>();
            prices.add(0.0);
            prices.addAll(strikes.get(option.expiry()));
            if (prices.size() >= payoff.count()) {
                throw new IllegalArgumentException(
                        "an expiry has " + (prices.size() - 1) + " strikes; there is room for " + (payoff.count() - 2));
            }
            final long[] values = option.row().values();
            for (int i = 0; i < payoff.count(); i++) {
                final double paid = i < prices.size() ? paid(option, prices.get(i)) : 0;
                values[Column.COUNT + payoff.from() + i] = ScenarioPricer.nearest(paid * unit) - option.value();
            }
            values[Column.COUNT + beyond.from()] = option.call() ? ScenarioPricer.nearest(option.forward() * unit) : 0;
        }
        options.clear();
    }

    private static double paid(final Paid option, final double price) {
        return Math.max(0, option.call() ? price - option.strike() : option.strike() - price);
    }
}
