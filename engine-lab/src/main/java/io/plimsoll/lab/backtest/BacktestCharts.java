package io.plimsoll.lab.backtest;

import io.plimsoll.lab.report.Chart;
import io.plimsoll.lab.report.HtmlReport;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;

/** Plots of a backtest. Lines have a point every few days, so that the page stays small; losses are all there. */
final class BacktestCharts {
    private static final int EVERY_DAYS = 5;
    private static final double PER_CENT_MINOR = Book.NOTIONAL * 1e4;
    private static final double ROUND = 1000;
    private static final long DAY_MS = 86_400_000L;
    private static final int PIT_POINTS = 200;

    private BacktestCharts() {}

    static void add(final Outcome outcome, final HtmlReport page) {
        final Map<Book, List<BookDay>> days = outcome.result().days().get(0);
        page.section("Margin over time");
        page.chart(
                "Initial margin of every book", "Share of notional. Click a name to hide or show it.", margins(days));
        page.section("Losses beside margin");
        page.paragraph(
                "One chart a book. Points: days that lost more than half of VaR 99, in per cent of notional. Below the line of IM"
                        + " a loss was not covered.");
        days.forEach((book, each) -> {
            if (!each.isEmpty()) {
                page.chart(book.id(), book.description(), losses(each));
            }
        });
        page.section("Are the joint scenarios right?");
        page.chart(
                "Where each day fell among its scenarios",
                "For each share of scenarios (across): share of days on which what happened was at or below that quantile."
                        + " A right model lies on the diagonal; above it on the left: losses came more often than the"
                        + " scenarios said.",
                quantiles(days));
    }

    private static Chart margins(final Map<Book, List<BookDay>> days) {
        final Chart chart = Chart.time("initial margin, % of notional");
        days.forEach((book, each) -> {
            if (!each.isEmpty()) {
                chart.line(book.id(), line(each, BookDay::initial));
            }
        });
        return chart;
    }

    private static Chart losses(final List<BookDay> days) {
        return Chart.time("profit and loss, % of notional")
                .line("-VaR 99 raw", line(days, day -> -day.var99()))
                .line("-MM", line(days, day -> -day.maintenance()))
                .line("-IM", line(days, day -> -day.initial()))
                .points("loss, covered by MM", points(days, day -> -day.pnl() <= day.maintenance()))
                .colour("#8c959f")
                .points(
                        "loss beyond MM",
                        points(days, day -> -day.pnl() > day.maintenance() && -day.pnl() <= day.initial()))
                .colour("#bf8700")
                .points("loss beyond IM", points(days, day -> -day.pnl() > day.initial()))
                .colour("#cf222e");
    }

    private static List<List<Double>> line(final List<BookDay> days, final ToLongFunction<BookDay> amount) {
        final List<List<Double>> points = new ArrayList<>();
        for (int i = 0; i < days.size(); i += EVERY_DAYS) {
            points.add(point(days.get(i), amount.applyAsLong(days.get(i))));
        }
        return points;
    }

    private static List<List<Double>> points(final List<BookDay> days, final Predicate<BookDay> which) {
        return days.stream()
                .filter(day -> 2 * -day.pnl() > day.var99() && day.pnl() < 0 && which.test(day))
                .map(day -> point(day, day.pnl()))
                .toList();
    }

    private static List<Double> point(final BookDay day, final long amount) {
        return List.of(time(day.date()), rounded(amount / PER_CENT_MINOR));
    }

    private static double time(final LocalDate date) {
        return date.toEpochDay() * (double) DAY_MS;
    }

    private static double rounded(final double value) {
        return Math.rint(value * ROUND) / ROUND;
    }

    private static Chart quantiles(final Map<Book, List<BookDay>> days) {
        final Chart chart = Chart.numeric("share of scenarios", "share of days at or below");
        days.forEach((book, each) -> {
            if (!each.isEmpty()) {
                chart.line(book.id(), quantiles(each));
            }
        });
        return chart.line("right model", List.of(List.of(0.0, 0.0), List.of(1.0, 1.0)));
    }

    private static List<List<Double>> quantiles(final List<BookDay> days) {
        final List<Double> below = days.stream()
                .map(BookDay::below)
                .sorted(Comparator.naturalOrder())
                .toList();
        final List<List<Double>> points = new ArrayList<>();
        final int step = Math.max(1, below.size() / PIT_POINTS);
        for (int i = 0; i < below.size(); i += step) {
            points.add(List.of(rounded(below.get(i)), rounded((i + 1.0) / below.size())));
        }
        return points;
    }
}
