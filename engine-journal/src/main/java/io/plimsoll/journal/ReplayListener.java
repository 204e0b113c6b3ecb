package io.plimsoll.journal;

import io.plimsoll.core.wire.EventSink;

/** Hears how a replay goes on. */
public interface ReplayListener extends EventSink {
    /** Hears nothing. */
    ReplayListener NONE = (index, flags, event, offset, length) -> {};

    /**
     * A command is about to be applied; its events follow through {@link #onEvent}.
     *
     * @param command its record.
     */
    default void onCommand(final RecordView command) {}

    /**
     * Called about every 65,536 commands.
     *
     * @param sequence last one applied.
     * @param lastSequence last one known to be there; 0: unknown.
     */
    default void onProgress(final long sequence, final long lastSequence) {}
}
