package io.plimsoll.lab.tape;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Mark prices from hourly bars: files {@code COINUSDT-...-1h-....csv.gz} of the folder {@code crypto-intraday}. A bar names
 * the start of its hour; its close is known at the end of the hour and not before.
 */
final class HourlyMarks {
    private static final long HOUR_NS = 3_600_000_000_000L;
    private static final String FOLDER = "crypto-intraday";

    /** A close, from the moment it is known. */
    record Close(long knownAtNs, Decimal price) {}

    /** Closes of one coin and the file they come from. */
    record Source(String file, List<Close> closes) {}

    private HourlyMarks() {}

    /**
     * Closes of a coin that become known within a span of time.
     *
     * @param dataFolder the data folder.
     * @param coin as the tape calls it.
     * @param fromNs first moment.
     * @param toNs last moment.
     * @return closes in order of time; null when no file has any.
     */
    static Source of(final Path dataFolder, final String coin, final long fromNs, final long toNs) {
        for (final Path file : filesOf(dataFolder.resolve(FOLDER), coin)) {
            final List<Close> closes = new ArrayList<>();
            CsvFile.of(file).read(List.of("time_utc", "close"), row -> {
                final long knownAtNs = row.timeNs("time_utc") + HOUR_NS;
                if (knownAtNs >= fromNs && knownAtNs <= toNs) {
                    closes.add(new Close(knownAtNs, row.positive("close")));
                }
            });
            if (!closes.isEmpty()) {
                return new Source(file.getFileName().toString(), closes);
            }
        }
        return null;
    }

    private static List<Path> filesOf(final Path folder, final String coin) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> isHourlyOf(file.getFileName().toString(), coin))
                    .sorted()
                    .toList();
        } catch (final IOException e) {
            throw new TapeException(folder + ": cannot be listed: " + e.getMessage(), e);
        }
    }

    private static boolean isHourlyOf(final String name, final String coin) {
        return name.startsWith(coin + "USDT-")
                && name.contains("-1h-")
                && (name.endsWith(".csv.gz") || name.endsWith(".csv"));
    }
}
