package io.plimsoll.bench;

import io.plimsoll.bench.result.Distribution;
import io.plimsoll.bench.result.Figure;
import io.plimsoll.bench.result.FigureText;
import io.plimsoll.bench.result.Goal;
import io.plimsoll.bench.result.Interval;
import io.plimsoll.bench.result.Run;
import io.plimsoll.bench.suite.Suite;
import io.plimsoll.bench.suite.Suites;
import io.plimsoll.lab.report.Cell;
import io.plimsoll.lab.report.Chart;
import io.plimsoll.lab.report.HtmlReport;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A run as one page: tables of figures, bars, distributions, and how the figures moved from round to round. */
final class RunReport {
    private static final double NS_PER_US = 1_000;
    private static final double PERCENT = 100;
    /** Beyond this percentile a curve would be a single value. */
    private static final double LAST_PERCENT = 99.999;

    private final HtmlReport page = new HtmlReport("Plimsoll benchmarks");
    private final Run run;

    private RunReport(final Run run) {
        this.run = run;
    }

    static void write(final Run run, final Path file) throws IOException {
        new RunReport(run).build().write(file);
    }

    private HtmlReport build() {
        page.paragraph(
                "Started " + run.started() + ", " + run.seconds() + " s. Every figure was measured in rounds, beside"
                        + " its baseline. Shown are the median of the rounds and the interval that holds it with 95 % confidence."
                        + " Only what was measured in the same run can be compared: ratios say more than times.");
        final List<List<Cell>> facts = new ArrayList<>();
        run.environment().forEach((name, value) -> facts.add(List.of(Cell.text(name), Cell.text(value))));
        page.table(List.of("condition", "value"), facts);
        final Map<String, List<Figure>> bySuite = new LinkedHashMap<>();
        run.figures().forEach(figure -> bySuite.computeIfAbsent(figure.suite(), suite -> new ArrayList<>())
                .add(figure));
        bySuite.forEach(this::suite);
        return page;
    }

    private void suite(final String name, final List<Figure> figures) {
        page.section(name);
        Suites.named(name).map(Suite::about).ifPresent(page::paragraph);
        page.table(
                List.of("figure", "median", "unit", "95 % interval", "goal"),
                figures.stream().map(RunReport::row).toList());
        ratios(figures);
        final Map<String, List<Figure>> byUnit = new LinkedHashMap<>();
        for (final Figure figure : figures) {
            if (!figure.unit().equals(Figure.RATIO)) {
                byUnit.computeIfAbsent(figure.unit(), unit -> new ArrayList<>()).add(figure);
            }
        }
        byUnit.forEach((unit, ofUnit) -> bars(name, unit, ofUnit));
        curves(name);
    }

    private static List<Cell> row(final Figure figure) {
        final Interval interval = figure.interval();
        final String name = figure.about().isEmpty() ? figure.name() : figure.name() + ": " + figure.about();
        return List.of(
                Cell.text(name),
                Cell.number(FigureText.number(interval.median())),
                Cell.text(figure.unit()),
                Cell.number(FigureText.number(interval.low()) + " to " + FigureText.number(interval.high())),
                goal(figure.goal(), interval));
    }

    private static Cell goal(final Goal goal, final Interval interval) {
        if (goal == null) {
            return Cell.text("");
        }
        final Goal.Verdict verdict = goal.of(interval);
        final Cell.Look look =
                switch (verdict) {
                    case MET -> Cell.Look.GOOD;
                    case MISSED -> Cell.Look.BAD;
                    case UNDECIDED -> Cell.Look.UNSURE;
                };
        return new Cell(goal + " " + verdict.name().toLowerCase(Locale.ROOT), look);
    }

    private void ratios(final List<Figure> figures) {
        final Chart chart = Chart.numeric("round", "ratio");
        boolean any = false;
        for (final Figure figure : figures) {
            if (figure.unit().equals(Figure.RATIO)) {
                chart.points(figure.name(), numbered(figure.rounds()));
                if (figure.goal() != null) {
                    chart.level("goal " + figure.goal(), figure.goal().limit());
                }
                any = true;
            }
        }
        if (any) {
            page.chart("Ratios by round", "Each point was measured in one round. The lines are goals.", chart);
        }
    }

    private static List<List<Double>> numbered(final List<Double> rounds) {
        final List<List<Double>> points = new ArrayList<>();
        for (int i = 0; i < rounds.size(); i++) {
            points.add(List.of(i + 1.0, rounds.get(i)));
        }
        return points;
    }

    private void bars(final String suite, final String unit, final List<Figure> figures) {
        final Chart chart = Chart.categories(figures.stream().map(Figure::name).toList(), unit);
        chart.bars(
                "median",
                figures.stream().map(figure -> figure.interval().median()).toList(),
                null);
        page.chart(suite + ", " + unit, "Medians of the rounds.", chart);
    }

    private void curves(final String suite) {
        final List<Distribution> distributions = run.distributions().stream()
                .filter(distribution -> distribution.suite().equals(suite))
                .toList();
        if (distributions.isEmpty()) {
            return;
        }
        final Chart chart = Chart.numeric("1 / (1 - percentile): 10 is the 90th, 100 the 99th, 1,000 the 99.9th", "us")
                .logarithmicX()
                .logarithmicY();
        for (final Distribution distribution : distributions) {
            chart.line(
                    distribution.name(),
                    distribution.percentiles().stream()
                            .filter(point -> point.percent() <= LAST_PERCENT && point.ns() > 0)
                            .map(point -> List.of(1 / (1 - point.percent() / PERCENT), point.ns() / NS_PER_US))
                            .toList());
        }
        page.chart(
                suite + ", distribution",
                "All values of the run. The tails of a shared machine are its own stalls: compare with the baseline.",
                chart);
    }
}
