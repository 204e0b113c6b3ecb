package io.plimsoll.cli;

import io.plimsoll.cli.output.Progress;
import io.plimsoll.journal.ReplayListener;
import org.agrona.DirectBuffer;

/**
 * Shows how far a replay is; takes no notice of its events.
 *
 * @param progress where.
 * @param last sequence at which it will end; 0: unknown.
 */
record ReplayProgress(Progress progress, long last) implements ReplayListener {
    @Override
    public void onEvent(
            final int index, final int flags, final DirectBuffer event, final int offset, final int length) {}

    @Override
    public void onProgress(final long sequence, final long lastSequence) {
        progress.at(sequence, last);
    }
}
