package io.plimsoll.core.risk;

import io.plimsoll.core.fixed.FixedPoint;
import io.plimsoll.core.fixed.Rate;
import io.plimsoll.core.fixed.Sum128;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Sums in {@code long}. The limits of the host prove that the largest lots times the largest row stay below 2^62; a measure or
 * a multiple that does not fit is an error, never a wrong number.
 */
public final class LongAccumulator extends Accumulator {
    private static final int PPM = FixedPoint.PPM;
    private static final int EXPONENT_SHIFT = 12;

    private final int length;
    private final RowBatch batch;
    private final List<Tail> tails = new ArrayList<>();
    private final Sum128 sum = new Sum128();
    private long[] amounts = new long[256];
    private long[][] vectors = new long[16][];
    private int[] exponents = new int[16];
    private final IntStack free = new IntStack();
    private final IntStack freeColumns = new IntStack();
    private int vectorCount;
    private int tailsUsed;

    /**
     * Has no vectors yet.
     *
     * @param scenarios number of scenarios of the set.
     */
    public LongAccumulator(final int scenarios) {
        this.length = Column.COUNT + scenarios;
        this.batch = new RowBatch(length);
    }

    @Override
    public int take(final int exponent) {
        return prepare(free.isEmpty() ? make(length) : free.pop(), exponent);
    }

    @Override
    public int takeCopy(final int from) {
        final int vector = free.isEmpty() ? make(length) : free.pop();
        exponents[vector] = exponents[from];
        System.arraycopy(vectors[from], 0, vectors[vector], 0, length);
        return vector;
    }

    @Override
    public int takeLike(final int other) {
        return take(exponents[other]);
    }

    @Override
    public int unitOf(final RiskRow row) {
        return EXPONENT_SHIFT + row.exponent();
    }

    @Override
    public int takeColumns(final int exponent) {
        return prepare(freeColumns.isEmpty() ? make(Column.COUNT) : freeColumns.pop(), exponent);
    }

    private int prepare(final int vector, final int exponent) {
        exponents[vector] = exponent;
        clear(vector);
        return vector;
    }

    /** {@return number of scenarios of the set} */
    int scenarios() {
        return length - Column.COUNT;
    }

    private int make(final int size) {
        if (vectorCount == vectors.length) {
            vectors = Arrays.copyOf(vectors, 2 * vectorCount);
            exponents = Arrays.copyOf(exponents, 2 * vectorCount);
        }
        vectors[vectorCount] = new long[size];
        return vectorCount++;
    }

    @Override
    public void giveBack(final int vector) {
        (vectors[vector].length == length ? free : freeColumns).push(vector);
    }

    @Override
    public void clear(final int vector) {
        Arrays.fill(vectors[vector], 0);
    }

    /**
     * The numbers of a vector: columns, then scenarios.
     *
     * @param vector which.
     * @return the array itself.
     */
    public long[] numbers(final int vector) {
        return vectors[vector];
    }

    @Override
    public void addTimes(final int vector, final long lots, final RiskRow row) {
        RowKernels.addTimes(vectors[vector], lots, row, length);
    }

    @Override
    public void addSoon(final int vector, final long lots, final RiskRow row) {
        if (RowKernels.isReadNarrow(row)) {
            batch.add(vectors[vector], lots, row);
        } else {
            addTimes(vector, lots, row);
        }
    }

    @Override
    public void settle() {
        batch.settle();
    }

    @Override
    public void addColumns(final int vector, final long lots, final RiskRow row) {
        RowKernels.addTimes(vectors[vector], lots, row.numbers(), Column.COUNT);
    }

    @Override
    public void merge(final int into, final int from) {
        final int finer = exponents[from] - exponents[into];
        final long[] sums = vectors[into];
        final long[] others = vectors[from];
        if (finer == 0) {
            RowKernels.add(sums, others, 0, length);
        } else if (finer > 0) {
            final long divisor = FixedPoint.powerOfTen(finer);
            for (int i = 0; i < length; i++) {
                sums[i] += Math.floorDiv(others[i], divisor);
            }
        } else {
            RowKernels.addTimes(sums, FixedPoint.powerOfTen(-finer), others, length);
        }
    }

    @Override
    public void mergeGains(
            final int into, final int from, final ScenarioBlock block, final long share, final long most) {
        final long[] sums = vectors[into];
        final long[] others = vectors[from];
        final long mostUnits = inUnits(most, exponents[from]);
        for (int i = first(block); i < end(block); i++) {
            sums[i] += others[i] <= 0 ? others[i] : Math.min(mostUnits, Rate.timesFloor(others[i], share));
        }
    }

    @Override
    public void discount(final int vector, final ScenarioBlock block, final long positive, final long negative) {
        final long[] numbers = vectors[vector];
        final long now = numbers[Column.VALUE];
        for (int i = first(block); i < end(block); i++) {
            final long then = now + numbers[i];
            numbers[i] = Rate.timesFloor(then, then >= 0 ? positive : negative) - now;
        }
    }

    @Override
    public void alwaysLoss(final int vector, final ScenarioBlock block) {
        final long[] numbers = vectors[vector];
        for (int i = first(block); i < end(block); i++) {
            numbers[i] = -Math.abs(numbers[i]);
        }
    }

