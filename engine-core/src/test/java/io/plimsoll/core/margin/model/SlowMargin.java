package io.plimsoll.core.margin.model;

import io.plimsoll.core.fixed.Rate;
import io.plimsoll.core.math.ExpiryDiscount;
import io.plimsoll.core.risk.Column;
import io.plimsoll.core.risk.Holdings;
import io.plimsoll.core.risk.RiskFrame;
import io.plimsoll.core.risk.RiskInstrument;
import io.plimsoll.core.risk.RiskKind;
import io.plimsoll.core.risk.ScenarioBlock;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * The slow twin of {@link ChargeRun}: every number from the positions, in unbounded integers and plain loops, by the text of
 * docs/MARGIN.md. Rounds where that says so and nowhere else.
 */
final class SlowMargin {
    private static final BigInteger ONE = BigInteger.valueOf(Rate.ONE);
    private static final BigInteger PPM = BigInteger.valueOf(1_000_000);
    private static final int UNITS = 100;

    private final RiskFrame frame;
    private final Holdings holdings;

    SlowMargin(final RiskFrame frame, final Holdings holdings) {
        this.frame = frame;
        this.holdings = holdings;
    }

    /** Risk, maintenance margin, initial margin. */
    List<BigInteger> margins(final MarginModel model) {
        final BigInteger risk = charge(model, model.risk(), BigInteger.ZERO);
        final BigInteger addOns = sum(model, model.addOns(), risk);
        final BigInteger initialAddOns = sum(model, model.initialAddOns(), risk);
        final BigInteger maintenance = timesCeil(risk, model.maintenance()).add(addOns);
        final BigInteger initial = timesCeil(risk, model.initial()).add(addOns).add(initialAddOns);
        return List.of(risk, maintenance, maintenance.max(initial));
    }

    private BigInteger sum(final MarginModel model, final List<Charge> charges, final BigInteger risk) {
        BigInteger sum = BigInteger.ZERO;
        for (final Charge charge : charges) {
            sum = sum.add(charge(model, charge, risk));
        }
        return sum;
    }

    private BigInteger charge(final MarginModel model, final Charge charge, final BigInteger risk) {
        if (charge instanceof SumOf sum) {
            return sum(model, sum.parts(), risk);
        }
        if (charge instanceof LargestOf largest) {
            return largest.parts().stream()
                    .map(part -> charge(model, part, risk))
                    .reduce(BigInteger::max)
                    .orElse(BigInteger.ZERO);
        }
        if (charge instanceof MultipleOf multiple) {
            return timesCeil(charge(model, multiple.part(), risk), multiple.rate());
        }
        if (charge instanceof ScenarioCharge scenarios) {
            return scenarios(model, scenarios);
        }
        if (charge instanceof ConcentrationCharge concentration) {
            return new SlowConcentration(frame, holdings, this).charge(model, concentration);
        }
        if (charge instanceof PegCharge peg) {
            final long below = Math.max(0, peg.threshold() - frame.stablePrice());
            return timesCeil(
                    risk, timesCeil(BigInteger.valueOf(below), peg.factor()).longValueExact());
        }
        return addOn(charge);
    }

    private BigInteger addOn(final Charge charge) {
        if (charge instanceof NotionalCharge notional) {
            BigInteger sum = BigInteger.ZERO;
            for (final Map.Entry<Integer, BigInteger> each : columns(
                            RiskInstrument::classOf, notional.kinds()::contains, Column.NOTIONAL, true)
                    .entrySet()) {
                final BigInteger amount = toMinorCeil(each.getValue(), each.getKey() % UNITS);
                sum = sum.add(timesCeil(amount, notional.rates().of(each.getKey() / UNITS)));
            }
            return sum;
        }
        if (charge instanceof ShortOptionCharge shorts) {
            BigInteger sum = BigInteger.ZERO;
            for (final Map.Entry<Integer, BigInteger> each : columns(
                            RiskInstrument::strike, RiskKind::isOption, Column.NOTIONAL, false)
                    .entrySet()) {
                sum = sum.add(toMinorCeil(each.getValue().negate().max(BigInteger.ZERO), each.getKey() % UNITS));
            }
            return timesCeil(sum, shorts.rate());
        }
        if (charge instanceof VegaOffsetCharge vega) {
            final long rate =
                    timesCeil(BigInteger.valueOf(vega.share()), vega.points()).longValueExact();
            return timesCeil(offsets(RiskInstrument::expiry, RiskKind::isOption, Column.VEGA), rate);
        }
        return ofUnderlyings(charge);
    }

