package io.plimsoll.core.math;

import java.util.Arrays;

/**
 * The block in plain Java. Work goes through it in passes over intermediate arrays, each a plain loop of one kind: arithmetic,
 * which a compiler turns into vector instructions, or bits and choices. What only options near the money need, the longest part by
 * far, is computed for them alone.
 */
final class PlainBlackBlock implements BlackBlock {
    private static final long LEAST = Double.doubleToRawLongBits(BlackNumbers.LEAST_PRICE);
    private static final long MOST = Double.doubleToRawLongBits(BlackNumbers.MOST);

    private static final long SHIFT_BITS = Double.doubleToRawLongBits(Exponential.SHIFT);

    private static final long LEAST_DEVIATION = Double.doubleToRawLongBits(BlackNumbers.LEAST_DEVIATION);

    private final double[] lessers = new double[SIZE];
    private final double[] exponents = new double[SIZE];
    private final double[] zs = new double[SIZE];
    private final double[] ts = new double[SIZE];
    private final double[] shifts = new double[SIZE];
    private final double[] mantissas = new double[SIZE];
    private final double[] reciprocals = new double[SIZE];
    private final double[] steps = new double[SIZE];
    private final double[] places = new double[SIZE];
    private final double[] squares = new double[SIZE];
    private final double[] differences = new double[SIZE];
    private final double[] inner = new double[SIZE];
    private final double[] outer = new double[SIZE];
    private final long[] lesserBits = new long[SIZE];
    private final long[] greaterBits = new long[SIZE];
    private final long[] exponentBits = new long[SIZE];
    private final double[] sides = new double[SIZE];
    private final int[] list = new int[SIZE];

    @Override
    public boolean prices(
            final boolean call,
            final double[] forwards,
            final double[] strikes,
            final double[] deviations,
            final double[] out,
            final int n) {
        if (!bringNear(forwards, strikes, deviations, n)) {
            return false;
        }
        arguments(n);
        final int near = listNear(n);
        if (near < n) {
            farDifferences(n);
        } else {
            Arrays.fill(sides, 0, n, -1);
        }
        if (near > 0) {
            nearDifferences(near, n);
        }
        densities(n);
        prices(call ? 1 : -1, forwards, strikes, out, n);
        return true;
    }

    /** Exponents of the quotients, and the greater near the lesser; false if any needs special care. */
    private boolean bringNear(final double[] forwards, final double[] strikes, final double[] deviations, final int n) {
        for (int i = 0; i < n; i++) {
            lessers[i] = Math.min(forwards[i], strikes[i]);
            zs[i] = Math.max(forwards[i], strikes[i]);
        }
        System.arraycopy(deviations, 0, ts, 0, n);
        bits(lessers, lesserBits, n);
        bits(zs, greaterBits, n);
        bits(ts, exponentBits, n);
        if (isAnySpecial(n)) {
            return false;
        }
        for (int i = 0; i < n; i++) {
            final long k = Logarithm.ratioExponent(greaterBits[i], lesserBits[i]);
            greaterBits[i] -= k << 52;
            exponentBits[i] = SHIFT_BITS + k;
        }
        for (int i = 0; i < n; i++) {
            zs[i] = Double.longBitsToDouble(greaterBits[i]);
        }
        for (int i = 0; i < n; i++) {
            exponents[i] = Double.longBitsToDouble(exponentBits[i]);
        }
        return true;
    }

    /** Bits in an array of their own: a loop that takes them and calculates is not turned into vectors. */
    private static void bits(final double[] numbers, final long[] bits, final int n) {
        for (int i = 0; i < n; i++) {
            bits[i] = Double.doubleToRawLongBits(numbers[i]);
        }
    }

