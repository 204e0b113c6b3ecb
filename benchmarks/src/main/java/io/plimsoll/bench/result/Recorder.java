package io.plimsoll.bench.result;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.HdrHistogram.Histogram;

/** Takes what a suite measures: prints a line each, keeps it for the run's record, writes histograms. */
public final class Recorder {
    /** What a printed figure begins with. */
    public static final String INDENT = "  ";

    private static final double NS_PER_US = 1_000;
    private static final double[] PERCENTS = {
        0, 10, 25, 50, 75, 90, 95, 97.5, 99, 99.5, 99.75, 99.9, 99.95, 99.99, 99.995, 99.999, 100
    };

    private final String suite;
    private final Path folder;
    private final PrintStream out;
    private final List<Figure> figures = new ArrayList<>();
    private final List<Distribution> distributions = new ArrayList<>();

    /**
     * Records one suite.
     *
     * @param suite its name.
     * @param folder for histograms.
     * @param out for people.
     */
    public Recorder(final String suite, final Path folder, final PrintStream out) {
        this.suite = suite;
        this.folder = folder;
        this.out = out;
    }

    /** {@return where to print what is no figure} */
    public PrintStream out() {
        return out;
    }

    /**
     * Records a figure that is only reported.
     *
     * @param name of what was measured.
     * @param unit of the values.
     * @param better which way it improves.
     * @param rounds its value in each round.
     */
    public void figure(final String name, final String unit, final Better better, final double... rounds) {
        add(new Figure(suite, name, unit, better, boxed(rounds), null, ""));
    }

    /**
     * Records the ratio of something to what ran beside it.
     *
     * @param name of the ratio.
     * @param goal what it should reach; null: it is only reported.
     * @param better which way it improves.
     * @param about what is divided by what.
     * @param rounds the ratio in each round.
     */
    public void ratio(
            final String name, final Goal goal, final Better better, final String about, final double... rounds) {
        add(new Figure(suite, name, Figure.RATIO, better, boxed(rounds), goal, about));
    }

    /**
     * Records a distribution and writes it as text that HdrHistogram's plotters read, in microseconds.
     *
     * @param name of what was measured.
     * @param histogram of times in ns.
     */
    public void distribution(final String name, final Histogram histogram) throws IOException {
        final String file = (suite + "-" + name).toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-") + ".hgrm";
        Files.createDirectories(folder);
        try (PrintStream text = new PrintStream(folder.resolve(file).toFile(), StandardCharsets.UTF_8)) {
            histogram.outputPercentileDistribution(text, NS_PER_US);
        }
        final List<Distribution.Percentile> percentiles = Arrays.stream(PERCENTS)
                .mapToObj(percent -> new Distribution.Percentile(percent, histogram.getValueAtPercentile(percent)))
                .toList();
        distributions.add(new Distribution(suite, name, file, histogram.getTotalCount(), percentiles));
    }

    private void add(final Figure figure) {
        figures.add(figure);
        out.println(INDENT + FigureText.line(figure));
        out.flush();
    }

    private static List<Double> boxed(final double[] values) {
        return Arrays.stream(values).boxed().toList();
    }

    /** {@return folder of histograms} */
    public Path folder() {
        return folder;
    }

    /** {@return all figures so far} */
    public List<Figure> figures() {
        return List.copyOf(figures);
    }

    /** {@return all distributions so far} */
    public List<Distribution> distributions() {
        return List.copyOf(distributions);
    }
}
