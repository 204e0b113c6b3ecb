package io.plimsoll.core.math;

/**
 * The total deviation of a normalised price: P. Jaeckel, <i>Let's Be Rational</i> (Wilmott, January 2015). The range of
 * prices is cut in four at the point of inflection and at the two zeros of its tangent. In each part a rational cubic
 * through exact points, with the curvature that the asymptotics ask for, gives a first guess; Householder's method of
 * third order on an objective that is nearly linear in that part does the rest, in two steps, at the far corners in three.
 *
 * <p>Notation: c(s) is {@link NormalisedBlack}, x = |ln(F / K)|; the paper's b is c exp(-x / 2), and its second and
 * third derivatives over the first are those of c.
 */
final class BlackInverse {
    private static final double SQRT_2PI = 2.5066282746310007;
    private static final double SQRT_3 = 1.7320508075688772;
    private static final double SQRT_HALF_PI = 1.2533141373155003;
    private static final double PI = 3.141592653589793;

    /** Moneyness below which the left zero of the tangent would be lost in rounding. */
    private static final double NEAR_MONEY = 1e-8;

    /** A value below it may be subnormal, or lose its digits to a subnormal. */
    private static final double SMALLEST_EXACT = 1e-290;

    /** With it the next step, of fourth order, would change nothing. */
    private static final double SMALL_STEP = 1e-5;

    private static final int MOST_STEPS = 12;

    private BlackInverse() {}

    /**
     * The deviation.
     *
     * @param value c, above 0 and below 1.
     * @param x |ln(F / K)|, at most 1419.
     * @return s with c(s) = value, to the precision that rounding in the value allows.
     */
    static double deviation(final double value, final double x) {
        final double inflection = Math.sqrt(2 * x);
        final double valueThere = x == 0 ? 0 : NormalisedBlack.value(x / inflection, 0.5 * inflection);
        return value < valueThere ? left(value, x, inflection, valueThere) : right(value, x, inflection, valueThere);
    }

    private static double left(final double value, final double x, final double inflection, final double valueThere) {
        final double s = x < NEAR_MONEY ? SQRT_HALF_PI * x : inflection - valueThere * SQRT_2PI;
        final double z = x / s;
        final double c = NormalisedBlack.value(z, 0.5 * s);
        if (value < c) {
            return lowest(value, x, lowestGuess(value, x, s, c));
        }
        final double slope = 1 / Normal.pdf(0.5 * s - z);
        final double h = valueThere - c;
        final double parameter = RationalCubic.fittedRight(h, inflection - s, slope, SQRT_2PI, 0);
        return middle(value, x, RationalCubic.at(value, c, valueThere, s, inflection, slope, SQRT_2PI, parameter));
    }

    private static double right(final double value, final double x, final double inflection, final double valueThere) {
        final double s = inflection + (1 - valueThere) * SQRT_2PI;
        final double z = x / s;
        final double c = NormalisedBlack.value(z, 0.5 * s);
        if (value <= c) {
            final double slope = 1 / Normal.pdf(0.5 * s - z);
            final double parameter = RationalCubic.fittedLeft(c - valueThere, s - inflection, SQRT_2PI, slope, 0);
            return middle(value, x, RationalCubic.at(value, valueThere, c, inflection, s, SQRT_2PI, slope, parameter));
        }
        final double guess = highestGuess(value, x, s, c);
        return value > 0.5 ? highest(value, x, guess) : middle(value, x, guess);
    }

    /** The paper's equations 4.24 to 4.31, all times exp(x / 2). */
    private static double lowestGuess(final double value, final double x, final double s, final double c) {
        final double z = x / (SQRT_3 * s);
        final double ratio = MillsRatio.of(z);
        final double scale = 2 * PI * x / (3 * SQRT_3);
        final double tail = ratio / SQRT_2PI;
        final double f = scale * tail * tail * tail * Exponential.exp(0.5 * x - 1.5 * z * z);
        final double slope = z * z * ratio * ratio * Exponential.exp(0.125 * s * s);
        final double bend = 8 * SQRT_3 * s * x + (3 * s * s * (s * s - 8) - 8 * x * x) * ratio;
        final double power = Exponential.exp(1.5 * z * z + 0.25 * s * s - 0.5 * x);
        final double second = PI / 6 * (z * z) / (s * s * s) * tail * power * bend;
        final double parameter = RationalCubic.fittedRight(c, f, 1, slope, second);
        double mapped = RationalCubic.at(value, 0, c, 0, f, 1, slope, parameter);
        if (!(mapped > 0)) {
            final double t = value / c;
            mapped = (f * t + c * (1 - t)) * t;
        }
        final double cube = Logarithm.log(mapped) - 0.5 * x - Logarithm.log(scale);
        return x / (SQRT_3 * Math.abs(Normal.inverseCdf(Exponential.exp(cube / 3))));
    }

