package io.plimsoll.bench.suite;

import java.util.ArrayList;
import java.util.List;
import org.HdrHistogram.Histogram;

/**
 * Times exchanges of several kinds in turns: within a round every kind has many short turns, one after the other, because on
 * a shared machine only what runs side by side can be compared. The first exchanges of a turn wake the other side up and do
 * not count. Closed loop: one request at a time.
 */
final class Turns {
    private static final int TURNS = 3;
    private static final long WARM_UP_NS = 4_000_000_000L;
    private static final int UNCOUNTED = 250;
    private static final int COUNTED = 1_000;
    private static final long LONGEST_NS = 60_000_000_000L;
    private static final int DIGITS = 3;

    private final List<Exchange> kinds;
    private final int turnsPerRound;
    private final long warmUpNs;

    /** Turns of which each kind has so many in a round; all code is compiled before the first round that counts. */
    Turns(final List<Exchange> kinds, final Suite.Options options) {
        this.kinds = kinds;
        this.turnsPerRound = options.size(TURNS, 1);
        this.warmUpNs = options.isQuick() ? 0 : WARM_UP_NS;
    }

    /**
     * Runs rounds.
     *
     * @param rounds how many count; those of the warm-up come before them.
     * @return one a kind, in their order.
     */
    List<Timing> run(final int rounds) {
        final long begin = System.nanoTime();
        do {
            round();
        } while (System.nanoTime() - begin < warmUpNs);
        final List<Timing> timings = new ArrayList<>();
        kinds.forEach(kind -> timings.add(new Timing(new Histogram(LONGEST_NS, DIGITS), new double[rounds])));
        for (int round = 0; round < rounds; round++) {
            final List<Histogram> histograms = round();
            for (int kind = 0; kind < kinds.size(); kind++) {
                final Histogram histogram = histograms.get(kind);
                timings.get(kind).all().add(histogram);
                timings.get(kind).p50()[round] = histogram.getValueAtPercentile(50);
            }
        }
        return timings;
    }

    private List<Histogram> round() {
        final List<Histogram> histograms = new ArrayList<>();
        kinds.forEach(kind -> histograms.add(new Histogram(LONGEST_NS, DIGITS)));
        for (int turn = 0; turn < turnsPerRound; turn++) {
            for (int kind = 0; kind < kinds.size(); kind++) {
                turn(kinds.get(kind), histograms.get(kind));
            }
        }
        return histograms;
    }

    private static void turn(final Exchange exchange, final Histogram histogram) {
        for (int i = 0; i < UNCOUNTED; i++) {
            exchange.exchange();
            exchange.undo();
        }
        for (int i = 0; i < COUNTED; i++) {
            final long begin = System.nanoTime();
            exchange.exchange();
            histogram.recordValue(System.nanoTime() - begin);
            exchange.undo();
        }
    }
}
