package io.plimsoll.lab.scenario;

import io.plimsoll.config.scenario.StressSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/** Moves in named events from daily closes: the worst day, and the day after it. */
final class CloseMoves {
    private static final int BREAK_MAX = 5;

    private CloseMoves() {}

    static Optional<Move> in(final NamedEvent event, final DailySeries series) {
        final List<DailyClose> closes = series.closes();
        double down = 0;
        int trough = -1;
        for (int i = 1; i < closes.size(); i++) {
            if (event.contains(closes.get(i).date()) && days(closes, i) <= BREAK_MAX) {
                final double move = move(closes, i);
                if (trough < 0 || move < down) {
                    down = Math.min(0, move);
                    trough = i;
                }
            }
        }
        if (trough < 0) {
            return Optional.empty();
        }
        final boolean hasNext = trough + 1 < closes.size() && days(closes, trough + 1) <= BREAK_MAX;
        final double up = hasNext ? Math.max(0, move(closes, trough + 1)) : 0;
        return Optional.of(new Move(down, up, StressSource.CLOSES));
    }

    private static double move(final List<DailyClose> closes, final int index) {
        return closes.get(index).close() / closes.get(index - 1).close() - 1;
    }

    private static long days(final List<DailyClose> closes, final int index) {
        return ChronoUnit.DAYS.between(
                closes.get(index - 1).date(), closes.get(index).date());
    }
}
