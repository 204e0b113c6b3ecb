package io.plimsoll.vector;

import io.plimsoll.core.math.BlackBlock;

/** What the passes over a block of options leave for each other. Arrays have room for the last, partly used vectors. */
final class BlackScratch {
    private static final int ROOM = BlackBlock.SIZE + Polynomials.AT_ONCE;

    /** The block: set before the first pass. */
    double[] forwards;

    double[] strikes;
    double[] deviations;
    double[] prices;
    double sign;
    int count;

    boolean isOutside;

    /** Of the quotient of both prices: its exponent, the argument of the logarithm of what is left, and its square. */
    final double[] exponents = new double[ROOM];

    final double[] arguments = new double[ROOM];
    final double[] squares = new double[ROOM];

    /** Of the density: the argument of the exponential function's polynomial. */
    final double[] rests = new double[ROOM];

    final double[] polynomials = new double[ROOM];

    /** z of {@code NormalisedBlack}, of which t is half the deviation. */
    final double[] zs = new double[ROOM];

    /** Of the two Mills ratios: their places in the polynomial, then its value and slope, and what makes a difference or a sum of
     * these. */
    final double[] innerPlaces = new double[ROOM];

    final double[] outerPlaces = new double[ROOM];
    final double[] steps = new double[ROOM];
    final double[] seconds = new double[ROOM];
}
