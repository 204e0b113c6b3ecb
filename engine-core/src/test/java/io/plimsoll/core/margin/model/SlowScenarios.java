package io.plimsoll.core.margin.model;

import io.plimsoll.core.fixed.Rate;
import io.plimsoll.core.math.ExpiryDiscount;
import io.plimsoll.core.risk.Column;
import io.plimsoll.core.risk.RiskFrame;
import io.plimsoll.core.risk.RiskInstrument;
import io.plimsoll.core.risk.ScenarioBlock;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The slow twin of {@link ScenarioCharge}: profits of every underlying by scenario as the model counts them, and how underlyings help
 * each other; every open order with what it could lose. What a discount factor is comes from {@link ExpiryDiscount}, as rows come from the pricer: the twin begins behind it.
 */
final class SlowScenarios {
    private final MarginModel model;
    private final RiskFrame frame;
    private final List<SlowOrder> orders;
    private final Map<Integer, List<SlowPosition>> byUnderlying = new TreeMap<>();
    private final Map<Integer, long[]> profits = new TreeMap<>();

    SlowScenarios(
            final MarginModel model,
            final RiskFrame frame,
            final List<SlowPosition> positions,
            final List<SlowOrder> orders) {
        this.model = model;
        this.frame = frame;
        this.orders = orders;
        for (final SlowPosition position : positions) {
            byUnderlying
                    .computeIfAbsent(position.underlying(), none -> new ArrayList<>())
                    .add(position);
        }
        byUnderlying.forEach((underlying, own) -> profits.put(underlying, profit(underlying, own)));
    }

    /** Profit of an underlying by scenario, in its risk units: by expiry, discounted and turned into losses, added, damped. */
    private long[] profit(final int underlying, final List<SlowPosition> own) {
        final Map<Integer, List<SlowPosition>> places = new TreeMap<>();
        for (final SlowPosition position : own) {
            final int place = placeOf(position.instrument());
            places.computeIfAbsent(place, none -> new ArrayList<>()).add(position);
        }
        final long[] sum = new long[own.get(0).instrument().row().scenarios()];
        places.forEach((place, positions) -> add(sum, place, positions));
        for (int s = 0; s < sum.length; s++) {
            if (isIn(model.damped(), s)) {
                sum[s] = timesFloor(sum[s], frame.damping(underlying)[s]);
            }
        }
        return sum;
    }

    private int placeOf(final RiskInstrument instrument) {
        return model.byExpiry() ? instrument.expiry() : instrument.underlying();
    }

    private void add(final long[] sum, final int place, final List<SlowPosition> positions) {
        for (int s = 0; s < sum.length; s++) {
            final boolean isDiscounted =
                    isIn(model.discounted(), s) && frame.expiry(place).expires();
            final long held = held(positions, s);
            final long change = withOrders(place, s, isDiscounted ? discounted(place, positions, held) : held);
            sum[s] = Math.addExact(sum[s], isIn(model.alwaysLoss(), s) ? -Math.abs(change) : change);
        }
    }

    /** Of a place, in a scenario in which nothing is discounted. */
    long change(final int place, final List<SlowPosition> positions, final int scenario) {
        return withOrders(place, scenario, held(positions, scenario));
    }

    private static long held(final List<SlowPosition> positions, final int scenario) {
        long held = 0;
        for (final SlowPosition position : positions) {
            held = Math.addExact(held, position.change(scenario));
        }
        return held;
    }

    /**
     * {@code P(s) + sum min(0, a(o, s))} of a place; where a move is a loss whatever its sign, each order makes it larger by the size of
     * its own. Where values are discounted, P is discounted, and what each order changes is the worse of both factors, rounded for
     * one lot.
     */
    private long withOrders(final int place, final int scenario, final long counted) {
        long losses = 0;
        long sizes = 0;
        for (final SlowOrder order : orders) {
            if (placeOf(order.instrument()) == place) {
                final SlowOrder lot = order.lot();
                final long low = lowest(lot, place, scenario);
                final long high = -lowest(lot.negated(), place, scenario);
                losses = Math.addExact(losses, Math.multiplyExact(Math.abs(order.lots()), Math.min(0, low)));
                sizes = Math.addExact(
                        sizes, Math.multiplyExact(Math.abs(order.lots()), Math.max(Math.abs(low), Math.abs(high))));
            }
        }
        if (isIn(model.alwaysLoss(), scenario)) {
            return Math.addExact(counted, counted > 0 ? sizes : -sizes);
        }
        return Math.addExact(counted, losses);
    }

    /** Of what an order changes by each of the factors that its value could count by. */
    private long lowest(final SlowOrder order, final int place, final int scenario) {
        long lowest = Long.MAX_VALUE;
        for (final long factor : factors(place, scenario)) {
            lowest = Math.min(lowest, order.change(scenario, factor));
        }
        return lowest;
    }

