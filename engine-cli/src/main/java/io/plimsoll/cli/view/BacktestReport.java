package io.plimsoll.cli.view;

import io.plimsoll.cli.output.Report;
import io.plimsoll.cli.output.Rows;
import io.plimsoll.lab.backtest.BookVerdict;
import io.plimsoll.lab.backtest.Figures;
import io.plimsoll.lab.backtest.NextBest;
import io.plimsoll.lab.backtest.Outcome;
import io.plimsoll.lab.backtest.SideBySide;
import io.plimsoll.lab.backtest.VariantVerdict;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What a backtest found, in short. */
public final class BacktestReport {
    private BacktestReport() {}

    /**
     * Makes the report.
     *
     * @param outcome of a run.
     * @param folder that the long report is in.
     * @return verdicts by book, variants and models if there are several, margins side by side, and at last what the tested
     *     model does not meet and the next best of what was run.
     */
    public static Report of(final Outcome outcome, final Path folder) {
        final VariantVerdict tested = outcome.tested();
        final Report report = new Report()
                .field("model", tested.variant().name())
                .field("from", outcome.result().from().toString())
                .field("to", outcome.result().to().toString())
                .field("a_measures", Figures.met(tested.isMeasureMet()))
                .field("b_cover", Figures.met(tested.isCoverMet()))
                .field("mean_im_over_notional", Figures.percent(tested.cost()))
                .field("report", folder.resolve("report.html").toString());
        report.table(books(tested));
        if (outcome.variants().size() > 1) {
            report.table(variants(outcome));
        }
        if (outcome.models().size() > 1) {
            report.table(byBook(outcome));
        }
        report.table(sideBySide(outcome.sideBySide()));
        outcome.nextBest().ifPresent(next -> report.table(misses(tested)).table(nextBest(next)));
        return report;
    }

    private static Rows books(final VariantVerdict tested) {
        final Rows rows = new Rows(
                "books",
                "book",
                "days",
                "a",
                "least_p_holm",
                "b",
                "im_exceptions",
                "mm_exceptions",
                "im_shortfall",
                "mean_im",
                "im_rise_1_5_30");
        for (final BookVerdict book : tested.books()) {
            rows.add(
                    book.book().id(),
                    book.days(),
                    Figures.met(book.isMeasureMet()),
                    Figures.probability(
                            book.adjusted().stream().min(Double::compare).orElseThrow()),
                    Figures.met(book.isCoverMet()),
                    Figures.exceptions(book.initial()),
                    Figures.exceptions(book.maintenance()),
                    Figures.shortfall(book.initial()),
                    Figures.percent(book.cost()),
                    String.join(" ", book.rises().stream().map(Figures::number).toList()));
        }
        return rows;
    }

    private static Rows variants(final Outcome outcome) {
        final Rows rows = new Rows(
                "variants",
                "variant",
                "a",
                "b",
                "books_meeting_b",
                "least_im_cover",
                "im_shortfall",
                "mean_im",
                "cost");
        for (final VariantVerdict verdict : outcome.variants()) {
            rows.add(
                    verdict.variant().name(),
                    Figures.met(verdict.isMeasureMet()),
                    Figures.met(verdict.isCoverMet()),
                    verdict.coveredBooks() + " of " + verdict.books().size(),
                    Figures.leastCover(verdict),
                    Figures.ofNotional(verdict.shortfall()),
                    Figures.percent(verdict.cost()),
                    outcome.comparedCost(verdict));
        }
        return rows;
    }

    private static Rows misses(final VariantVerdict tested) {
        final Rows rows = new Rows("not_met", "book", "rule", "test", "figure");
        tested.misses().forEach(miss -> rows.add(miss.book().id(), miss.rule(), miss.test(), miss.figure()));
        return rows;
    }

    private static Rows nextBest(final NextBest next) {
        return new Rows("next_best", "variant", "why").add(next.name(), next.reason());
    }

    private static Rows byBook(final Outcome outcome) {
        final List<String> columns = new ArrayList<>(List.of("book"));
        outcome.models().forEach(each -> columns.add(each.variant().name()));
        columns.add("cheapest");
        final Rows rows = new Rows("mean_im_by_book", columns.toArray(String[]::new));
        for (int b = 0; b < outcome.tested().books().size(); b++) {
            final int number = b;
            final List<Object> cells = new ArrayList<>(
                    List.of(outcome.tested().books().get(b).book().id()));
            outcome.models()
                    .forEach(
                            each -> cells.add(Figures.costAndMisses(each.books().get(number))));
            cells.add(outcome.cheapest(b).map(each -> each.variant().name()).orElse("none meets (b)"));
            rows.add(cells.toArray());
        }
        return rows;
    }

    private static Rows sideBySide(final SideBySide table) {
        final List<String> columns = new ArrayList<>(List.of("portfolio", "day"));
        columns.addAll(table.models());
        final Rows rows = new Rows("im_over_notional", columns.toArray(String[]::new));
        for (final SideBySide.Row row : table.rows()) {
            final List<Object> cells =
                    new ArrayList<>(List.of(row.portfolio(), table.date().toString()));
            row.shares().forEach(share -> cells.add(Figures.percent(share)));
            rows.add(cells.toArray());
        }
        return rows;
    }
}
