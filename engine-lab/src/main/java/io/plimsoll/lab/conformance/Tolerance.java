package io.plimsoll.lab.conformance;

import java.math.BigDecimal;
import java.math.MathContext;

/**
 * How far a number may be from the expected one: by a share of it, or by an amount. The amount holds where the expected number
 * is small and it allows no less than the share.
 *
 * @param relative share of the expected number.
 * @param absolute amount.
 * @param below the amount holds only for expected numbers whose absolute value is below this.
 */
public record Tolerance(double relative, double absolute, double below) {
    /**
     * A share or an amount, whichever allows more.
     *
     * @param relative share of the expected number.
     * @param absolute amount.
     */
    public Tolerance(final double relative, final double absolute) {
        this(relative, absolute, Double.POSITIVE_INFINITY);
    }

    /**
     * An absolute tolerance.
     *
     * @param amount largest difference.
     * @return the tolerance.
     */
    public static Tolerance within(final double amount) {
        return new Tolerance(0, amount);
    }

    boolean allows(final BigDecimal expected, final BigDecimal actual) {
        return errorOf(expected, actual) <= (isAbsolute(expected) ? absolute : relative);
    }

    /** The difference in the form that holds: an amount, or a share of the expected number. */
    double errorOf(final BigDecimal expected, final BigDecimal actual) {
        final BigDecimal difference = expected.subtract(actual).abs();
        return isAbsolute(expected)
                ? difference.doubleValue()
                : difference.divide(expected.abs(), MathContext.DECIMAL64).doubleValue();
    }

    private boolean isAbsolute(final BigDecimal expected) {
        final double size = expected.abs().doubleValue();
        return size == 0 || (size < below && absolute >= relative * size);
    }
}
