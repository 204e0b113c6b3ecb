package io.plimsoll.lab.whatif;

import io.plimsoll.core.fixed.FixedPoint;
import io.plimsoll.core.risk.ScenarioBlock;
import io.plimsoll.lab.margin.PortfolioBuilder;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * Value at risk, expected shortfall and its Euler shares, over a block of equally likely scenarios and some of the positions:
 * {@code m = n (1 - level)}, {@code ES = (sum of the worst floor(m) + the rest of m of the next) / m} rounded up to a minor
 * unit. A position's share is the same mean of its own losses; shares are rounded by largest remainder, ties by position, so
 * that they sum to the shortfall.
 */
final class TailShares {
    private static final BigInteger PPM = BigInteger.valueOf(FixedPoint.PPM);

    private final RiskBook book;
    private final List<Integer> positions;
    private final BigInteger[] totals;
    private final int from;
    private final List<Integer> ranked = new ArrayList<>();

    TailShares(final RiskBook book, final ScenarioBlock block, final List<Integer> positions) {
        this.book = book;
        this.positions = positions;
        this.from = block.from();
        this.totals = new BigInteger[block.count()];
        for (int s = 0; s < totals.length; s++) {
            totals[s] = BigInteger.ZERO;
            for (final int position : positions) {
                totals[s] = totals[s].add(book.loss(position, from + s));
            }
            ranked.add(s);
        }
        ranked.sort(Comparator.comparing((Integer s) -> totals[s]).reversed().thenComparing(s -> s));
    }

    /** Scenario of the worst loss. */
    int worst() {
        return from + ranked.get(0);
    }

    /** Scenarios and what is lost in them, exact, the worst first. */
    List<Map.Entry<Integer, BigDecimal>> ranked() {
        return ranked.stream()
                .map(s -> Map.entry(from + s, money(totals[s]).movePointLeft(RiskBook.EXPONENT)))
                .toList();
    }

    /** The ceil(m)-th worst loss, rounded up to a minor unit. */
    BigDecimal valueAtRisk(final int levelPpm) {
        final long mass = mass(levelPpm);
        final int rank = Math.toIntExact((mass + FixedPoint.PPM - 1) / FixedPoint.PPM);
        return money(ceilDiv(totals[ranked.get(rank - 1)], BigInteger.TEN.pow(RiskBook.EXPONENT)));
    }

    /** The shortfall, rounded up to a minor unit. */
    BigDecimal shortfall(final int levelPpm) {
        return money(ceilDiv(numerator(totals, levelPpm), divisor(levelPpm)));
    }

    /** The share of each position, in their order. */
    List<BigDecimal> shares(final int levelPpm) {
        final BigInteger divisor = divisor(levelPpm);
        final List<BigInteger> floors = new ArrayList<>();
        final List<BigInteger> remainders = new ArrayList<>();
        BigInteger left = ceilDiv(numerator(totals, levelPpm), divisor);
        for (final int position : positions) {
            final BigInteger numerator = numerator(lossesOf(position), levelPpm);
            final BigInteger floor = floorDiv(numerator, divisor);
            floors.add(floor);
            remainders.add(numerator.subtract(floor.multiply(divisor)));
            left = left.subtract(floor);
        }
        final List<Integer> order = new ArrayList<>();
        for (int i = 0; i < positions.size(); i++) {
            order.add(i);
        }
        order.sort(
                Comparator.comparing(remainders::get, Comparator.reverseOrder()).thenComparing(i -> i));
        for (int i = 0; i < left.intValueExact(); i++) {
            floors.set(order.get(i), floors.get(order.get(i)).add(BigInteger.ONE));
        }
        return floors.stream().map(TailShares::money).toList();
    }

    private BigInteger[] lossesOf(final int position) {
        final BigInteger[] losses = new BigInteger[totals.length];
        for (int s = 0; s < losses.length; s++) {
            losses[s] = book.loss(position, from + s);
        }
        return losses;
    }

    private BigInteger numerator(final BigInteger[] losses, final int levelPpm) {
        final long mass = mass(levelPpm);
        final int whole = Math.toIntExact(mass / FixedPoint.PPM);
        BigInteger sum = BigInteger.ZERO;
        for (int rank = 0; rank < whole; rank++) {
            sum = sum.add(losses[ranked.get(rank)].multiply(PPM));
        }
        final long part = mass % FixedPoint.PPM;
        return part == 0 ? sum : sum.add(losses[ranked.get(whole)].multiply(BigInteger.valueOf(part)));
    }

    private long mass(final int levelPpm) {
        return (long) totals.length * (FixedPoint.PPM - levelPpm);
    }

    private BigInteger divisor(final int levelPpm) {
        return BigInteger.valueOf(mass(levelPpm)).multiply(BigInteger.TEN.pow(RiskBook.EXPONENT));
    }

    private static BigInteger floorDiv(final BigInteger amount, final BigInteger divisor) {
        final BigInteger[] parts = amount.divideAndRemainder(divisor);
        return parts[1].signum() < 0 ? parts[0].subtract(BigInteger.ONE) : parts[0];
    }

    private static BigInteger ceilDiv(final BigInteger amount, final BigInteger divisor) {
        return floorDiv(amount.negate(), divisor).negate();
    }

    private static BigDecimal money(final BigInteger minorUnits) {
        return new BigDecimal(minorUnits, PortfolioBuilder.MINOR_SCALE);
    }
}
