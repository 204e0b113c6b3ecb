package io.plimsoll.journal;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.regex.Pattern;
import net.openhft.chronicle.queue.RollCycle;
import net.openhft.chronicle.queue.RollCycles;

/**
 * Names of the segment files of a queue. Chronicle Queue names a file after the day of its cycle; the engine counts a
 * day on for every segment, so that segment 0 is 1970-01-01, and no clock is involved.
 */
final class QueueFiles {
    static final RollCycle CYCLE = RollCycles.FAST_DAILY;

    private static final DateTimeFormatter FORMAT = DateTimeFormatter.ofPattern(CYCLE.format());
    private static final String SUFFIX = ".cq4";
    private static final Pattern NAME = Pattern.compile("\\d{8}F\\" + SUFFIX);

    private QueueFiles() {}

    static Path segment(final Path queue, final int segment) {
        return queue.resolve(FORMAT.format(LocalDate.ofEpochDay(segment)) + SUFFIX);
    }

    static boolean exists(final Path queue, final int segment) {
        return Files.exists(segment(queue, segment));
    }

    /** Number of segments up to the last file that exists, whether or not those before it do. */
    static int count(final Path queue) {
        final String[] names =
                queue.toFile().list((folder, name) -> NAME.matcher(name).matches());
        int count = 0;
        if (names != null) {
            for (final String name : names) {
                final String day = name.substring(0, name.length() - SUFFIX.length());
                count = Math.max(count, (int) LocalDate.parse(day, FORMAT).toEpochDay() + 1);
            }
        }
        return count;
    }
}
