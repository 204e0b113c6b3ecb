package io.plimsoll.core.math;

import java.math.BigDecimal;
import java.math.MathContext;

/** The functions again, slowly, to 60 digits and more: series and continued fractions in decimal arithmetic. */
final class Precise {
    static final MathContext DIGITS = new MathContext(100);

    private static final BigDecimal TWO = BigDecimal.valueOf(2);
    private static final BigDecimal SMALL = new BigDecimal("1e-110");
    private static final BigDecimal LN_2 = atanhSeries(BigDecimal.ONE.divide(BigDecimal.valueOf(3), DIGITS));

    /** Machin's formula. */
    private static final BigDecimal PI = BigDecimal.valueOf(4)
            .multiply(BigDecimal.valueOf(4).multiply(arctanOfInverse(5)).subtract(arctanOfInverse(239)));

    private static final BigDecimal SQRT_2PI = TWO.multiply(PI).sqrt(DIGITS);

    private Precise() {}

    static BigDecimal exp(final BigDecimal x) {
        final int k = x.divide(LN_2, MathContext.DECIMAL64).intValue();
        final BigDecimal r = x.subtract(LN_2.multiply(BigDecimal.valueOf(k)), DIGITS);
        final BigDecimal small = r.divide(BigDecimal.valueOf(1L << 10), DIGITS);
        BigDecimal term = BigDecimal.ONE;
        BigDecimal sum = BigDecimal.ONE;
        for (int n = 1; term.abs().compareTo(SMALL) > 0; n++) {
            term = term.multiply(small, DIGITS).divide(BigDecimal.valueOf(n), DIGITS);
            sum = sum.add(term, DIGITS);
        }
        for (int i = 0; i < 10; i++) {
            sum = sum.multiply(sum, DIGITS);
        }
        return k >= 0 ? sum.multiply(TWO.pow(k), DIGITS) : sum.divide(TWO.pow(-k), DIGITS);
    }

    static BigDecimal expm1(final BigDecimal x) {
        if (x.abs().compareTo(new BigDecimal("1e-20")) > 0) {
            return exp(x).subtract(BigDecimal.ONE);
        }
        final BigDecimal square = x.multiply(x, DIGITS);
        return x.add(square.divide(TWO, DIGITS)).add(square.multiply(x).divide(BigDecimal.valueOf(6), DIGITS), DIGITS);
    }

    /** 2 atanh((m - 1) / (m + 1)) for a mantissa between 0.2 and 12, plus multiples of ln 2. */
    static BigDecimal log(final BigDecimal x) {
        // From the decimal exponent: the number may lie outside the range of double.
        final int k = (int) Math.floor((x.precision() - x.scale() - 0.7) * 3.321928094887362);
        final BigDecimal power = TWO.pow(Math.abs(k));
        final BigDecimal m = k >= 0 ? x.divide(power, DIGITS) : x.multiply(power, DIGITS);
        final BigDecimal s = m.subtract(BigDecimal.ONE).divide(m.add(BigDecimal.ONE), DIGITS);
        return atanhSeries(s).add(LN_2.multiply(BigDecimal.valueOf(k)), DIGITS);
    }

    static BigDecimal density(final BigDecimal x) {
        return exp(x.multiply(x).negate().divide(TWO, DIGITS)).divide(SQRT_2PI, DIGITS);
    }

    static BigDecimal cdf(final BigDecimal x) {
        return x.signum() <= 0 ? lowerTail(x.negate()) : BigDecimal.ONE.subtract(lowerTail(x));
    }

    /** N(-z) / n(z) for z &gt;= 0. */
    static BigDecimal millsRatio(final BigDecimal z) {
        return lowerTail(z).divide(density(z), DIGITS);
    }

    static BigDecimal erfcx(final BigDecimal x) {
        final BigDecimal z = x.abs().multiply(TWO.sqrt(DIGITS), DIGITS);
        final BigDecimal scale = TWO.divide(PI, DIGITS).sqrt(DIGITS);
        final BigDecimal tail = scale.multiply(continuedFractionOrSeries(z), DIGITS);
        return x.signum() >= 0 ? tail : TWO.multiply(exp(x.multiply(x))).subtract(tail, DIGITS);
    }