    private BigInteger ofUnderlyings(final Charge charge) {
        BigInteger sum = BigInteger.ZERO;
        if (charge instanceof FundingCharge funding) {
            for (final Map.Entry<Integer, BigInteger> each : columns(
                            RiskInstrument::underlying, RiskKind.PERPETUAL::equals, Column.NOTIONAL, false)
                    .entrySet()) {
                final long rate = frame.figures(each.getKey() / UNITS).fundingRate();
                final BigInteger paid = each.getValue().multiply(BigInteger.valueOf(Long.signum(rate)));
                final long periods = timesCeil(BigInteger.valueOf(Math.abs(rate)), funding.periods())
                        .longValueExact();
                sum = sum.add(timesCeil(toMinorCeil(paid.max(BigInteger.ZERO), each.getKey() % UNITS), periods));
            }
            return sum;
        }
        if (charge instanceof OpenInterestCharge interest) {
            for (final Map.Entry<Integer, BigInteger> each : columns(
                            RiskInstrument::underlying, kind -> true, Column.DELTA, false)
                    .entrySet()) {
                final RiskFrame.Underlying underlying = frame.underlying(each.getKey() / UNITS);
                sum = sum.add(timesCeil(
                        toMinorCeil(each.getValue().abs(), each.getKey() % UNITS),
                        openInterestRate(
                                interest.caps().get(underlying.classOf()),
                                frame.figures(each.getKey() / UNITS).openInterest())));
            }
            return sum;
        }
        throw new IllegalArgumentException("no twin of " + charge);
    }

    private static long openInterestRate(final OpenInterestCharge.Caps caps, final long openInterest) {
        if (caps.upper() == 0) {
            return 0;
        }
        final BigInteger above = BigInteger.valueOf(openInterest - caps.lower());
        final BigInteger share = ceilDiv(above.multiply(ONE), BigInteger.valueOf(caps.upper() - caps.lower()))
                .max(BigInteger.ZERO)
                .min(ONE);
        return timesCeil(share, caps.most()).longValueExact();
    }

    /** What stands on the smaller side, by underlying, summed. */
    private BigInteger offsets(
            final Function<RiskInstrument, Integer> place, final Predicate<RiskKind> kinds, final int column) {
        BigInteger total = BigInteger.ZERO;
        for (int u = 0; u < frame.underlyings(); u++) {
            final int underlying = u;
            final Map<Integer, BigInteger> sums = new TreeMap<>();
            for (int i = 0; i < holdings.count(); i++) {
                final RiskInstrument instrument = holdings.instrument(i);
                if (instrument.underlying() == underlying && kinds.test(instrument.kind())) {
                    sums.merge(place.apply(instrument), times(i, column), BigInteger::add);
                }
            }
            final BigInteger net = sums.values().stream().reduce(BigInteger.ZERO, BigInteger::add);
            for (final BigInteger each : sums.values()) {
                final boolean isSmaller = each.signum() == (net.signum() > 0 ? -1 : 1);
                final int exponent = frame.underlying(u).exponent();
                total = total.add(isSmaller ? toMinorCeil(each.abs(), exponent) : BigInteger.ZERO);
            }
        }
        return total;
    }

    private Map<Integer, BigInteger> columns(
            final Function<RiskInstrument, Integer> place,
            final Predicate<RiskKind> kinds,
            final int column,
            final boolean gross) {
        final Map<Integer, BigInteger> sums = new TreeMap<>();
        for (int i = 0; i < holdings.count(); i++) {
            final RiskInstrument instrument = holdings.instrument(i);
            if (kinds.test(instrument.kind())) {
                final BigInteger lots = BigInteger.valueOf(holdings.lots(i));
                final BigInteger amount = (gross ? lots.abs() : lots)
                        .multiply(BigInteger.valueOf(instrument.row().column(column)));
                final int unit = instrument.row().exponent();
                sums.merge(place.apply(instrument) * UNITS + unit, amount, BigInteger::add);
            }
        }
        return sums;
    }

    /** Of risk units of which one minor unit is 10^exponent. */
    private static BigInteger toMinorCeil(final BigInteger units, final int exponent) {
        return ceilDiv(units, BigInteger.TEN.pow(exponent));
    }

    private static BigInteger toMinorFloor(final BigInteger units, final int exponent) {
        return ceilDiv(units.negate(), BigInteger.TEN.pow(exponent)).negate();
    }

    BigInteger times(final int index, final int column) {
        return BigInteger.valueOf(holdings.lots(index))
                .multiply(BigInteger.valueOf(holdings.instrument(index).row().column(column)));
    }

