package io.plimsoll.journal;

/**
 * What a generation says of itself.
 *
 * @param epoch its number.
 * @param firstSequence of its commands; 0: it has none.
 * @param lastSequence of its commands; 0: it has none.
 * @param firstTimeNs of its commands, ns since 1970-01-01T00:00:00Z; 0: it has none.
 * @param lastTimeNs of its commands; 0: it has none.
 * @param end how it ends.
 * @param writer process that writes it; 0: none.
 */
public record GenerationSummary(
        int epoch,
        long firstSequence,
        long lastSequence,
        long firstTimeNs,
        long lastTimeNs,
        GenerationEnd end,
        long writer) {}
