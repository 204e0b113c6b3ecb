package io.plimsoll.lab.scenario;

import io.plimsoll.config.scenario.Calendar;
import java.time.LocalDate;
import java.util.List;

/**
 * A history of daily closes, in order, without the days that were left out.
 *
 * @param symbol that the closes are of.
 * @param calendar days on which there should be a close.
 * @param closes at least one, in order of time.
 */
public record DailySeries(String symbol, Calendar calendar, List<DailyClose> closes) {
    /** Copies the list. */
    public DailySeries {
        closes = List.copyOf(closes);
    }

    /** {@return first day} */
    public LocalDate first() {
        return closes.get(0).date();
    }

    /** {@return last day} */
    public LocalDate last() {
        return closes.get(closes.size() - 1).date();
    }
}
