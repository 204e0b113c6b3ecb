package io.plimsoll.lab.scenario;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * What a set is to be made of.
 *
 * @param name of the set.
 * @param version of the set.
 * @param symbols of its underlyings; empty: all coins whose prices reach the end.
 * @param from first day; empty: {@code days} before the end.
 * @param to last day; empty: the last one that all underlyings with prices of the last 60 days have.
 * @param days number of rows, unless {@code from} is given.
 * @param lambda decay of the variance per day, above 0.5 and below 1.
 * @param strict refuse a history with anything wrong, instead of putting it right.
 */
public record BuildOptions(
        String name,
        int version,
        List<String> symbols,
        Optional<LocalDate> from,
        Optional<LocalDate> to,
        int days,
        BigDecimal lambda,
        boolean strict) {
    /** Copies the list. */
    public BuildOptions {
        symbols = List.copyOf(symbols);
    }
}
