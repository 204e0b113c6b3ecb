package io.plimsoll.lab.scenario;

import io.plimsoll.config.scenario.Calendar;
import java.math.BigDecimal;
import java.util.List;

/**
 * What a set that is to be written is called and made of.
 *
 * @param name of the set and of its files.
 * @param version of the set.
 * @param symbols of its underlyings.
 * @param lambda decay per day of the sigma that residuals were divided by.
 * @param calendar days that have a row.
 * @param origin sentences for the head of each file: what the rows are made of.
 */
public record SetTerms(
        String name, int version, List<String> symbols, BigDecimal lambda, Calendar calendar, List<String> origin) {
    /** Copies the lists. */
    public SetTerms {
        symbols = List.copyOf(symbols);
        origin = List.copyOf(origin);
    }
}
