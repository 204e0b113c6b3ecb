package io.plimsoll.core.math;

import io.plimsoll.core.fixed.Rate;
import java.util.List;

/**
 * How the value of an expiry's options counts in scenarios, by its sign. Source: Derive, PMRM_2.
 *
 * @param positive factor of a positive value.
 * @param positiveRate multiple of the interest rate.
 * @param positiveAdd added to it.
 * @param negative factor of a negative value.
 * @param negativeRate multiple of the interest rate.
 * @param negativeAdd added to it.
 */
public record ExpiryDiscount(
        double positive,
        double positiveRate,
        double positiveAdd,
        double negative,
        double negativeRate,
        double negativeAdd) {
    /**
     * Factor of a positive value.
     *
     * @param years time to expiry.
     * @param rate interest rate.
     * @return by {@link Rate}.
     */
    public long positive(final double years, final double rate) {
        final double held = Math.max(0, rate);
        return ScenarioPricer.nearest(
                positive * Exponential.exp(-years * (held * positiveRate + positiveAdd)) * Rate.ONE);
    }

    /**
     * Factor of a negative value.
     *
     * @param years time to expiry.
     * @param rate interest rate.
     * @return by {@link Rate}.
     */
    public long negative(final double years, final double rate) {
        final double held = Math.max(0, rate);
        final double full = Exponential.exp(held * years);
        final double counted = negative * Exponential.exp(years * (held * negativeRate + negativeAdd));
        return ScenarioPricer.nearest(Math.min(full, counted) * Rate.ONE);
    }

    /**
     * A discount from rates.
     *
     * @param r the figures of this record, in their order.
     * @return the discount.
     */
    public static ExpiryDiscount of(final List<Long> r) {
        final double one = Rate.ONE;
        return new ExpiryDiscount(
                r.get(0) / one, r.get(1) / one, r.get(2) / one, r.get(3) / one, r.get(4) / one, r.get(5) / one);
    }

    /**
     * Factor of a positive value.
     *
     * @param years time to expiry, a rate.
     * @param rate interest rate, a rate.
     * @return by {@link Rate}.
     */
    public long positiveAt(final long years, final long rate) {
        final double one = Rate.ONE;
        return positive(years / one, rate / one);
    }

    /**
     * Factor of a negative value.
     *
     * @param years time to expiry, a rate.
     * @param rate interest rate, a rate.
     * @return by {@link Rate}.
     */
    public long negativeAt(final long years, final long rate) {
        final double one = Rate.ONE;
        return negative(years / one, rate / one);
    }
}
