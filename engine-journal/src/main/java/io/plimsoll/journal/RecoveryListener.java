package io.plimsoll.journal;

/** Hears how a recovery goes on. All methods are called on the thread that opens the journal; the defaults do nothing. */
public interface RecoveryListener {
    /** Hears nothing. */
    RecoveryListener NONE = new RecoveryListener() {};

    /**
     * A step of the recovery is done. What is on disk at this point is recoverable: a start may be killed anywhere.
     *
     * @param step that is done.
     */
    default void onStep(final RecoveryStep step) {}

    /**
     * Commands are being replayed; called about every 65,536 commands.
     *
     * @param sequence last one applied.
     * @param lastSequence last one that is there.
     */
    default void onProgress(final long sequence, final long lastSequence) {}

    /**
     * The last generation ends in something that is not a whole record. It is cut there.
     *
     * @param generation number of the generation.
     * @param queue name of the queue, {@code commands} or {@code events}.
     * @param lastSequence last sequence that is kept.
     * @param reason what was found after it.
     */
    default void onCut(final int generation, final String queue, final long lastSequence, final String reason) {}

    /**
     * Events that were lost are written anew, marked as repeated.
     *
     * @param fromSequence first command whose events were missing or incomplete.
     * @param events number of events written.
     */
    default void onRegenerated(final long fromSequence, final long events) {}
}
