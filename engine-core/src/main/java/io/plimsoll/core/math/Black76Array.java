package io.plimsoll.core.math;

import java.util.Arrays;

/**
 * {@link Black76} over arrays, with the same bits. Work goes through blocks in passes over intermediate arrays, each a
 * plain loop of one kind: arithmetic, which a compiler turns into vector instructions, or bits and choices.
 *
 * <p>Holds scratch arrays, so one thread at a time may use an instance. An output may be one of the inputs.
 */
public final class Black76Array {
    private static final int BLOCK = 256;

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
        Arrays.fill(forwards, forward);
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
        Arrays.fill(strikes, strike);
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
        densities(n);
        final int near = countNear(n);
        if (near > 0) {
            nearDifferences(n);
        }
        if (near == n) {
            nearValues(n);
        } else {
            values(n);
        }
        prices(call, out, at, n);
    }

    /** Exponents of the quotients, and the greater near the lesser; false if any needs special care. */
    private boolean bringNear(final double[] deviation, final int at, final int n) {
        boolean ordinary = true;
        for (int i = 0; i < n; i++) {
            final double lesser = Math.min(forwards[i], strikes[i]);
            final double greater = Math.max(forwards[i], strikes[i]);
            ts[i] = deviation[at + i];
            ordinary = ordinary && Logarithm.ordinary(lesser) && Logarithm.ordinary(greater) && ts[i] >= 0;
            final int k = Logarithm.ratioExponent(greater, lesser);
            exponents[i] = k;
            lessers[i] = lesser;
            zs[i] = Logarithm.broughtNear(greater, k);
        }
        return ordinary;
    }

    private void arguments(final int n) {
        for (int i = 0; i < n; i++) {
            zs[i] = Logarithm.ratioLog(exponents[i], zs[i], lessers[i]);
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

    private void densities(final int n) {
        for (int i = 0; i < n; i++) {
            final double distance = ts[i] - zs[i];
            shifts[i] = Normal.densityExponent(distance);
            mantissas[i] = Normal.densityMantissa(distance, shifts[i]);
        }
    }

    private int countNear(final int n) {
        int near = 0;
        for (int i = 0; i < n; i++) {
            near += NormalisedBlack.isNear(steps[i]) ? 1 : 0;
        }
        return near;
    }

    private void nearDifferences(final int n) {
        for (int i = 0; i < n; i++) {
            places[i] = MillsRatio.place(zs[i], reciprocals[i]);
            squares[i] = steps[i] * steps[i];
        }
        MillsDifference.sums(places, squares, differences, n);
        for (int i = 0; i < n; i++) {
            differences[i] = NormalisedBlack.scaledSum(steps[i], reciprocals[i], differences[i]);
        }
    }

    private void nearValues(final int n) {
        for (int i = 0; i < n; i++) {
            values[i] = Exponential.scaled(mantissas[i] * differences[i], shifts[i]);
        }
    }

    private void values(final int n) {
        // Sums in loops of their own: with them the loops over the ratio are too large to be turned into vectors.
        for (int i = 0; i < n; i++) {
            inner[i] = Math.abs(ts[i] - zs[i]);
            outer[i] = zs[i] + ts[i];
        }
        for (int i = 0; i < n; i++) {
            inner[i] = MillsRatio.of(inner[i]);
        }
        for (int i = 0; i < n; i++) {
            outer[i] = MillsRatio.of(outer[i]);
        }
        for (int i = 0; i < n; i++) {
            final double side = NormalisedBlack.side(zs[i], ts[i]);
            final double far = NormalisedBlack.farDifference(side, inner[i], outer[i]);
            final double product = mantissas[i] * either(steps[i], differences[i], far);
            values[i] = NormalisedBlack.far(either(steps[i], -1, side), Exponential.scaled(product, shifts[i]));
        }
    }

    /** One of two numbers by the step, without a branch: in a mixed block none could be foreseen. */
    private static double either(final double step, final double near, final double far) {
        final long isFar = Double.doubleToRawLongBits(MillsDifference.LARGEST_STEP - step) >> 63;
        return Double.longBitsToDouble(
                (Double.doubleToRawLongBits(far) & isFar) | (Double.doubleToRawLongBits(near) & ~isFar));
    }

    private void prices(final boolean call, final double[] out, final int at, final int n) {
        final double sign = call ? 1 : -1;
        for (int i = 0; i < n; i++) {
            final double gain = sign * (forwards[i] - strikes[i]);
            values[i] = lessers[i] * values[i] + 0.5 * (gain + Math.abs(gain));
        }
        System.arraycopy(values, 0, out, at, n);
    }
}
