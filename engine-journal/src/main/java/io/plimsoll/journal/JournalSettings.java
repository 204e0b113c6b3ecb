package io.plimsoll.journal;

import java.nio.file.Path;

/**
 * Where the journal lives and how it is written.
 *
 * @param folder of the journal; made if it is not there, readable by its owner alone.
 * @param rollBytes bytes of records after which a queue goes on in a new segment file, at most 1 GiB.
 * @param blockBytes bytes by which a segment file grows and is mapped; a power of two, at least 1 MiB.
 * @param forceIntervalNs shortest time between two forces of the command queue in ns; 0: as often as the disk allows.
 * @param eventForceIntervalNs shortest time between two forces of the event queue in ns. Events can be regenerated from
 *     commands, so this only bounds the work of a recovery.
 */
public record JournalSettings(
        Path folder, long rollBytes, int blockBytes, long forceIntervalNs, long eventForceIntervalNs) {

    /** Largest {@code rollBytes}: 1 GiB. */
    public static final long ROLL_BYTES_MAX = 1L << 30;

    private static final int BLOCK_BYTES_MIN = 1 << 20;
    private static final int BLOCK_BYTES_DEFAULT = 64 << 20;
    private static final long SECOND_NS = 1_000_000_000L;

    /** Checks the ranges. */
    public JournalSettings {
        if (rollBytes < 1 || rollBytes > ROLL_BYTES_MAX) {
            throw new IllegalArgumentException("rollBytes must be 1 to " + ROLL_BYTES_MAX + ", is " + rollBytes);
        }
        if (blockBytes < BLOCK_BYTES_MIN || Integer.bitCount(blockBytes) != 1) {
            throw new IllegalArgumentException(
                    "blockBytes must be a power of two from " + BLOCK_BYTES_MIN + " on, is " + blockBytes);
        }
        if (forceIntervalNs < 0 || eventForceIntervalNs < 0) {
            throw new IllegalArgumentException("a force interval must not be negative");
        }
    }

    /**
     * Settings that suit most: segments of 1 GiB, blocks of 64 MiB, the command queue forced as often as the disk
     * allows, the event queue once a second.
     *
     * @param folder of the journal.
     * @return the settings.
     */
    public static JournalSettings of(final Path folder) {
        return new JournalSettings(folder, ROLL_BYTES_MAX, BLOCK_BYTES_DEFAULT, 0, SECOND_NS);
    }

    /**
     * The same with another segment size.
     *
     * @param bytes of records in a segment, at most 1 GiB.
     * @return the settings.
     */
    public JournalSettings withRollBytes(final long bytes) {
        return new JournalSettings(folder, bytes, blockBytes, forceIntervalNs, eventForceIntervalNs);
    }

    /**
     * The same with another block size.
     *
     * @param bytes of a block; a power of two.
     * @return the settings.
     */
    public JournalSettings withBlockBytes(final int bytes) {
        return new JournalSettings(folder, rollBytes, bytes, forceIntervalNs, eventForceIntervalNs);
    }

    /**
     * The same with other force intervals.
     *
     * @param commandsNs shortest time between two forces of the command queue, ns.
     * @param eventsNs shortest time between two forces of the event queue, ns.
     * @return the settings.
     */
    public JournalSettings withForceIntervals(final long commandsNs, final long eventsNs) {
        return new JournalSettings(folder, rollBytes, blockBytes, commandsNs, eventsNs);
    }
}
