package io.plimsoll.core.math;

import java.math.BigDecimal;

/** {@link BlackGreeks} again, slowly, to 60 digits. */
final class PreciseGreeks {
    private static final BigDecimal TWO = BigDecimal.valueOf(2);

    final BigDecimal d1;
    final BigDecimal d2;

    /** |ln(F / K)| / s + s / 2: the size of what d1 and d2 are made of. */
    final BigDecimal parts;

    final BigDecimal discount;
    final BigDecimal price;
    final BigDecimal delta;
    final BigDecimal gamma;
    final BigDecimal vega;

    /** What the option loses as time passes, without interest. */
    final BigDecimal decay;

    final BigDecimal theta;
    final BigDecimal vanna;
    final BigDecimal volga;
    final BigDecimal rho;

    PreciseGreeks(
            final boolean call,
            final BigDecimal forward,
            final BigDecimal strike,
            final BigDecimal volatility,
            final BigDecimal years,
            final BigDecimal rate) {
        final BigDecimal root = Precise.sqrt(years);
        final BigDecimal s = volatility.multiply(root, Precise.DIGITS);
        final BigDecimal z = over(Precise.log(over(forward, strike)), s);
        final BigDecimal t = over(s, TWO);
        d1 = z.add(t, Precise.DIGITS);
        d2 = z.subtract(t, Precise.DIGITS);
        parts = z.abs().add(t, Precise.DIGITS);
        discount = Precise.exp(rate.multiply(years).negate());
        final BigDecimal sign = BigDecimal.valueOf(call ? 1 : -1);
        delta = times(discount, sign, Precise.cdf(d1.multiply(sign)));
        price = times(forward, delta).subtract(times(discount, sign, strike, Precise.cdf(d2.multiply(sign))));
        final BigDecimal density = times(discount, Precise.density(d1));
        gamma = over(density, times(forward, s));
        vega = times(forward, density, root);
        decay = over(times(forward, density, volatility), times(TWO, root));
        theta = times(rate, price).subtract(decay);
        vanna = over(times(density, d2), volatility).negate();
        volga = over(times(vega, d1, d2), volatility);
        rho = times(years, price).negate();
    }

    static PreciseGreeks of(final boolean call, final double... inputs) {
        return new PreciseGreeks(
                call,
                new BigDecimal(inputs[0]),
                new BigDecimal(inputs[1]),
                new BigDecimal(inputs[2]),
                new BigDecimal(inputs[3]),
                new BigDecimal(inputs[4]));
    }

    static BigDecimal times(final BigDecimal... factors) {
        BigDecimal product = BigDecimal.ONE;
        for (final BigDecimal factor : factors) {
            product = product.multiply(factor, Precise.DIGITS);
        }
        return product;
    }

    static BigDecimal over(final BigDecimal a, final BigDecimal b) {
        return a.divide(b, Precise.DIGITS);
    }
}
