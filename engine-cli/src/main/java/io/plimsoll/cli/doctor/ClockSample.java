package io.plimsoll.cli.doctor;

import java.time.Instant;

/**
 * What a short look at the clocks showed.
 *
 * @param costNs of one call of nanoTime, ns.
 * @param lookedNs how long was looked, ns.
 * @param backNs largest step of the wall clock backwards, ns.
 * @param gapNs longest time between two looks, ns: for so long this process did not run.
 */
record ClockSample(long costNs, long lookedNs, long backNs, long gapNs) {
    private static final int CALLS = 200_000;
    private static final long SECOND_NS = 1_000_000_000L;

    /** Looks at this machine's clocks. */
    static ClockSample take(final long durationNs) {
        cost();
        final long costNs = cost();
        final long startNs = System.nanoTime();
        long counter = startNs;
        long wall = wall();
        long backNs = 0;
        long gapNs = 0;
        while (counter - startNs < durationNs) {
            final long nextCounter = System.nanoTime();
            final long nextWall = wall();
            backNs = Math.max(backNs, wall - nextWall);
            gapNs = Math.max(gapNs, nextCounter - counter);
            counter = nextCounter;
            wall = nextWall;
        }
        return new ClockSample(costNs, durationNs, backNs, gapNs);
    }

    private static long cost() {
        final long startNs = System.nanoTime();
        long last = startNs;
        for (int i = 0; i < CALLS; i++) {
            last = System.nanoTime();
        }
        return (last - startNs) / CALLS;
    }

    private static long wall() {
        final Instant now = Instant.now();
        return now.getEpochSecond() * SECOND_NS + now.getNano();
    }
}