    @Override
    public void dampen(final int vector, final ScenarioBlock block, final long[] shares) {
        final long[] numbers = vectors[vector];
        for (int s = block.from(); s < block.to(); s++) {
            if (shares[s] != Rate.ONE) {
                numbers[Column.COUNT + s] = Rate.timesFloor(numbers[Column.COUNT + s], shares[s]);
            }
        }
    }

    @Override
    public int worst(final String name, final long key, final int vector, final ScenarioBlock block) {
        final long[] numbers = vectors[vector];
        final int at = RowKernels.lowest(numbers, first(block), end(block));
        return leaf(name, key, -numbers[at], exponents[vector], at - Column.COUNT);
    }

    @Override
    public void clear() {
        super.clear();
        tailsUsed = 0;
    }

    /** That of the measure which came as late in the last tree: a model asks for the same ones again, of vectors like those. */
    private Tail nextTail() {
        if (tailsUsed == tails.size()) {
            tails.add(new Tail());
        }
        return tails.get(tailsUsed++);
    }

    @Override
    public int shortfall(
            final String name, final long key, final int vector, final ScenarioBlock block, final int levelPpm) {
        final long mass = (long) block.count() * (PPM - levelPpm);
        final int whole = Math.toIntExact(mass / PPM);
        final long part = mass % PPM;
        final Tail tail = nextTail();
        tail.select(vectors[vector], first(block), end(block), whole + (part > 0 ? 1 : 0));
        sum.clear();
        tail.addTimes(-PPM, sum);
        if (part > 0) {
            sum.addTimes(tail.highest(), PPM - part);
        }
        return leaf(name, key, sum.ceilDiv(mass), exponents[vector], tail.lowestIndex() - Column.COUNT);
    }

    @Override
    public int valueAtRisk(
            final String name, final long key, final int vector, final ScenarioBlock block, final int levelPpm) {
        final long mass = (long) block.count() * (PPM - levelPpm);
        final int rank = Math.toIntExact((mass + PPM - 1) / PPM);
        final Tail tail = nextTail();
        tail.select(vectors[vector], first(block), end(block), rank);
        return leaf(name, key, -tail.highest(), exponents[vector], tail.highestIndex() - Column.COUNT);
    }

    @Override
    public int column(final String name, final long key, final int vector, final int column) {
        return leaf(name, key, vectors[vector][column], exponents[vector], NONE);
    }

    @Override
    public int loss(final String name, final long key, final int vector, final int scenario) {
        return leaf(name, key, -vectors[vector][Column.COUNT + scenario], exponents[vector], scenario);
    }

    @Override
    public int size(final String name, final long key, final int vector, final int column) {
        return leaf(name, key, Math.abs(vectors[vector][column]), exponents[vector], NONE);
    }

    @Override
    public int sign(final int vector, final int column) {
        return Long.signum(vectors[vector][column]);
    }

    @Override
    public int amount(final String name, final long key, final long amount, final int exponent) {
        return leaf(name, key, amount, exponent, NONE);
    }

    private int leaf(final String name, final long key, final long units, final int exponent, final int scenario) {
        final int node = add(NodeKind.LEAF, name, key);
        amounts[node] = toMinorCeil(units, exponent);
        detail(node, scenario);
        giveToParent(node);
        return node;
    }

    private static long toMinorCeil(final long units, final int exponent) {
        if (exponent > 0) {
            return -Math.floorDiv(-units, FixedPoint.powerOfTen(exponent));
        }
        return exponent == 0 ? units : Math.multiplyExact(units, FixedPoint.powerOfTen(-exponent));
    }

    private static long inUnits(final long minorUnits, final int exponent) {
        return exponent >= 0
                ? FixedPoint.mulDivFloor(minorUnits, FixedPoint.powerOfTen(exponent), 1, Long.MAX_VALUE)
                : minorUnits / FixedPoint.powerOfTen(-exponent);
    }

    @Override
    public void mergeColumns(final int into, final int from) {
        RowKernels.add(vectors[into], vectors[from], 0, Column.COUNT);
    }

    @Override
    public long ratio(final int vector, final int column, final long whole, final long most) {
        final long units = inUnits(whole, exponents[vector]);
        return units == 0 ? most : FixedPoint.mulDivCeil(Math.abs(vectors[vector][column]), Rate.ONE, units, most);
    }

    private static int first(final ScenarioBlock block) {
        return Column.COUNT + block.from();
    }

    private static int end(final ScenarioBlock block) {
        return Column.COUNT + block.to();
    }

    @Override
    public BigDecimal exact(final int node) {
        return BigDecimal.valueOf(amounts[node]);
    }

    @Override
    public long ceil(final int node) {
        return amounts[node];
    }

    @Override
    void setZero(final int node) {
        amounts[node] = 0;
    }

    @Override
    void addTo(final int node, final int child) {
        amounts[node] = Math.addExact(amounts[node], amounts[child]);
    }

    @Override
    void copyTo(final int node, final int other) {
        amounts[node] = amounts[other];
    }

    @Override
    boolean isLarger(final int node, final int than) {
        return amounts[node] > amounts[than];
    }

    @Override
    void scaleUp(final int node, final long rate) {
        amounts[node] = rate < 0 ? -Rate.timesFloor(amounts[node], -rate) : Rate.timesCeil(amounts[node], rate);
    }

    @Override
    void growAmounts(final int capacity) {
        amounts = Arrays.copyOf(amounts, capacity);
    }
}
