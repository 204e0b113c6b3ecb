package io.plimsoll.lab.picture;

import java.util.ArrayList;
import java.util.List;

/**
 * Numbers along a side of a picture.
 *
 * @param from number at the start.
 * @param to number at the end; another than at the start.
 * @param start place of the first.
 * @param end place of the last.
 */
record Scale(double from, double to, double start, double end) {
    private static final double[] NICE = {1, 2, 2.5, 5, 10};
    private static final double HAIR = 1e-9;

    /** A scale for numbers from the least to the most, 0 among them, even where all are 0. */
    static Scale ofAll(final double least, final double most, final double start, final double end) {
        final double low = Math.min(0, least);
        final double high = Math.max(0, most);
        return new Scale(low, high == low ? low + 1 : high, start, end);
    }

    double at(final double number) {
        return start + (number - from) / (to - from) * (end - start);
    }

    /** Round numbers from the one end to the other, so many at most. */
    List<Double> ticks(final int most) {
        final double step = step(most);
        final List<Double> ticks = new ArrayList<>();
        for (double k = Math.ceil(from / step - HAIR); k * step <= to + HAIR * step; k++) {
            ticks.add(k * step);
        }
        return ticks;
    }

    private double step(final int most) {
        final double least = (to - from) / most;
        final double power = Math.pow(10, Math.floor(Math.log10(least)));
        for (final double nice : NICE) {
            if (nice * power >= least * (1 - HAIR)) {
                return nice * power;
            }
        }
        return NICE[NICE.length - 1] * power;
    }
}
