package io.plimsoll.vector;

import io.plimsoll.core.math.BlackBlock;

/** What the passes over a block of options leave for each other. Arrays have room for the last, partly used vectors. */
final class BlackScratch {
    private static final int ROOM = BlackBlock.SIZE + 2 * Polynomials.AT_ONCE;

    /** The block: set before the first pass. */
    double[] forwards;

    double[] strikes;
    double[] deviations;
    double[] prices;
    double sign;
    int count;

    /** Options whose difference is a sum. */
    int nearCount;

    boolean isOutside;

    /** Scratch of the logarithm and of the density. */
    final double[] exponents = new double[ROOM];

    final double[] arguments = new double[ROOM];
    final double[] squares = new double[ROOM];
    final double[] polynomials = new double[ROOM];

    /** t - z, z + t, 2 t / (z + 4)^2. */
    final double[] inner = new double[ROOM];

    final double[] outer = new double[ROOM];
    final double[] scales = new double[ROOM];

    /** Of each vector, the lanes of options that are near; these moved together: v, w and their sum. */
    final int[] near = new int[ROOM];

    final double[] places = new double[ROOM];
    final double[] steps = new double[ROOM];
    final double[] sums = new double[ROOM];

    /** The others moved together: t - z, z + t, of each of the two 1 / (z + 4) and v, then Mills' ratios. */
    final double[] farInner = new double[ROOM];

    final double[] farOuter = new double[ROOM];
    final double[] innerReciprocals = new double[ROOM];
    final double[] outerReciprocals = new double[ROOM];
    final double[] innerPlaces = new double[ROOM];
    final double[] outerPlaces = new double[ROOM];

    /** D, and -1 or 1; see {@code NormalisedBlack}. */
    final double[] differences = new double[ROOM];

    final double[] sides = new double[ROOM];

    int farCount() {
        return count - nearCount;
    }
}
