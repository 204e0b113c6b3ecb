package io.plimsoll.core.math;

/**
 * The block in plain Java. Work goes through it in passes over intermediate arrays, each a plain loop of one kind: arithmetic,
 * which a compiler turns into vector instructions, or bits and choices.
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
    private final double[] differences = new double[SIZE];
    private final double[] distances = new double[SIZE];
    private final double[] apart = new double[SIZE];
    private final double[] innerReciprocals = new double[SIZE];
    private final double[] outerReciprocals = new double[SIZE];
    private final double[] values = new double[SIZE];
    private final double[] slopes = new double[SIZE];
    private final double[] inner = new double[SIZE];
    private final double[] outer = new double[SIZE];
    private final long[] lesserBits = new long[SIZE];
    private final long[] greaterBits = new long[SIZE];
    private final long[] exponentBits = new long[SIZE];
    private final double[] sides = new double[SIZE];

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
        differences(n);
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
            distances[i] = ts[i] - zs[i];
            sides[i] = NormalisedBlack.side(distances[i]);
        }
        for (int i = 0; i < n; i++) {
            inner[i] = sides[i] * distances[i];
            outer[i] = zs[i] + ts[i];
            apart[i] = NormalisedBlack.apart(sides[i], zs[i], ts[i]);
        }
    }

    private void differences(final int n) {
        places(inner, innerReciprocals, n);
        places(outer, outerReciprocals, n);
        MillsDifference.SCALED.overArray(inner, outer, values, slopes, n);
        for (int i = 0; i < n; i++) {
            differences[i] = MillsDifference.joined(
                    sides[i], apart[i], innerReciprocals[i], outerReciprocals[i], values[i], slopes[i]);
        }
    }

    /** Makes arguments the places of the polynomial. */
    private static void places(final double[] arguments, final double[] reciprocals, final int n) {
        for (int i = 0; i < n; i++) {
            reciprocals[i] = MillsDifference.reciprocal(arguments[i]);
            arguments[i] = MillsDifference.place(arguments[i], reciprocals[i]);
        }
    }

    private void densities(final int n) {
        for (int i = 0; i < n; i++) {
            zs[i] = Math.min(Math.abs(distances[i]), Normal.NO_DENSITY);
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
