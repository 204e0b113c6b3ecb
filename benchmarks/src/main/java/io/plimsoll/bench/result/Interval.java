package io.plimsoll.bench.result;

import java.util.Arrays;

/**
 * Median of some values, and the interval that holds the median of what they were drawn from with at least 95 %
 * confidence. It is made of order statistics, so that nothing is assumed of how the values are distributed: the number
 * of values below the true median is binomial with p = 1/2. Fewer than six values cannot give 95 %: the interval is then
 * their whole range.
 *
 * @param median of the values.
 * @param low lower end.
 * @param high upper end.
 */
public record Interval(double median, double low, double high) {
    private static final double TAIL = 0.025;

    /**
     * Of values in any order.
     *
     * @param values at least one.
     * @return median and interval.
     */
    public static Interval of(final double... values) {
        if (values.length == 0) {
            throw new IllegalArgumentException("no values");
        }
        final double[] sorted = values.clone();
        Arrays.sort(sorted);
        final int n = sorted.length;
        final int cut = cut(n);
        final double median = (sorted[(n - 1) / 2] + sorted[n / 2]) / 2;
        return new Interval(median, sorted[cut], sorted[n - 1 - cut]);
    }

    /** How many values may be left out at each end: the largest k with P(Bin(n, 1/2) < k) up to 2.5 %. */
    private static int cut(final int n) {
        double term = Math.pow(2, -n);
        double below = 0;
        int k = 0;
        while (k < n && below + term <= TAIL) {
            below += term;
            term = term * (n - k) / (k + 1);
            k++;
        }
        return Math.max(0, k - 1);
    }
}
