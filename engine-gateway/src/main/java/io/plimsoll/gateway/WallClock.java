package io.plimsoll.gateway;

import org.agrona.concurrent.EpochClock;
import org.agrona.concurrent.NanoClock;

/**
 * The machine's time, strictly increasing. It runs on the monotonic counter; the wall clock only says where that began. When
 * the two part by more than a second between two looks, somebody set the clock: then nothing is sequenced any more.
 */
final class WallClock implements SequencerClock {
    private static final long MILLI_NS = 1_000_000L;
    private static final long STEP_MAX_NS = 1_000_000_000L;

    private final EpochClock wall;
    private final NanoClock counter;
    private long offsetNs;
    private long lastNs;
    private boolean sound = true;

    /**
     * A clock that goes on after a time.
     *
     * @throws IllegalStateException the machine's clock is more than a second before that time.
     */
    WallClock(final EpochClock wall, final NanoClock counter, final long lastTimeNs) {
        this.wall = wall;
        this.counter = counter;
        this.lastNs = lastTimeNs;
        this.offsetNs = wall.time() * MILLI_NS - counter.nanoTime();
        final long behindNs = lastTimeNs - wall.time() * MILLI_NS;
        if (behindNs > STEP_MAX_NS) {
            throw new IllegalStateException("the machine's clock is " + behindNs / MILLI_NS
                    + " ms behind the last command of the journal: set the clock, then start again");
        }
    }

    @Override
    public long next() {
        lastNs = Math.max(lastNs + 1, counter.nanoTime() + offsetNs);
        return lastNs;
    }

    @Override
    public void advanceTo(final long timeNs) {
        throw new UnsupportedOperationException("a wall clock is not moved by commands");
    }

    @Override
    public boolean ticks() {
        return true;
    }

    /** Looks at both clocks. Slow corrections are followed; a step is not. */
    @Override
    public boolean isSound() {
        final long offsetNow = wall.time() * MILLI_NS - counter.nanoTime();
        if (Math.abs(offsetNow - offsetNs) > STEP_MAX_NS) {
            sound = false;
        } else {
            offsetNs = offsetNow;
        }
        return sound;
    }
}
