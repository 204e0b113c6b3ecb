package io.plimsoll.journal;

import java.nio.file.Path;

/**
 * What a segment file holds, as far as that was looked at.
 *
 * @param epoch generation.
 * @param queue name of the queue, {@code commands} or {@code events}.
 * @param file path.
 * @param bytes of the file; the last one of a queue is made larger than what is in it. -1: there is no such file.
 * @param used bytes of the file up to the last valid record; -1: not counted.
 * @param records commands or events in it; -1: not counted.
 * @param firstSequence of its first record; 0: none.
 * @param lastSequence of its last valid record; 0: none.
 * @param firstTimeNs of its first record, ns since 1970-01-01T00:00:00Z; 0: none.
 * @param lastTimeNs of its last valid record; 0: none; -1: not looked up.
 */
public record SegmentSummary(
        int epoch,
        String queue,
        Path file,
        long bytes,
        long used,
        long records,
        long firstSequence,
        long lastSequence,
        long firstTimeNs,
        long lastTimeNs) {
    /** Stands for a figure that was not looked up. */
    public static final long UNKNOWN = -1;
}
