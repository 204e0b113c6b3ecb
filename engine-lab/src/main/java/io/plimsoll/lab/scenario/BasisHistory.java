package io.plimsoll.lab.scenario;

import io.plimsoll.lab.tape.CsvFile;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * Basis of dated futures, continuously compounded per year, at the end of each day, out of funding rates: what is to be expected of
 * funding over 90 days. The level is the mean rate of each day, for 8 hours, times 3 x 365, smoothed with a decay of 0.4 a day:
 * with that, changes of the level do not follow each other, as those of a traded price do not. Of the level's distance from the mean
 * of all days so far 0.22 counts, as if it became 5 % smaller each day: {@code (1 - 0.95^90) / (90 x 0.05)}. Of days before the
 * first funding rate and after the last there is no basis.
 */
public final class BasisHistory {
    private static final double DECAY = 0.4;
    private static final double STAYS = 0.22;
    private static final double PER_YEAR = 3 * 365;
    private static final String DATE = "date";
    private static final String RATE = "funding_mean_fraction_8h";

    private final NavigableMap<LocalDate, Double> basis = new TreeMap<>();

    /** Without any funding. */
    public BasisHistory() {}

    /**
     * Of a file of funding rates.
     *
     * @param file with the columns date and funding_mean_fraction_8h.
     */
    public BasisHistory(final Path file) {
        double level = Double.NaN;
        double sum = 0;
        int count = 0;
        for (final Map.Entry<LocalDate, Double> day : rates(file).entrySet()) {
            final double now = day.getValue() * PER_YEAR;
            level = count == 0 ? now : DECAY * level + (1 - DECAY) * now;
            sum += now;
            count++;
            final double mean = sum / count;
            basis.put(day.getKey(), mean + STAYS * (level - mean));
        }
    }

    private static NavigableMap<LocalDate, Double> rates(final Path file) {
        final NavigableMap<LocalDate, Double> rates = new TreeMap<>();
        CsvFile.of(file).read(List.of(DATE, RATE), row -> {
            final double rate = Double.parseDouble(row.text(RATE));
            if (!(Math.abs(rate) < 1)) {
                throw row.fault("column '" + RATE + "' is " + rate + ", must be a fraction");
            }
            rates.put(row.day(DATE), rate);
        });
        return rates;
    }

    /**
     * The basis at the end of a day.
     *
     * @param day the day.
     * @return per year; 0 where there is none.
     */
    public double on(final LocalDate day) {
        return basis.getOrDefault(day, 0.0);
    }

    /**
     * Days with a basis.
     *
     * @param day the day.
     * @return how many there are up to it; 0 when it has none itself.
     */
    public int daysUpTo(final LocalDate day) {
        return basis.containsKey(day) ? basis.headMap(day, true).size() : 0;
    }

    /** {@return changes since the day before, by day} */
    public Map<LocalDate, Double> changes() {
        final Map<LocalDate, Double> changes = new HashMap<>();
        basis.forEach((day, now) -> {
            final Double before = basis.get(day.minusDays(1));
            if (before != null) {
                changes.put(day, now - before);
            }
        });
        return changes;
    }
}
