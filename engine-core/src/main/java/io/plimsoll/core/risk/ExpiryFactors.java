package io.plimsoll.core.risk;

import io.plimsoll.core.fixed.Rate;
import io.plimsoll.core.math.ExpiryDiscount;
import java.util.Arrays;

/**
 * By what factor the value of each expiry's options counts under one margin model, by its sign. Made anew when the frame's expiries
 * have changed, so that several models may look at one frame.
 */
public final class ExpiryFactors {
    private static final long STALE = -1;

    private final RiskFrame frame;
    private final ExpiryDiscount discount;
    private long[] positive = new long[0];
    private long[] negative = new long[0];
    private long changes = STALE;

    /**
     * Factors in a frame.
     *
     * @param frame expiries, with years and rates.
     * @param discount of the model; null: values count as they are.
     */
    public ExpiryFactors(final RiskFrame frame, final ExpiryDiscount discount) {
        this.frame = frame;
        this.discount = discount;
    }

    /**
     * Factor of a positive value.
     *
     * @param expiry place of the expiry.
     * @return by {@link Rate}.
     */
    public long positive(final int expiry) {
        refresh();
        return discount == null ? Rate.ONE : positive[expiry];
    }

    /**
     * Factor of a negative value.
     *
     * @param expiry place of the expiry.
     * @return by {@link Rate}.
     */
    public long negative(final int expiry) {
        refresh();
        return discount == null ? Rate.ONE : negative[expiry];
    }

    /**
     * Whether the values of an expiry count as they are.
     *
     * @param expiry place of the expiry.
     * @return true when both factors are one.
     */
    public boolean areOne(final int expiry) {
        return positive(expiry) == Rate.ONE && negative(expiry) == Rate.ONE;
    }

    /**
     * By how much the value that an order brings can change at least, which is paid for in full and counts discounted: the lowest of
     * {@code f (value + change) - value} with a factor f from the least to the largest.
     *
     * @param expiry place of the expiry.
     * @param value that comes, negative when it is owed.
     * @param change of it under a scenario.
     * @return rounded down.
     */
    public long lowestChange(final int expiry, final long value, final long change) {
        final long then = value + change;
        return Rate.timesFloor(then, then >= 0 ? least(expiry) : most(expiry)) - value;
    }

    private long least(final int expiry) {
        return Math.min(positive(expiry), negative(expiry));
    }

    private long most(final int expiry) {
        return Math.max(positive(expiry), negative(expiry));
    }

    private void refresh() {
        if (discount == null || changes == frame.changes()) {
            return;
        }
        changes = frame.changes();
        if (positive.length < frame.expiries()) {
            positive = Arrays.copyOf(positive, 2 * frame.expiries());
            negative = Arrays.copyOf(negative, 2 * frame.expiries());
        }
        for (int i = 0; i < frame.expiries(); i++) {
            final RiskFrame.Expiry expiry = frame.expiry(i);
            positive[i] = expiry.expires() ? discount.positiveAt(expiry.years(), expiry.rate()) : Rate.ONE;
            negative[i] = expiry.expires() ? discount.negativeAt(expiry.years(), expiry.rate()) : Rate.ONE;
        }
    }
}
