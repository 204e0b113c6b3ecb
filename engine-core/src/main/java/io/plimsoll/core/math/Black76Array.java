package io.plimsoll.core.math;

import java.util.Arrays;

/**
 * {@link Black76} over arrays, with the same bits, in blocks.
 *
 * <p>Holds scratch arrays, so one thread at a time may use an instance. An output may be one of the inputs.
 */
public final class Black76Array {
    private static final int BLOCK = BlackBlock.SIZE;

    private final BlackBlock black;
    private final double[] forwards = new double[BLOCK];
    private final double[] strikes = new double[BLOCK];
    private final double[] deviations = new double[BLOCK];
    private final double[] prices = new double[BLOCK];

    /** Makes the scratch arrays: all that will ever be allocated. */
    public Black76Array() {
        this(ArrayLoops.fastest());
    }

    /**
     * The same with loops of one's choice.
     *
     * @param loops the loops.
     */
    public Black76Array(final ArrayLoops loops) {
        this.black = loops.black();
    }

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
        for (int at = 0; at < n; at += BLOCK) {
            final int size = Math.min(BLOCK, n - at);
            Arrays.fill(forwards, 0, size, forward);
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
        for (int at = 0; at < n; at += BLOCK) {
            final int size = Math.min(BLOCK, n - at);
            Arrays.fill(strikes, 0, size, strike);
            System.arraycopy(forward, at, forwards, 0, size);
            block(call, deviation, out, at, size);
        }
    }

    private void block(final boolean call, final double[] deviation, final double[] out, final int at, final int n) {
        System.arraycopy(deviation, at, deviations, 0, n);
        if (black.prices(call, forwards, strikes, deviations, prices, n)) {
            System.arraycopy(prices, 0, out, at, n);
            return;
        }
        for (int i = 0; i < n; i++) {
            out[at + i] = Black76.price(call, forwards[i], strikes[i], deviations[i]);
        }
    }
}
