package io.plimsoll.core.margin;

import io.plimsoll.core.account.Account;
import io.plimsoll.core.fixed.FixedPoint;
import io.plimsoll.core.instrument.Instrument;

/**
 * What premium-style options of an account in cross mode and open orders in them need together. Filled, an order may move option
 * value to money or back, and their sum by no more than it loses at once; or it may take the whole premium from money while what
 * it buys offsets nothing. Free margin falls by no more than the worse of the two, whichever orders fill, and in whatever part.
 */
final class OptionPool {
    private final OrderLoss losses;
    private long needed;
    private long paid;
    private long settledNeeded;
    private long settledPaid;

    OptionPool(final OrderLoss losses) {
        this.losses = losses;
    }

    /** Forgets everything. */
    void begin() {
        needed = 0;
        paid = 0;
    }

    /** Keeps what was added so far for every {@link #again}. */
    void settle() {
        settledNeeded = needed;
        settledPaid = paid;
    }

    /** Goes back to what was kept. */
    void again() {
        needed = settledNeeded;
        paid = settledPaid;
    }

    /** Adds what the worse side of an option needs. */
    void add(final long initialMargin) {
        needed = plus(needed, initialMargin);
    }

    /** Adds an order. */
    void order(final Account of, final Instrument in, final long signedLots, final long limit) {
        needed = plus(needed, losses.ofOption(of, in, signedLots, limit));
        paid = plus(paid, losses.paidFor(of, in, signedLots, limit));
    }

    /**
     * Initial margin of all that was added, beside margin equity that has option value as far as it is negative.
     *
     * @param optionValue signed, millionths of the margin currency.
     * @return millionths of the margin currency, not negative.
     */
    long required(final long optionValue) {
        return Math.max(needed - optionValue, paid) + Math.min(0, optionValue);
    }

    private static long plus(final long a, final long b) {
        return FixedPoint.addSaturated(a, b, OrderMargin.SUM_MAX);
    }
}
