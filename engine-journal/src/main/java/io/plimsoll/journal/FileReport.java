package io.plimsoll.journal;

import java.nio.file.Path;

/**
 * What a segment file holds.
 *
 * @param generation number.
 * @param queue name of the queue, {@code commands} or {@code events}.
 * @param file path.
 * @param bytes of its valid records with their payload.
 * @param records number of valid commands or events.
 * @param firstSequence of the first; 0: none.
 * @param lastSequence of the last; 0: none.
 */
public record FileReport(
        int generation, String queue, Path file, long bytes, long records, long firstSequence, long lastSequence) {}
