package io.plimsoll.core.risk;

import io.plimsoll.core.fixed.FixedPoint;
import io.plimsoll.core.fixed.Rate;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Sums of any size, in 10^-{@value #EXPONENT} of a minor unit: for what-if, explanation and conformance. Rows may come in any
 * risk unit that is not finer. Only multiples round, there.
 */
public final class WideAccumulator extends Accumulator {
    /** The unit of all sums is 10^-40 minor units: a row in 10^-18 times lots in 10^-18, and some to spare. */
    public static final int EXPONENT = 40;

    private static final BigInteger ONE_RATE = BigInteger.valueOf(Rate.ONE);
    private static final BigInteger PPM = BigInteger.valueOf(FixedPoint.PPM);

    private final int length;
    private final List<BigInteger[]> vectors = new ArrayList<>();
    private final IntStack free = new IntStack();
    private BigInteger[] amounts = new BigInteger[256];

    /**
     * Has no vectors yet.
     *
     * @param scenarios number of scenarios of the set.
     */
    public WideAccumulator(final int scenarios) {
        this.length = Column.COUNT + scenarios;
    }

    @Override
    public int take(final int exponent) {
        if (free.isEmpty()) {
            vectors.add(new BigInteger[length]);
            free.push(vectors.size() - 1);
        }
        final int vector = free.pop();
        clear(vector);
        return vector;
    }

    @Override
    public int takeCopy(final int from) {
        final int vector = take(0);
        System.arraycopy(vectors.get(from), 0, vectors.get(vector), 0, length);
        return vector;
    }

    @Override
    public int takeLike(final int other) {
        return take(0);
    }

    @Override
    public int unitOf(final RiskRow row) {
        return 0;
    }

    @Override
    public int takeColumns(final int exponent) {
        return take(exponent);
    }

    @Override
    public void giveBack(final int vector) {
        free.push(vector);
    }

    @Override
    public void clear(final int vector) {
        Arrays.fill(vectors.get(vector), BigInteger.ZERO);
    }

    @Override
    public void addTimes(final int vector, final long lots, final RiskRow row) {
        add(vector, lots, row, length);
    }

    @Override
    public void addColumns(final int vector, final long lots, final RiskRow row) {
        add(vector, lots, row, Column.COUNT);
    }

    private void add(final int vector, final long lots, final RiskRow row, final int count) {
        final BigInteger[] sums = vectors.get(vector);
        final BigInteger factor = inUnits(lots, row.exponent());
        for (int i = 0; i < count; i++) {
            final long value = row.column(i);
            if (value != 0) {
                sums[i] = sums[i].add(factor.multiply(BigInteger.valueOf(value)));
            }
        }
    }

    @Override
    public void merge(final int into, final int from) {
        final BigInteger[] sums = vectors.get(into);
        final BigInteger[] others = vectors.get(from);
        for (int i = 0; i < length; i++) {
            sums[i] = sums[i].add(others[i]);
        }
    }

    @Override
    public void mergeGains(
            final int into, final int from, final ScenarioBlock block, final long share, final long most) {
        final BigInteger[] sums = vectors.get(into);
        final BigInteger[] others = vectors.get(from);
        final BigInteger mostUnits = inUnits(most, 0);
        for (int i = first(block); i < end(block); i++) {
            sums[i] = sums[i].add(
                    others[i].signum() <= 0
                            ? others[i]
                            : timesFloor(others[i], share).min(mostUnits));
        }
    }

    @Override
    public void discount(final int vector, final ScenarioBlock block, final long positive, final long negative) {
        final BigInteger[] numbers = vectors.get(vector);
        final BigInteger now = numbers[Column.VALUE];
        for (int i = first(block); i < end(block); i++) {
            final BigInteger then = now.add(numbers[i]);
            numbers[i] =
                    timesFloor(then, then.signum() >= 0 ? positive : negative).subtract(now);
        }
    }

    @Override
    public void alwaysLoss(final int vector, final ScenarioBlock block) {
        final BigInteger[] numbers = vectors.get(vector);
        for (int i = first(block); i < end(block); i++) {
            numbers[i] = numbers[i].abs().negate();
        }
    }

    @Override
    public void dampen(final int vector, final ScenarioBlock block, final long[] shares) {
        final BigInteger[] numbers = vectors.get(vector);
        for (int s = block.from(); s < block.to(); s++) {
            numbers[Column.COUNT + s] = timesFloor(numbers[Column.COUNT + s], shares[s]);
        }
    }

    @Override
    public int worst(final String name, final long key, final int vector, final ScenarioBlock block) {
        final int[] ranked = ranked(vector, block);
        return leaf(name, key, vectors.get(vector)[ranked[0]].negate(), ranked[0] - Column.COUNT);
    }

    @Override
    public int shortfall(
            final String name, final long key, final int vector, final ScenarioBlock block, final int levelPpm) {
        final BigInteger[] numbers = vectors.get(vector);
        final int[] ranked = ranked(vector, block);
        final long mass = (long) block.count() * (FixedPoint.PPM - levelPpm);
        final int whole = Math.toIntExact(mass / FixedPoint.PPM);
        BigInteger sum = BigInteger.ZERO;
        for (int rank = 0; rank < whole; rank++) {
            sum = sum.subtract(numbers[ranked[rank]].multiply(PPM));
        }
        final long part = mass % FixedPoint.PPM;
        if (part > 0) {
            sum = sum.subtract(numbers[ranked[whole]].multiply(BigInteger.valueOf(part)));
        }
        return leaf(name, key, ceilDiv(sum, BigInteger.valueOf(mass)), ranked[0] - Column.COUNT);
    }

    @Override
    public int valueAtRisk(
            final String name, final long key, final int vector, final ScenarioBlock block, final int levelPpm) {
        final long mass = (long) block.count() * (FixedPoint.PPM - levelPpm);
        final int rank = Math.toIntExact((mass + FixedPoint.PPM - 1) / FixedPoint.PPM);
        final int at = ranked(vector, block)[rank - 1];
        return leaf(name, key, vectors.get(vector)[at].negate(), at - Column.COUNT);
    }

    /**
     * Adds a leaf: the value at risk of scenarios that are not equally likely, the loss at which the weights of the worst reach
     * {@code 1 - level}. Where all weights together do not reach it, the least loss.
     *
     * @param name of the leaf.
     * @param key of the leaf.
     * @param vector to measure.
     * @param block which scenarios.
     * @param weights one for each scenario of the block, by {@link Rate}.
     * @param levelPpm level, below one million.
     * @return the node; {@link #scenario} is that of the loss.
     */
    public int weightedValueAtRisk(
            final String name,
            final long key,
            final int vector,
            final ScenarioBlock block,
            final long[] weights,
            final int levelPpm) {
        final int[] ranked = ranked(vector, block);
        final long mass = Rate.ofPpm(FixedPoint.PPM - levelPpm);
        int rank = 0;
        long reached = weights[ranked[0] - first(block)];
        while (reached < mass && rank < ranked.length - 1) {
            rank++;
            reached += weights[ranked[rank] - first(block)];
        }
        return leaf(name, key, vectors.get(vector)[ranked[rank]].negate(), ranked[rank] - Column.COUNT);
    }

    /**
     * Adds a leaf: the expected shortfall of scenarios that are not equally likely. The worst losses count by their weights, the
     * last of them by what is left of {@code 1 - level}; rounded up.
     *
     * @param name of the leaf.
     * @param key of the leaf.
     * @param vector to measure.
     * @param block which scenarios.
     * @param weights one for each scenario of the block, by {@link Rate}.
     * @param levelPpm level, below one million.
     * @return the node; {@link #scenario} is that of the worst loss.
     */
    public int weightedShortfall(
            final String name,
            final long key,
            final int vector,
            final ScenarioBlock block,
            final long[] weights,
            final int levelPpm) {
        final BigInteger[] numbers = vectors.get(vector);
        final int[] ranked = ranked(vector, block);
        final long mass = Rate.ofPpm(FixedPoint.PPM - levelPpm);
        long left = mass;
        BigInteger sum = BigInteger.ZERO;
        for (int rank = 0; rank < ranked.length && left > 0; rank++) {
            final long weight = Math.min(left, weights[ranked[rank] - first(block)]);
            sum = sum.subtract(numbers[ranked[rank]].multiply(BigInteger.valueOf(weight)));
            left -= weight;
        }
        return leaf(name, key, ceilDiv(sum, BigInteger.valueOf(mass)), ranked[0] - Column.COUNT);
    }

    /** Places of a block's scenarios, the lowest number first, of equals the first. */
    private int[] ranked(final int vector, final ScenarioBlock block) {
        final BigInteger[] numbers = vectors.get(vector);
        final List<Integer> places = new ArrayList<>(block.count());
        for (int i = first(block); i < end(block); i++) {
            places.add(i);
        }
        places.sort((a, b) -> numbers[a].compareTo(numbers[b]));
        return places.stream().mapToInt(Integer::intValue).toArray();
    }

    @Override
    public int column(final String name, final long key, final int vector, final int column) {
        return leaf(name, key, vectors.get(vector)[column], NONE);
    }

    @Override
    public int loss(final String name, final long key, final int vector, final int scenario) {
        return leaf(name, key, vectors.get(vector)[Column.COUNT + scenario].negate(), scenario);
    }

    @Override
    public int size(final String name, final long key, final int vector, final int column) {
        return leaf(name, key, vectors.get(vector)[column].abs(), NONE);
    }

    @Override
    public int sign(final int vector, final int column) {
        return vectors.get(vector)[column].signum();
    }

    @Override
    public int amount(final String name, final long key, final long amount, final int exponent) {
        return leaf(name, key, inUnits(amount, exponent), NONE);
    }

    private int leaf(final String name, final long key, final BigInteger amount, final int scenario) {
        final int node = add(NodeKind.LEAF, name, key);
        amounts[node] = amount;
        detail(node, scenario);
        giveToParent(node);
        return node;
    }

    private static BigInteger inUnits(final long amount, final int exponent) {
        return BigInteger.valueOf(amount).multiply(BigInteger.TEN.pow(EXPONENT - exponent));
    }

    private static BigInteger timesFloor(final BigInteger amount, final long rate) {
        return floorDiv(amount.multiply(BigInteger.valueOf(rate)), ONE_RATE);
    }

    private static BigInteger floorDiv(final BigInteger amount, final BigInteger divisor) {
        final BigInteger[] parts = amount.divideAndRemainder(divisor);
        return parts[1].signum() < 0 ? parts[0].subtract(BigInteger.ONE) : parts[0];
    }

    private static BigInteger ceilDiv(final BigInteger amount, final BigInteger divisor) {
        return floorDiv(amount.negate(), divisor).negate();
    }

    @Override
    public void mergeColumns(final int into, final int from) {
        for (int i = 0; i < Column.COUNT; i++) {
            vectors.get(into)[i] = vectors.get(into)[i].add(vectors.get(from)[i]);
        }
    }

    @Override
    public long ratio(final int vector, final int column, final long whole, final long most) {
        return ceilDiv(vectors.get(vector)[column].abs().multiply(ONE_RATE), inUnits(whole, 0))
                .min(BigInteger.valueOf(most))
                .longValueExact();
    }

    private static int first(final ScenarioBlock block) {
        return Column.COUNT + block.from();
    }

    private static int end(final ScenarioBlock block) {
        return Column.COUNT + block.to();
    }

    @Override
    public BigDecimal exact(final int node) {
        return new BigDecimal(amounts[node], EXPONENT);
    }

    @Override
    public long ceil(final int node) {
        return ceilDiv(amounts[node], BigInteger.TEN.pow(EXPONENT)).longValueExact();
    }

    @Override
    void setZero(final int node) {
        amounts[node] = BigInteger.ZERO;
    }

    @Override
    void addTo(final int node, final int child) {
        amounts[node] = amounts[node].add(amounts[child]);
    }

    @Override
    void copyTo(final int node, final int other) {
        amounts[node] = amounts[other];
    }

    @Override
    boolean isLarger(final int node, final int than) {
        return amounts[node].compareTo(amounts[than]) > 0;
    }

    @Override
    void scaleUp(final int node, final long rate) {
        amounts[node] = timesFloor(amounts[node].negate(), rate).negate();
    }

    @Override
    void growAmounts(final int capacity) {
        amounts = Arrays.copyOf(amounts, capacity);
    }
}