    private BigInteger scenarios(final MarginModel model, final ScenarioCharge charge) {
        final Map<Integer, BigInteger[]> profits = new TreeMap<>();
        for (int i = 0; i < holdings.count(); i++) {
            profits.computeIfAbsent(holdings.instrument(i).underlying(), u -> profit(model, u));
        }
        if (profits.isEmpty()) {
            return BigInteger.ZERO;
        }
        return switch (charge.across().rule()) {
            case SUM -> eachAlone(charge, profits);
            case TOGETHER -> measure(charge, together(profits), 0).max(BigInteger.ZERO);
            case BLEND -> blend(charge, profits);
            case BLEND_IN_GROUPS -> groups(charge, profits);
            case ALIGNED_GAIN -> measure(charge, aligned(charge, profits), 0).max(BigInteger.ZERO);
        };
    }

    private BigInteger groups(final ScenarioCharge charge, final Map<Integer, BigInteger[]> profits) {
        final Map<Integer, Map<Integer, BigInteger[]>> groups = new TreeMap<>();
        profits.forEach(
                (u, profit) -> groups.computeIfAbsent(frame.underlying(u).group(), group -> new TreeMap<>())
                        .put(u, profit));
        return groups.values().stream().map(group -> blend(charge, group)).reduce(BigInteger.ZERO, BigInteger::add);
    }

    private BigInteger blend(final ScenarioCharge charge, final Map<Integer, BigInteger[]> profits) {
        final long share = charge.across().share();
        return timesCeil(measure(charge, together(profits), 0), share)
                .add(timesCeil(eachAlone(charge, profits), Rate.ONE - share))
                .max(BigInteger.ZERO);
    }

    private BigInteger eachAlone(final ScenarioCharge charge, final Map<Integer, BigInteger[]> profits) {
        BigInteger sum = BigInteger.ZERO;
        for (final Map.Entry<Integer, BigInteger[]> each : profits.entrySet()) {
            final int exponent = frame.underlying(each.getKey()).exponent();
            sum = sum.add(measure(charge, each.getValue(), exponent).max(BigInteger.ZERO));
        }
        return sum;
    }

    /** Added up in minor units, each underlying's profit rounded down. */
    private BigInteger[] together(final Map<Integer, BigInteger[]> profits) {
        BigInteger[] sum = null;
        for (final Map.Entry<Integer, BigInteger[]> each : profits.entrySet()) {
            final BigInteger[] profit = inMinorUnits(each.getKey(), each.getValue());
            sum = sum == null ? profit : plus(sum, profit);
        }
        return sum;
    }

    private BigInteger[] inMinorUnits(final int underlying, final BigInteger[] profit) {
        final BigInteger[] floors = new BigInteger[profit.length];
        for (int s = 0; s < profit.length; s++) {
            floors[s] = toMinorFloor(profit[s], frame.underlying(underlying).exponent());
        }
        return floors;
    }

    private BigInteger[] aligned(final ScenarioCharge charge, final Map<Integer, BigInteger[]> profits) {
        BigInteger[] sum = null;
        for (final Map.Entry<Integer, BigInteger[]> each : profits.entrySet()) {
            final BigInteger[] profit = inMinorUnits(each.getKey(), each.getValue());
            final BigInteger[] counted = new BigInteger[profit.length];
            for (int s = 0; s < profit.length; s++) {
                counted[s] = profit[s].signum() <= 0
                        ? profit[s]
                        : timesFloor(profit[s], charge.across().share())
                                .min(BigInteger.valueOf(charge.across().most()));
            }
            sum = sum == null ? counted : plus(sum, counted);
        }
        return sum;
    }

    private static BigInteger[] plus(final BigInteger[] a, final BigInteger[] b) {
        final BigInteger[] sum = new BigInteger[a.length];
        for (int s = 0; s < a.length; s++) {
            sum[s] = a[s].add(b[s]);
        }
        return sum;
    }

    /** Profit of an underlying by scenario: by expiry, discounted and turned into losses, added, dampened. */
    BigInteger[] profit(final MarginModel model, final int underlying) {
        final Map<Integer, List<Integer>> byExpiry = new TreeMap<>();
        int scenarios = 0;
        for (int i = 0; i < holdings.count(); i++) {
            scenarios = holdings.instrument(i).row().scenarios();
            if (holdings.instrument(i).underlying() == underlying) {
                final int key = model.byExpiry() ? holdings.instrument(i).expiry() : 0;
                byExpiry.computeIfAbsent(key, place -> new ArrayList<>()).add(i);
            }
        }
        final BigInteger[] sum = new BigInteger[scenarios];
        for (int s = 0; s < scenarios; s++) {
            sum[s] = BigInteger.ZERO;
            for (final Map.Entry<Integer, List<Integer>> expiry : byExpiry.entrySet()) {
                sum[s] = sum[s].add(counted(model, expiry.getKey(), expiry.getValue(), s));
            }
            if (isIn(model.damped(), s)) {
                sum[s] = timesFloor(sum[s], frame.damping(underlying)[s]);
            }
        }
        return sum;
    }

