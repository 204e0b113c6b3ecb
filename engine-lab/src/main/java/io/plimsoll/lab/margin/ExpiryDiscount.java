package io.plimsoll.lab.margin;

import io.plimsoll.core.fixed.Rate;
import io.plimsoll.core.math.Exponential;
import io.plimsoll.core.math.ScenarioPricer;

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
}
