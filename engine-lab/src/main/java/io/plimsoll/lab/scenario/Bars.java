package io.plimsoll.lab.scenario;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Closes of bars in order of time, and the worst that happened in them. */
final class Bars {
    private static final Duration WINDOW = Duration.ofHours(24);

    private final List<Instant> times = new ArrayList<>();
    private final List<Double> closes = new ArrayList<>();

    void add(final Instant time, final double close) {
        times.add(time);
        closes.add(close);
    }

    int size() {
        return times.size();
    }

    /**
     * The deepest fall of a close below an earlier one no more than 24 h before; and the highest rise from there within
     * 24 h.
     */
    double[] worst() {
        double down = 0;
        int trough = 0;
        for (int i = 0; i < size(); i++) {
            for (int k = i - 1; k >= 0 && isWithin(k, i); k--) {
                final double move = closes.get(i) / closes.get(k) - 1;
                if (move < down) {
                    down = move;
                    trough = i;
                }
            }
        }
        double up = 0;
        for (int i = trough + 1; i < size() && isWithin(trough, i); i++) {
            up = Math.max(up, closes.get(i) / closes.get(trough) - 1);
        }
        return new double[] {down, up};
    }

    private boolean isWithin(final int from, final int to) {
        return Duration.between(times.get(from), times.get(to)).compareTo(WINDOW) <= 0;
    }
}
