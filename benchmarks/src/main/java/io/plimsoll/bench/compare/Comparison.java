package io.plimsoll.bench.compare;

import io.plimsoll.bench.result.Figure;
import io.plimsoll.bench.result.Interval;
import io.plimsoll.bench.result.Run;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Compares figures of two builds A and B that ran in turns: the i-th run of A beside the i-th of B. Each pair gives one ratio
 * of medians, so that a change of the machine during the comparison hits both sides of a pair.
 */
public final class Comparison {
    /** Pairs that a 95 % interval takes. */
    public static final int SAMPLES_MIN = 6;

    private Comparison() {}

    /**
     * Compares builds by pairs of runs.
     *
     * @param a runs of A.
     * @param b runs of B, as many.
     * @param threshold smallest change that matters, such as 0.02.
     * @return the figures that all runs have.
     */
    public static List<Compared> ofPairs(final List<Run> a, final List<Run> b, final double threshold) {
        final List<Compared> compared = new ArrayList<>();
        for (final Figure figure : a.get(0).figures()) {
            final List<Figure> ofA = all(a, figure.id());
            final List<Figure> ofB = all(b, figure.id());
            if (ofA.size() == a.size() && ofB.size() == b.size()) {
                final double[] ratios = new double[ofA.size()];
                for (int pair = 0; pair < ratios.length; pair++) {
                    ratios[pair] = ratio(median(ofB.get(pair)), median(ofA.get(pair)));
                }
                compared.add(
                        compared(figure, medians(ofA), medians(ofB), Interval.of(ratios), threshold, ratios.length));
            }
        }
        return compared;
    }

    /**
     * Compares two runs that did not take turns. Only ratios can be compared: each was measured against what ran beside it.
     *
     * @param a run of A.
     * @param b run of B.
     * @param threshold smallest change that matters, such as 0.02.
     * @return the ratios that both have.
     */
    public static List<Compared> ofRuns(final Run a, final Run b, final double threshold) {
        final List<Compared> compared = new ArrayList<>();
        for (final Figure figure : a.figures()) {
            final Optional<Figure> other = b.figure(figure.id());
            if (figure.hasBaseline() && other.isPresent()) {
                final Interval of = figure.interval();
                final Interval to = other.get().interval();
                // The widest ratio that both intervals allow: wider than 95 %, so never too bold.
                final Interval ratio = new Interval(
                        ratio(to.median(), of.median()), ratio(to.low(), of.high()), ratio(to.high(), of.low()));
                final int samples =
                        Math.min(figure.rounds().size(), other.get().rounds().size());
                compared.add(compared(figure, of.median(), to.median(), ratio, threshold, samples));
            }
        }
        return compared;
    }

    private static Compared compared(
            final Figure figure,
            final double a,
            final double b,
            final Interval ratio,
            final double threshold,
            final int samples) {
        return new Compared(
                figure.id(), figure.unit(), a, b, ratio, Compared.judge(ratio, figure.better(), threshold, samples));
    }

    private static List<Figure> all(final List<Run> runs, final String id) {
        return runs.stream().flatMap(run -> run.figure(id).stream()).toList();
    }

    private static double median(final Figure figure) {
        return figure.interval().median();
    }

    private static double medians(final List<Figure> figures) {
        return Interval.of(figures.stream().mapToDouble(Comparison::median).toArray())
                .median();
    }

    /** Two zeros are equal. */
    private static double ratio(final double above, final double below) {
        return above == below ? 1 : above / below;
    }
}
