package io.plimsoll.lab.scenario;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What prices did in named events, as far as it is known on a day. */
public final class StressHistory {
    private final Map<String, DailySeries> series;
    private final IntradayMoves intraday;

    /**
     * Reads the bars.
     *
     * @param bars files of bars; what they cover counts before daily closes.
     * @param series daily closes by symbol.
     */
    public StressHistory(final List<Path> bars, final Map<String, DailySeries> series) {
        this.series = Map.copyOf(series);
        this.intraday = new IntradayMoves(bars);
    }

    /**
     * The moves of events that are over; none is known before it is.
     *
     * @param day the last day that is known.
     * @return moves by event and symbol; without events when none is over.
     */
    public StressTable until(final LocalDate day) {
        final StressTable table = new StressTable();
        for (final NamedEvent event : NamedEvent.values()) {
            if (!event.to().isAfter(day)) {
                series.forEach(
                        (symbol, each) -> Optional.ofNullable(intraday.in(event).get(symbol))
                                .or(() -> CloseMoves.in(event, each))
                                .ifPresent(move -> table.put(event, symbol, move)));
            }
        }
        return table;
    }
}
