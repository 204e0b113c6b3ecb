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