    /** Whether a price or a deviation is outside the range that the steps hold for: a sign bit says it. Bits are used up. */
    private boolean isAnySpecial(final int n) {
        for (int i = 0; i < n; i++) {
            final long t = exponentBits[i];
            exponentBits[i] = t | (MOST - t) | ((t - LEAST_DEVIATION) & -t);
        }
        for (int i = 0; i < n; i++) {
            exponentBits[i] |= (lesserBits[i] - LEAST) | greaterBits[i] | (MOST - greaterBits[i]);
        }
        long special = 0;
        for (int i = 0; i < n; i++) {
            special |= exponentBits[i] | lesserBits[i];
        }
        return special < 0;
    }

    private void arguments(final int n) {
        for (int i = 0; i < n; i++) {
            zs[i] = Logarithm.ratioLog(exponents[i] - Exponential.SHIFT, zs[i], lessers[i]);
        }
        for (int i = 0; i < n; i++) {
            zs[i] = NormalisedBlack.z(zs[i], ts[i]);
            ts[i] = 0.5 * ts[i];
        }
        for (int i = 0; i < n; i++) {
            reciprocals[i] = MillsRatio.reciprocal(zs[i]);
            steps[i] = ts[i] * reciprocals[i];
        }
    }

    /** Lists the places of options whose difference is a sum; returns how many. */
    private int listNear(final int n) {
        int near = 0;
        for (int i = 0; i < n; i++) {
            list[near] = i;
            near += NormalisedBlack.isNear(steps[i]) ? 1 : 0;
        }
        return near;
    }

    private void farDifferences(final int n) {
        for (int i = 0; i < n; i++) {
            sides[i] = NormalisedBlack.sideInLoop(zs[i], ts[i]);
        }
        for (int i = 0; i < n; i++) {
            inner[i] = Math.abs(ts[i] - zs[i]);
            outer[i] = zs[i] + ts[i];
        }
        MillsRatio.overArray(inner, squares, places, mantissas, n);
        MillsRatio.overArray(outer, squares, places, mantissas, n);
        for (int i = 0; i < n; i++) {
            differences[i] = NormalisedBlack.farDifference(sides[i], inner[i], outer[i]);
        }
    }

    /** Overwrites what {@link #farDifferences} left in the places of the list. */
    private void nearDifferences(final int near, final int n) {
        for (int i = 0; i < n; i++) {
            places[i] = MillsRatio.place(zs[i], reciprocals[i]);
            squares[i] = steps[i] * steps[i];
        }
        if (near == n) {
            MillsDifference.sums(places, squares, outer, mantissas, n);
            for (int i = 0; i < n; i++) {
                differences[i] = NormalisedBlack.scaledSum(steps[i], reciprocals[i], outer[i]);
            }
            return;
        }
        // Places are in order, so that none is overwritten before it is read.
        for (int i = 0; i < near; i++) {
            places[i] = places[list[i]];
            squares[i] = squares[list[i]];
        }
        MillsDifference.sums(places, squares, outer, mantissas, near);
        for (int i = 0; i < near; i++) {
            final int j = list[i];
            differences[j] = NormalisedBlack.scaledSum(steps[j], reciprocals[j], outer[i]);
            sides[j] = -1;
        }
    }

    private void densities(final int n) {
        for (int i = 0; i < n; i++) {
            zs[i] = Math.min(Math.abs(ts[i] - zs[i]), Normal.NO_DENSITY);
        }
        for (int i = 0; i < n; i++) {
            shifts[i] = Normal.densityExponent(zs[i]);
        }
        for (int i = 0; i < n; i++) {
            mantissas[i] = Normal.densityMantissa(zs[i], shifts[i]);
        }
        for (int i = 0; i < n; i++) {
            shifts[i] = Exponential.enlargedPower(shifts[i]);
        }
    }

    private void prices(
            final double sign, final double[] forwards, final double[] strikes, final double[] out, final int n) {
        for (int i = 0; i < n; i++) {
            final double product = mantissas[i] * differences[i] * shifts[i] * Exponential.ENLARGED;
            out[i] = NormalisedBlack.far(sides[i], product);
        }
        for (int i = 0; i < n; i++) {
            final double gain = sign * (forwards[i] - strikes[i]);
            out[i] = lessers[i] * out[i] + 0.5 * (gain + Math.abs(gain));
        }
    }
}
