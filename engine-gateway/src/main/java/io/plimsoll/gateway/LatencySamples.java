package io.plimsoll.gateway;

import org.HdrHistogram.Histogram;
import org.HdrHistogram.SingleWriterRecorder;

/**
 * How long commands take from one point to another, of one command in {@link #EVERY}. One thread records, another takes what
 * was recorded since it last did; neither waits, and recording allocates nothing.
 */
final class LatencySamples {
    /** One command of so many is measured; a power of two. */
    static final int EVERY = 16;

    private static final int DIGITS = 2;
    private static final long LONGEST_NS = 60_000_000_000L;

    private final SingleWriterRecorder recorder = new SingleWriterRecorder(LONGEST_NS, DIGITS);
    private Histogram taken;

    /** Whether the command with this sequence is measured. */
    static boolean isSampled(final long sequence) {
        return (sequence & (EVERY - 1)) == 0;
    }

    /** Records what has passed since a command's stamp. */
    void record(final long stampNs) {
        recorder.recordValue(Math.min(Math.max(System.nanoTime() - stampNs, 0), LONGEST_NS));
    }

    /** Sets four counters to the percentiles of what was recorded since the last call; leaves them if that is nothing. */
    void publish(
            final GatewayCounters counters,
            final EngineCounter p50,
            final EngineCounter p99,
            final EngineCounter p999,
            final EngineCounter max) {
        taken = recorder.getIntervalHistogram(taken);
        if (taken.getTotalCount() == 0) {
            return;
        }
        counters.set(p50, taken.getValueAtPercentile(50));
        counters.set(p99, taken.getValueAtPercentile(99));
        counters.set(p999, taken.getValueAtPercentile(99.9));
        counters.set(max, taken.getMaxValue());
    }
}
