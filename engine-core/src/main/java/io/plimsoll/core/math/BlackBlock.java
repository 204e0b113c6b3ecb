package io.plimsoll.core.math;

/**
 * Prices a block of options as {@link Black76} does, to the last bit. Holds scratch arrays, so one thread at a time may use an
 * instance.
 */
public interface BlackBlock {
    /** Length of the arrays, and most options of a block. */
    int SIZE = 1024;

    /**
     * Undiscounted prices. What stands in the arrays behind the options of the block may be overwritten.
     *
     * @param call calls, otherwise puts.
     * @param forwards prices of the forwards.
     * @param strikes strikes.
     * @param deviations total deviations.
     * @param out takes the prices; another array than the three.
     * @param n how many, at least one.
     * @return false where any price is below {@link BlackNumbers#LEAST_PRICE} or above {@link BlackNumbers#MOST}, or any deviation,
     *     unless it is zero, below {@link BlackNumbers#LEAST_DEVIATION} or above {@code MOST}; nothing is priced then.
     */
    boolean prices(boolean call, double[] forwards, double[] strikes, double[] deviations, double[] out, int n);
}