    private BigInteger counted(
            final MarginModel model, final int place, final List<Integer> positions, final int scenario) {
        BigInteger value = BigInteger.ZERO;
        BigInteger change = BigInteger.ZERO;
        for (final int i : positions) {
            value = value.add(times(i, Column.VALUE));
            change = change.add(change(i, scenario));
        }
        if (model.byExpiry()
                && isIn(model.discounted(), scenario)
                && frame.expiry(place).expires()) {
            final BigInteger then = value.add(change);
            final RiskFrame.Expiry expiry = frame.expiry(place);
            final ExpiryDiscount discount = model.expiryDiscount();
            change = timesFloor(
                            then,
                            then.signum() >= 0
                                    ? discount.positiveAt(expiry.years(), expiry.rate())
                                    : discount.negativeAt(expiry.years(), expiry.rate()))
                    .subtract(value);
        }
        return isIn(model.alwaysLoss(), scenario) ? change.abs().negate() : change;
    }

    /** Slice by slice: each has the change of a lot with the haircut of its tier; of all that is owned, its share. */
    private BigInteger change(final int position, final int scenario) {
        final RiskInstrument coin = holdings.instrument(position);
        final BigInteger lots = BigInteger.valueOf(holdings.lots(position));
        final BigInteger all = lots.add(BigInteger.valueOf(holdings.coinsOfOthers(position)));
        BigInteger ofLot = BigInteger.valueOf(coin.row().scenario(scenario));
        BigInteger below = BigInteger.ZERO;
        BigInteger sum = BigInteger.ZERO;
        for (int tier = 0; tier < coin.tiers().count(); tier++) {
            final BigInteger from = BigInteger.valueOf(coin.tiers().fromLots(tier));
            final BigInteger to =
                    lots.subtract(all.subtract(from.min(all)).multiply(lots).divide(all));
            sum = sum.add(to.subtract(below).multiply(ofLot));
            below = to;
            ofLot = ofLot.add(BigInteger.valueOf(coin.tiers().row(tier).scenario(scenario)));
        }
        return sum.add(lots.subtract(below).multiply(ofLot));
    }

    private static boolean isIn(final List<ScenarioBlock> blocks, final int scenario) {
        return blocks.stream().anyMatch(block -> scenario >= block.from() && scenario < block.to());
    }

    static BigInteger measure(final ScenarioCharge charge, final BigInteger[] profit, final int exponent) {
        final List<BigInteger> losses = new ArrayList<>();
        for (int s = charge.block().from(); s < charge.block().to(); s++) {
            losses.add(profit[s].negate());
        }
        losses.sort((a, b) -> b.compareTo(a));
        final BigInteger mass = BigInteger.valueOf(losses.size())
                .multiply(PPM.subtract(BigInteger.valueOf(charge.measure().levelPpm())));
        final BigInteger units =
                switch (charge.measure().kind()) {
                    case WORST -> losses.get(0);
                    case VALUE_AT_RISK -> losses.get(ceilDiv(mass, PPM).intValueExact() - 1);
                    case SHORTFALL -> shortfall(losses, mass);
                };
        return toMinorCeil(units, exponent);
    }

    private static BigInteger shortfall(final List<BigInteger> losses, final BigInteger mass) {
        BigInteger left = mass;
        BigInteger sum = BigInteger.ZERO;
        for (final BigInteger loss : losses) {
            final BigInteger weight = left.min(PPM);
            sum = sum.add(weight.multiply(loss));
            left = left.subtract(weight);
        }
        return ceilDiv(sum, mass);
    }

    static BigInteger timesCeil(final BigInteger amount, final long rate) {
        return ceilDiv(amount.multiply(BigInteger.valueOf(rate)), ONE);
    }

    static BigInteger timesFloor(final BigInteger amount, final long rate) {
        return ceilDiv(amount.negate().multiply(BigInteger.valueOf(rate)), ONE).negate();
    }

    static BigInteger ceilDiv(final BigInteger a, final BigInteger b) {
        final BigInteger[] parts = a.divideAndRemainder(b);
        return parts[1].signum() > 0 ? parts[0].add(BigInteger.ONE) : parts[0];
    }
}
