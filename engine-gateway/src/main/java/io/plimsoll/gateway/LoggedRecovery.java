package io.plimsoll.gateway;

import io.plimsoll.journal.RecoveryListener;
import io.plimsoll.journal.RecoveryStep;
import java.util.Locale;

/** Writes the steps of a recovery to the log and passes them on. */
final class LoggedRecovery implements RecoveryListener {
    private static final long PROGRESS_EVERY_NS = 5_000_000_000L;

    private final HostLog log;
    private final RecoveryListener next;
    private long progressNs = System.nanoTime();

    LoggedRecovery(final HostLog log, final RecoveryListener next) {
        this.log = log;
        this.next = next;
    }

    @Override
    public void onStep(final RecoveryStep step) {
        log.info("recovery_step", "recovery goes on", "step", step.name().toLowerCase(Locale.ROOT));
        next.onStep(step);
    }

    @Override
    public void onProgress(final long sequence, final long lastSequence) {
        final long nowNs = System.nanoTime();
        if (nowNs - progressNs >= PROGRESS_EVERY_NS) {
            progressNs = nowNs;
            log.info("recovery_progress", "commands are replayed", "replayed_seq", sequence, "last_seq", lastSequence);
        }
        next.onProgress(sequence, lastSequence);
    }

    @Override
    public void onCut(final int generation, final String queue, final long lastSequence, final String reason) {
        log.warn(
                "recovery_cut",
                "the last generation ends in something that is not whole; it is cut there",
                "generation",
                generation,
                "queue",
                queue,
                "last_seq",
                lastSequence,
                "reason",
                reason);
        next.onCut(generation, queue, lastSequence, reason);
    }

    @Override
    public void onRegenerated(final long fromSequence, final long events) {
        log.warn("recovery_regenerated", "lost events are written anew", "from_seq", fromSequence, "events", events);
        next.onRegenerated(fromSequence, events);
    }
}