    private long[] factors(final int place, final int scenario) {
        final RiskFrame.Expiry expiry = model.byExpiry() ? frame.expiry(place) : null;
        if (expiry == null || !expiry.expires() || !isIn(model.discounted(), scenario)) {
            return new long[] {Rate.ONE};
        }
        final ExpiryDiscount discount = model.expiryDiscount();
        return new long[] {
            discount.positiveAt(expiry.years(), expiry.rate()), discount.negativeAt(expiry.years(), expiry.rate())
        };
    }

    private static long timesFloor(final long amount, final long rate) {
        return SlowNumbers.timesFloor(BigInteger.valueOf(amount), rate).longValueExact();
    }

    /** Of the value that the expiry would have, less the value that it has. */
    private long discounted(final int place, final List<SlowPosition> positions, final long change) {
        final RiskFrame.Expiry expiry = frame.expiry(place);
        final ExpiryDiscount discount = model.expiryDiscount();
        final long value = positions.stream()
                .map(position -> position.column(Column.VALUE))
                .reduce(BigInteger.ZERO, BigInteger::add)
                .longValueExact();
        final long then = Math.addExact(value, change);
        final long factor = then >= 0
                ? discount.positiveAt(expiry.years(), expiry.rate())
                : discount.negativeAt(expiry.years(), expiry.rate());
        return timesFloor(then, factor) - value;
    }

    private static boolean isIn(final List<ScenarioBlock> blocks, final int scenario) {
        boolean isIn = false;
        for (final ScenarioBlock block : blocks) {
            isIn |= scenario >= block.from() && scenario < block.to();
        }
        return isIn;
    }

    BigInteger charge(final ScenarioCharge charge) {
        if (profits.isEmpty()) {
            return BigInteger.ZERO;
        }
        return switch (charge.across().rule()) {
            case SUM -> eachAlone(charge, profits);
            case TOGETHER -> SlowNumbers.notBelowZero(read(charge, together(profits)));
            case BLEND -> blend(charge, profits);
            case BLEND_IN_GROUPS -> groups(charge);
            case ALIGNED_GAIN -> SlowNumbers.notBelowZero(read(charge, aligned(charge.across())));
        };
    }

    /** The worst loss of one underlying in a block, not below 0. */
    BigInteger worst(final int underlying, final ScenarioBlock block) {
        return profits.containsKey(underlying)
                ? eachAlone(
                        new ScenarioCharge("worst", block, Measure.WORST, Across.SUM),
                        Map.of(underlying, profits.get(underlying)))
                : BigInteger.ZERO;
    }

    private static BigInteger read(final ScenarioCharge charge, final long[] minorUnits) {
        return SlowMeasure.read(charge.measure(), charge.block(), minorUnits, 0);
    }

    private BigInteger groups(final ScenarioCharge charge) {
        final Map<Integer, Map<Integer, long[]>> groups = new TreeMap<>();
        profits.forEach(
                (u, profit) -> groups.computeIfAbsent(frame.underlying(u).group(), none -> new TreeMap<>())
                        .put(u, profit));
        return groups.values().stream().map(group -> blend(charge, group)).reduce(BigInteger.ZERO, BigInteger::add);
    }

    private BigInteger blend(final ScenarioCharge charge, final Map<Integer, long[]> of) {
        final long share = charge.across().share();
        return SlowNumbers.notBelowZero(SlowNumbers.timesCeil(read(charge, together(of)), share)
                .add(SlowNumbers.timesCeil(eachAlone(charge, of), Rate.ONE - share)));
    }

    private BigInteger eachAlone(final ScenarioCharge charge, final Map<Integer, long[]> of) {
        return of.entrySet().stream()
                .map(each -> SlowMeasure.read(
                        charge.measure(),
                        charge.block(),
                        each.getValue(),
                        frame.underlying(each.getKey()).exponent()))
                .map(SlowNumbers::notBelowZero)
                .reduce(BigInteger.ZERO, BigInteger::add);
    }

    /** In minor units, each underlying's profit rounded down. */
    private long[] together(final Map<Integer, long[]> of) {
        final long[] sum = new long[of.values().iterator().next().length];
        of.forEach((underlying, profit) -> {
            final long unit = unit(underlying);
            for (int s = 0; s < sum.length; s++) {
                sum[s] = Math.addExact(sum[s], Math.floorDiv(profit[s], unit));
            }
        });
        return sum;
    }

    /** Risk units of an underlying in a minor unit. */
    private long unit(final int underlying) {
        return BigInteger.TEN.pow(frame.underlying(underlying).exponent()).longValueExact();
    }

    /** Losses whole, of a gain the share, and no more than the most. */
    private long[] aligned(final Across across) {
        final long[] sum = new long[profits.values().iterator().next().length];
        profits.forEach((underlying, profit) -> {
            final long unit = unit(underlying);
            for (int s = 0; s < sum.length; s++) {
                final long amount = Math.floorDiv(profit[s], unit);
                final long gain = Math.min(timesFloor(Math.max(0, amount), across.share()), across.most());
                sum[s] = Math.addExact(sum[s], amount > 0 ? gain : amount);
            }
        });
        return sum;
    }
}