    /** The paper's equations 4.33 to 4.36, all times exp(x / 2). */
    private static double highestGuess(final double value, final double x, final double s, final double c) {
        final double z = x / s;
        final double f = MillsRatio.of(0.5 * s) / SQRT_2PI * Exponential.exp(0.5 * x - 0.125 * s * s);
        final double slope = -0.5 * Exponential.exp(0.5 * z * z);
        final double second = SQRT_HALF_PI * (z * z / s) * Exponential.exp(z * z + 0.125 * s * s - 0.5 * x);
        final double h = 1 - c;
        final double parameter = RationalCubic.fittedLeft(h, -f, slope, -0.5, second);
        double mapped = RationalCubic.at(value, c, 1, f, 0, slope, -0.5, parameter);
        if (!(mapped > 0)) {
            final double t = (value - c) / h;
            mapped = (f * (1 - t) + 0.5 * h * t) * (1 - t);
        }
        return -2 * Normal.inverseCdf(mapped * Exponential.exp(-0.5 * x));
    }

    /** On 1 / ln b. */
    private static double lowest(final double value, final double x, final double guess) {
        final double target = Logarithm.log(value);
        double s = guess;
        for (int i = 0; i < MOST_STEPS; i++) {
            final double z = x / s;
            final double ratio = NormalisedBlack.difference(z, 0.5 * s);
            final double gap = logGap(value, target, z, s);
            final double b = target - gap - 0.5 * x;
            final double newton = gap * (b / (target - 0.5 * x)) * ratio;
            final double rate = 1 / ratio;
            final double pull = 1 + 2 / b;
            final double second = second(z, s) - rate * pull;
            final double third =
                    third(z, s) + 2 * rate * rate * (1 + 3 / b * (1 + 1 / b)) - 3 * second(z, s) * rate * pull;
            final double step = householder(newton, second, third, s);
            s += step;
            if (isSmall(step, z, s)) {
                break;
            }
        }
        return s;
    }

    /** ln(value / c), from the quotient where c has digits: a difference of large logarithms has fewer. */
    private static double logGap(final double value, final double target, final double z, final double s) {
        final double c = NormalisedBlack.value(z, 0.5 * s);
        return c > SMALLEST_EXACT ? Logarithm.logRatio(value, c) : target - NormalisedBlack.logValue(z, 0.5 * s);
    }

    /** On c itself. */
    private static double middle(final double value, final double x, final double guess) {
        double s = guess;
        for (int i = 0; i < MOST_STEPS; i++) {
            final double z = x / s;
            final double newton = (value - NormalisedBlack.value(z, 0.5 * s)) / Normal.pdf(0.5 * s - z);
            final double step = householder(newton, second(z, s), third(z, s), s);
            s += step;
            if (isSmall(step, z, s)) {
                break;
            }
        }
        return s;
    }

    /** On -ln(1 - c). */
    private static double highest(final double value, final double x, final double guess) {
        final double target = Logarithm.log(1 - value);
        double s = guess;
        for (int i = 0; i < MOST_STEPS; i++) {
            final double z = x / s;
            final double rest = NormalisedBlack.complement(z, 0.5 * s);
            final double rate = Normal.pdf(0.5 * s - z) / rest;
            final double newton = (Logarithm.log(rest) - target) / rate;
            final double second = second(z, s);
            final double step = householder(newton, second + rate, third(z, s) + rate * (2 * rate + 3 * second), s);
            s += step;
            if (isSmall(step, z, s)) {
                break;
            }
        }
        return s;
    }

    /** The second derivative of c to s over the first. */
    private static double second(final double z, final double s) {
        return z * z / s - 0.25 * s;
    }

    /** The third derivative of c to s over the first. */
    private static double third(final double z, final double s) {
        final double second = second(z, s);
        return second * second - 3 * (z / s) * (z / s) - 0.25;
    }

    /** Householder's step of third order, and never by more than half the way to zero. */
    private static double householder(final double newton, final double second, final double third, final double s) {
        final double step = newton * (1 + 0.5 * second * newton) / (1 + newton * (second + third * newton / 6));
        return Math.max(step, -0.5 * s);
    }

    private static boolean isSmall(final double step, final double z, final double s) {
        return !(Math.abs(step) * (1 + z * z) > SMALL_STEP * s);
    }
}
