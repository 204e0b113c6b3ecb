package io.plimsoll.core.math;

import java.util.Arrays;

/**
 * {@link Black76} over arrays, with the same bits. Work goes through blocks in passes over intermediate arrays, each a
 * plain loop of one kind: arithmetic, which a compiler turns into vector instructions, or bits and choices. What only options
 * near the money need, the longest part by far, is computed for them alone.
 *
 * <p>Holds scratch arrays, so one thread at a time may use an instance. An output may be one of the inputs.
 */
public final class Black76Array {
    private static final int BLOCK = 1024;
    private static final long LEAST = Double.doubleToRawLongBits(Logarithm.SMALLEST_ORDINARY);
    private static final long MOST = Double.doubleToRawLongBits(Logarithm.LARGEST_ORDINARY);

    /** A number in whose last bits an integer may be added, so that it becomes a number without a conversion. */
    private static final double SHIFT = 0x1.8p52;

    private static final long SHIFT_BITS = Double.doubleToRawLongBits(SHIFT);

    /** A smaller deviation, unless it is zero, could make a product that is rounded twice. */
    private static final long LEAST_DEVIATION = Double.doubleToRawLongBits(0x1p-500);

    private final double[] forwards = new double[BLOCK];
    private final double[] strikes = new double[BLOCK];
    private final double[] lessers = new double[BLOCK];
    private final double[] exponents = new double[BLOCK];
    private final double[] zs = new double[BLOCK];
    private final double[] ts = new double[BLOCK];
    private final double[] shifts = new double[BLOCK];
    private final double[] mantissas = new double[BLOCK];
    private final double[] reciprocals = new double[BLOCK];
    private final double[] steps = new double[BLOCK];
    private final double[] places = new double[BLOCK];
    private final double[] squares = new double[BLOCK];
    private final double[] differences = new double[BLOCK];
    private final double[] inner = new double[BLOCK];
    private final double[] outer = new double[BLOCK];
    private final long[] lesserBits = new long[BLOCK];
    private final long[] greaterBits = new long[BLOCK];
    private final long[] exponentBits = new long[BLOCK];
    private final double[] sides = new double[BLOCK];
    private final int[] list = new int[BLOCK];
    private final double[] values = new double[BLOCK];

    /** Makes the scratch arrays: all that will ever be allocated. */
    public Black76Array() {}

    /**
     * Undiscounted prices, one forward, strike and deviation each.
     *
     * @param call calls, otherwise puts.
     * @param forward prices of the forwards.
     * @param strike strikes.
     * @param deviation total deviations.
     * @param out takes the prices.
     * @param n how many, from the start of each array.
     */
    public void prices(
            final boolean call,
            final double[] forward,
            final double[] strike,
            final double[] deviation,
            final double[] out,
            final int n) {
        for (int at = 0; at < n; at += BLOCK) {
            final int size = Math.min(BLOCK, n - at);
            System.arraycopy(forward, at, forwards, 0, size);
            System.arraycopy(strike, at, strikes, 0, size);
            block(call, deviation, out, at, size);
        }
    }

    /**
     * Undiscounted prices of one expiry: one forward, many strikes.
     *
     * @param call calls, otherwise puts.
     * @param forward price of the forward.
     * @param strike strikes.
     * @param deviation total deviation at each strike.
     * @param out takes the prices.
     * @param n how many, from the start of each array.
     */
    public void overStrikes(
            final boolean call,
            final double forward,
            final double[] strike,
            final double[] deviation,
            final double[] out,
            final int n) {
        Arrays.fill(forwards, 0, Math.min(BLOCK, n), forward);
        for (int at = 0; at < n; at += BLOCK) {
            final int size = Math.min(BLOCK, n - at);
            System.arraycopy(strike, at, strikes, 0, size);
            block(call, deviation, out, at, size);
        }
    }

    /**
     * Undiscounted prices of one option in many states of the market.
     *
     * @param call a call, otherwise a put.
     * @param forward price of the forward in each state.
     * @param strike the strike.
     * @param deviation total deviation in each state.
     * @param out takes the prices.
     * @param n how many, from the start of each array.
     */
    public void overForwards(
            final boolean call,
            final double[] forward,
            final double strike,
            final double[] deviation,
            final double[] out,
            final int n) {
        Arrays.fill(strikes, 0, Math.min(BLOCK, n), strike);
        for (int at = 0; at < n; at += BLOCK) {
            final int size = Math.min(BLOCK, n - at);
            System.arraycopy(forward, at, forwards, 0, size);
            block(call, deviation, out, at, size);
        }
    }

    private void block(final boolean call, final double[] deviation, final double[] out, final int at, final int n) {
        if (!bringNear(deviation, at, n)) {
            for (int i = 0; i < n; i++) {
                out[at + i] = Black76.price(call, forwards[i], strikes[i], deviation[at + i]);
            }
            return;
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
        prices(call, out, at, n);
    }

    /** Exponents of the quotients, and the greater near the lesser; false if any needs special care. */
    private boolean bringNear(final double[] deviation, final int at, final int n) {
        for (int i = 0; i < n; i++) {
            lessers[i] = Math.min(forwards[i], strikes[i]);
            zs[i] = Math.max(forwards[i], strikes[i]);
        }
        System.arraycopy(deviation, at, ts, 0, n);
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
            zs[i] = Logarithm.ratioLog(exponents[i] - SHIFT, zs[i], lessers[i]);
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

    private void prices(final boolean call, final double[] out, final int at, final int n) {
        final double sign = call ? 1 : -1;
        for (int i = 0; i < n; i++) {
            final double product = mantissas[i] * differences[i] * shifts[i] * Exponential.ENLARGED;
            values[i] = NormalisedBlack.far(sides[i], product);
        }
        for (int i = 0; i < n; i++) {
            final double gain = sign * (forwards[i] - strikes[i]);
            values[i] = lessers[i] * values[i] + 0.5 * (gain + Math.abs(gain));
        }
        System.arraycopy(values, 0, out, at, n);
    }
}
