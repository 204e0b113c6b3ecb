package io.plimsoll.core.math;

/**
 * A shape-preserving rational cubic between two points with given slopes (R. Delbourgo and J. A. Gregory, <i>SIAM
 * Journal on Scientific and Statistical Computing</i> 6, 1985). Its one free parameter is set so that the second
 * derivative at an end is a given number, as far as monotony and convexity allow.
 */
final class RationalCubic {
    /** The denominator stays positive above -1. */
    private static final double SMALLEST_PARAMETER = -1 + 0x1p-26;

    /** Beyond it, the curve is a straight line. */
    private static final double LARGEST_PARAMETER = 0x1p100;

    private RationalCubic() {}

    /** The curve at a place: values and slopes at both ends, and the parameter. */
    static double at(
            final double x,
            final double left,
            final double right,
            final double leftValue,
            final double rightValue,
            final double leftSlope,
            final double rightSlope,
            final double parameter) {
        final double h = right - left;
        if (!(h > 0)) {
            return 0.5 * (leftValue + rightValue);
        }
        final double t = (x - left) / h;
        final double u = 1 - t;
        if (!(parameter < LARGEST_PARAMETER)) {
            return rightValue * t + leftValue * u;
        }
        final double numerator = rightValue * t * t * t
                + (parameter * rightValue - h * rightSlope) * t * t * u
                + (parameter * leftValue + h * leftSlope) * t * u * u
                + leftValue * u * u * u;
        return numerator / (1 + (parameter - 3) * t * u);
    }

    /** The parameter that gives a second derivative at the left end. */
    static double fittedLeft(
            final double h, final double rise, final double leftSlope, final double rightSlope, final double second) {
        final double chord = rise / h;
        final double wanted = (0.5 * h * second + (rightSlope - leftSlope)) / (chord - leftSlope);
        return allowed(wanted, chord, leftSlope, rightSlope);
    }

    /** The parameter that gives a second derivative at the right end. */
    static double fittedRight(
            final double h, final double rise, final double leftSlope, final double rightSlope, final double second) {
        final double chord = rise / h;
        final double wanted = (0.5 * h * second + (rightSlope - leftSlope)) / (rightSlope - chord);
        return allowed(wanted, chord, leftSlope, rightSlope);
    }

    private static double allowed(
            final double wanted, final double chord, final double leftSlope, final double rightSlope) {
        double parameter = SMALLEST_PARAMETER;
        if (leftSlope * chord >= 0 && rightSlope * chord >= 0) {
            parameter = larger((leftSlope + rightSlope) / chord, parameter);
        }
        if ((leftSlope <= chord && chord <= rightSlope) || (leftSlope >= chord && chord >= rightSlope)) {
            final double bend = rightSlope - leftSlope;
            parameter = larger(Math.abs(bend / (rightSlope - chord)), parameter);
            parameter = larger(Math.abs(bend / (chord - leftSlope)), parameter);
        }
        return larger(wanted, parameter);
    }

    /** The larger, or the second where the first is not a number. */
    private static double larger(final double a, final double b) {
        return a > b ? a : b;
    }
}
