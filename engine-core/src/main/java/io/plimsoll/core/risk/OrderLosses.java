package io.plimsoll.core.risk;

import java.util.List;

/**
 * What the open orders of one portfolio could lose under each scenario, by underlying or by expiry, as a margin model counts it. Under a
 * scenario with the change in value {@code a} an order loses {@code min(0, a)}, and where a move is a loss whatever its sign, {@code |a|}.
 *
 * <p>Where a model discounts, the value {@code v} that an order brings is paid for with money that counts in full, and is discounted from
 * its fill on. By the slope of the discounted value, which lies between the factors, a fill changes what counts by
 * {@code f (v + a) - v}, with one f between the least and the largest factor for all orders of the expiry. So an order loses the least of
 * that at both ends, or nothing, and where a move is a loss whatever its sign, the larger size of both ends. Such losses come off what is
 * left after the discount.
 */
public final class OrderLosses {
    private final LongAccumulator accumulator;
    private final PortfolioSums sums;
    private final ExpiryFactors factors;
    private final LossRuns runs;

    /**
     * Of no orders.
     *
     * @param accumulator where the vectors live.
     * @param frame in which the places are.
     * @param byExpiry whether expiries are kept apart.
     * @param factors by which values are discounted.
     * @param alwaysLoss blocks in which a move counts as a loss whatever its sign.
     * @param discounted blocks in which values are discounted; none, unless expiries are kept apart.
     */
    public OrderLosses(
            final LongAccumulator accumulator,
            final RiskFrame frame,
            final boolean byExpiry,
            final ExpiryFactors factors,
            final List<ScenarioBlock> alwaysLoss,
            final List<ScenarioBlock> discounted) {
        this.accumulator = accumulator;
        this.sums = new PortfolioSums(accumulator, frame, byExpiry);
        this.factors = factors;
        this.runs = new LossRuns(accumulator.scenarios(), alwaysLoss, byExpiry ? discounted : List.of());
    }

    /** Forgets all orders. */
    public void clear() {
        sums.clear();
    }

    /**
     * Becomes what another is.
     *
     * @param other of the same model in the same accumulator.
     */
    public void copy(final OrderLosses other) {
        sums.copy(other.sums);
    }

    /**
     * Adds an order.
     *
     * @param instrument of the order.
     * @param lots signed.
     */
    public void add(final RiskInstrument instrument, final long lots) {
        final long[] losses = accumulator.numbers(sums.vectorOf(instrument));
        final RiskRow row = instrument.row();
        for (int run = 0; run < runs.count(); run++) {
            final int from = Column.COUNT + runs.from(run);
            final int to = Column.COUNT + runs.to(run);
            if (runs.isDiscounted(run) && !factors.areOne(instrument.expiry())) {
                addDiscounted(losses, lots, instrument, from, to, runs.isBySize(run));
            } else if (runs.isBySize(run)) {
                RowKernels.addSizes(losses, lots, row, from, to);
            } else {
                RowKernels.addLosses(losses, lots, row, from, to);
            }
        }
    }

    /** Rounded for one lot, so that it is the same for one order as for many of as many lots. */
    private void addDiscounted(
            final long[] losses,
            final long lots,
            final RiskInstrument instrument,
            final int from,
            final int to,
            final boolean isBySize) {
        final long[] numbers = instrument.row().numbers();
        final int expiry = instrument.expiry();
        final int side = Long.signum(lots);
        final long value = side * numbers[Column.VALUE];
        for (int i = from; i < to; i++) {
            final long change = side * numbers[i];
            final long lost = -factors.lowestChange(expiry, value, change);
            // By size, it is what the other side of the order would lose where that is more.
            final long otherwise = isBySize ? -factors.lowestChange(expiry, -value, -change) : 0;
            losses[i] -= Math.abs(lots) * Math.max(otherwise, lost);
        }
    }

    /**
     * Counts the orders into sums of what is held, but for scenarios in which values are discounted: these are left to
     * {@link #countDiscounted}.
     *
     * @param held sums in the same frame, accumulator and risk units; places that orders alone touch come to it.
     */
    public void count(final PortfolioSums held) {
        for (int i = 0; i < sums.count(); i++) {
            final long[] numbers = accumulator.numbers(held.vectorAt(sums.place(i), sums.vector(i)));
            count(numbers, accumulator.numbers(sums.vector(i)), false);
        }
    }

    /**
     * Counts the orders of an expiry into its numbers after they have been discounted.
     *
     * @param vector in the same risk unit.
     * @param expiry place of the expiry.
     */
    public void countDiscounted(final int vector, final int expiry) {
        final int losses = sums.vectorOf(expiry);
        if (losses != PortfolioSums.NONE) {
            count(accumulator.numbers(vector), accumulator.numbers(losses), true);
        }
    }

    private void count(final long[] numbers, final long[] losses, final boolean areDiscounted) {
        for (int run = 0; run < runs.count(); run++) {
            final int from = Column.COUNT + runs.from(run);
            final int to = Column.COUNT + runs.to(run);
            if (runs.isDiscounted(run) == areDiscounted) {
                if (runs.isBySize(run)) {
                    RowKernels.enlarge(numbers, losses, from, to);
                } else {
                    RowKernels.add(numbers, losses, from, to);
                }
            }
        }
    }
}
