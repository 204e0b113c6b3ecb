package io.plimsoll.cli.doctor;

import java.util.List;

/** Bytes and durations for people: rounded down to a tenth of a unit. */
final class Amounts {
    private static final List<String> SIZES = List.of("B", "KiB", "MiB", "GiB", "TiB");
    private static final List<String> TIMES = List.of("ns", "us", "ms", "s");

    private Amounts() {}

    static String bytes(final long bytes) {
        return text(bytes, 1_024, SIZES);
    }

    static String nanos(final long nanos) {
        return text(nanos, 1_000, TIMES);
    }

    private static String text(final long amount, final int step, final List<String> units) {
        long unit = 1;
        int index = 0;
        while (index + 1 < units.size() && amount / unit >= step) {
            unit *= step;
            index++;
        }
        final long tenths = amount % unit * 10 / unit;
        return amount / unit + (tenths == 0 ? "" : "." + tenths) + " " + units.get(index);
    }
}
