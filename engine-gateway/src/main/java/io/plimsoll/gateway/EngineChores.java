package io.plimsoll.gateway;

/**
 * Sequences what the engine asks of its host: slices of work that is too long for one command, and looks at the volatilities
 * when the engine's time has come. One slice is on its way at a time, so that a client's command never waits behind two.
 * Clients are polled between two slices; a place on a full ring is kept for the next one, so that it does not wait for ever
 * either. One thread.
 */
final class EngineChores {
    private final EngineWork work;
    private final Sequencer sequencer;
    private long lastContinue;
    private long fixAskedFor;

    EngineChores(final EngineWork work, final Sequencer sequencer) {
        this.work = work;
        this.sequencer = sequencer;
    }

    Sequencer sequencer() {
        return sequencer;
    }

    /** Whether something is to be sequenced now. */
    boolean isDue() {
        return isContinueDue() || isFixDue();
    }

    /** Whether the engine has work left, as far as it was heard. */
    boolean isPending() {
        return work.pendingAfter() != 0;
    }

    private boolean isContinueDue() {
        final long pendingAfter = work.pendingAfter();
        return pendingAfter != 0 && pendingAfter >= lastContinue;
    }

    /** By the time of the last command: with a clock of commands the engine knows no other. Each due time is met once. */
    private boolean isFixDue() {
        final long dueNs = work.fixDueNs();
        return dueNs != fixAskedFor && sequencer.lastTimeNs() >= dueNs;
    }

    /** Does what is due, as far as the ring has room; says how many commands that were. */
    int work() {
        int done = 0;
        if (isFixDue() && sequencer.hasRoomForHost()) {
            fixAskedFor = work.fixDueNs();
            sequencer.volatilityFix();
            done++;
        }
        if (isContinueDue() && sequencer.hasRoomForHost()) {
            sequencer.goOn();
            lastContinue = sequencer.lastSequence();
            done++;
        }
        sequencer.keepPlace(isDue());
        return done;
    }
}
