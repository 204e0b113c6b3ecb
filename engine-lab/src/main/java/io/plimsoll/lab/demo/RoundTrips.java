package io.plimsoll.lab.demo;

import org.HdrHistogram.Histogram;

/** Times from sending a command to hearing its completion, while a window of commands is in flight. */
public final class RoundTrips {
    private static final long HIGHEST_NS = 60_000_000_000L;

    private final Histogram histogram = new Histogram(1, HIGHEST_NS, 3);

    void record(final long ns) {
        histogram.recordValue(Math.max(1, Math.min(ns, HIGHEST_NS)));
    }

    void clear() {
        histogram.reset();
    }

    /** {@return number of commands answered} */
    public long count() {
        return histogram.getTotalCount();
    }

    /**
     * Time within which a share of the commands was answered.
     *
     * @param percent the share, 50 or 99.9.
     * @return ns.
     */
    public long percentileNs(final double percent) {
        return histogram.getValueAtPercentile(percent);
    }

    /** {@return {@code p50 310 us  p99 1,200 us  p99.9 4,000 us}} */
    public String sentence() {
        return "p50 " + micros(50) + "  p99 " + micros(99) + "  p99.9 " + micros(99.9);
    }

    private String micros(final double percent) {
        return io.plimsoll.lab.text.Show.count(Math.round(percentileNs(percent) / 1_000.0)) + " us";
    }
}
