package io.plimsoll.lab.backtest;

import io.plimsoll.lab.tape.CsvFile;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.TreeMap;

/**
 * Basis of dated futures, per year, at the end of each day: the mean funding rate of each day, for 8 hours, times 3 x 365, smoothed
 * with a decay of 0.9 a day. Of days before the first funding rate and after the last there is none.
 */
final class BasisPath {
    private static final double DECAY = 0.9;
    private static final double PER_YEAR = 3 * 365;
    private static final String DATE = "date";
    private static final String RATE = "funding_mean_fraction_8h";

    private final TreeMap<LocalDate, Double> basis = new TreeMap<>();

    /** Without any funding. */
    BasisPath() {}

    BasisPath(final Path file) {
        final TreeMap<LocalDate, Double> rates = new TreeMap<>();
        CsvFile.of(file).read(List.of(DATE, RATE), row -> {
            final double rate = Double.parseDouble(row.text(RATE));
            if (!(Math.abs(rate) < 1)) {
                throw row.fault("column '" + RATE + "' is " + rate + ", must be a fraction");
            }
            rates.put(row.day(DATE), rate);
        });
        double smooth = Double.NaN;
        for (final LocalDate day : rates.keySet()) {
            final double now = rates.get(day) * PER_YEAR;
            smooth = Double.isNaN(smooth) ? now : DECAY * smooth + (1 - DECAY) * now;
            basis.put(day, smooth);
        }
    }

    boolean has(final LocalDate day) {
        return basis.containsKey(day);
    }

    double on(final LocalDate day) {
        return basis.getOrDefault(day, 0.0);
    }
}