    /** The undiscounted price of the option out of the money. */
    static BigDecimal outOfTheMoney(final double forward, final double strike, final double deviation) {
        final BigDecimal lesser = new BigDecimal(Math.min(forward, strike));
        final BigDecimal greater = new BigDecimal(Math.max(forward, strike));
        final BigDecimal s = new BigDecimal(deviation);
        final BigDecimal x = log(lesser.divide(greater, DIGITS));
        final BigDecimal d1 = x.divide(s, DIGITS).add(s.divide(TWO, DIGITS), DIGITS);
        final BigDecimal d2 = d1.subtract(s, DIGITS);
        return lesser.multiply(cdf(d1)).subtract(greater.multiply(cdf(d2)), DIGITS);
    }

    /** The distance of a number from the exact one, in units of the last place of the exact one. */
    static double ulps(final double actual, final BigDecimal exact) {
        final double rounded = exact.doubleValue();
        return new BigDecimal(actual)
                .subtract(exact)
                .abs()
                .divide(new BigDecimal(Math.ulp(rounded)), MathContext.DECIMAL64)
                .doubleValue();
    }

    /** The relative distance of a number from the exact one. */
    static double relative(final double actual, final BigDecimal exact) {
        return new BigDecimal(actual)
                .subtract(exact)
                .abs()
                .divide(exact.abs(), MathContext.DECIMAL64)
                .doubleValue();
    }

    static BigDecimal sqrt(final BigDecimal x) {
        return x.sqrt(DIGITS);
    }

    /** The distance of a number from the exact one, in units of something else; none where they are the same. */
    static double over(final double actual, final BigDecimal exact, final BigDecimal unit) {
        final BigDecimal distance = new BigDecimal(actual).subtract(exact).abs();
        return distance.signum() == 0
                ? 0
                : distance.divide(unit, MathContext.DECIMAL64).doubleValue();
    }

    private static BigDecimal lowerTail(final BigDecimal z) {
        return density(z).multiply(continuedFractionOrSeries(z), DIGITS);
    }

    /** Laplace's continued fraction from 3 on, below it half less the odd series; both good for 60 digits at least. */
    private static BigDecimal continuedFractionOrSeries(final BigDecimal z) {
        if (z.compareTo(BigDecimal.valueOf(3)) >= 0) {
            BigDecimal rest = z;
            for (int n = z.compareTo(BigDecimal.TEN) > 0 ? 80 : 500; n > 0; n--) {
                rest = z.add(BigDecimal.valueOf(n).divide(rest, DIGITS), DIGITS);
            }
            return BigDecimal.ONE.divide(rest, DIGITS);
        }
        final BigDecimal square = z.multiply(z, DIGITS);
        BigDecimal term = z;
        BigDecimal sum = z;
        for (int n = 3; term.compareTo(SMALL) > 0; n += 2) {
            term = term.multiply(square, DIGITS).divide(BigDecimal.valueOf(n), DIGITS);
            sum = sum.add(term, DIGITS);
        }
        final BigDecimal half = new BigDecimal("0.5").divide(density(z), DIGITS);
        return half.subtract(sum, DIGITS);
    }

    private static BigDecimal atanhSeries(final BigDecimal s) {
        final BigDecimal square = s.multiply(s, DIGITS);
        BigDecimal power = s;
        BigDecimal sum = s;
        for (int n = 3; power.abs().compareTo(s.abs().multiply(SMALL)) > 0; n += 2) {
            power = power.multiply(square, DIGITS);
            sum = sum.add(power.divide(BigDecimal.valueOf(n), DIGITS), DIGITS);
        }
        return TWO.multiply(sum, DIGITS);
    }

    private static BigDecimal arctanOfInverse(final int n) {
        final BigDecimal square = BigDecimal.valueOf((long) n * n);
        BigDecimal power = BigDecimal.ONE.divide(BigDecimal.valueOf(n), DIGITS);
        BigDecimal sum = power;
        for (int k = 1; power.abs().compareTo(SMALL) > 0; k++) {
            power = power.divide(square, DIGITS).negate();
            sum = sum.add(power.divide(BigDecimal.valueOf(2L * k + 1), DIGITS), DIGITS);
        }
        return sum;
    }
}
