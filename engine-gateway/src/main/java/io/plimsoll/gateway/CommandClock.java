package io.plimsoll.gateway;

/** Time that only commands move. */
final class CommandClock implements SequencerClock {
    private long timeNs;

    CommandClock(final long lastTimeNs) {
        timeNs = lastTimeNs;
    }

    @Override
    public long next() {
        return timeNs;
    }

    @Override
    public void advanceTo(final long newTimeNs) {
        timeNs = Math.max(timeNs, newTimeNs);
    }

    @Override
    public boolean ticks() {
        return false;
    }

    @Override
    public boolean isSound() {
        return true;
    }
}
