package io.plimsoll.lab.conformance;

import java.math.BigDecimal;
import java.math.MathContext;

/**
 * How far a number may be from the expected one.
 *
 * @param relative share of the expected number.
 * @param absolute amount; whichever of both allows more holds.
 */
public record Tolerance(double relative, double absolute) {
    /** Equal. */
    public static final Tolerance EXACT = new Tolerance(0, 0);

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
        final BigDecimal difference = expected.subtract(actual).abs();
        final BigDecimal most =
                expected.abs().multiply(BigDecimal.valueOf(relative)).max(BigDecimal.valueOf(absolute));
        return difference.compareTo(most) <= 0;
    }

    /** The difference in the unit in which the tolerance is given: a share of the expected number, or an amount. */
    double errorOf(final BigDecimal expected, final BigDecimal actual) {
        final BigDecimal difference = expected.subtract(actual).abs();
        return relative > 0 && expected.signum() != 0
                ? difference.divide(expected.abs(), MathContext.DECIMAL64).doubleValue()
                : difference.doubleValue();
    }
}
