package io.plimsoll.config.scenario;

import java.time.LocalDate;
import java.util.List;

/**
 * A day that people remember; two scenarios: all underlyings move down, all move up.
 *
 * @param name of the event.
 * @param date on which it began, UTC.
 * @param moves one an underlying, in the order of the set.
 */
public record StressEvent(String name, LocalDate date, List<StressMove> moves) {
    /** Copies the list. */
    public StressEvent {
        moves = List.copyOf(moves);
    }
}
