package io.plimsoll.lab.backtest;

import io.plimsoll.lab.report.Cell;
import io.plimsoll.lab.report.HtmlReport;
import java.util.ArrayList;
import java.util.List;

/** Tables of the report that compare variants and models. */
final class BacktestComparison {
    private final Outcome outcome;
    private final HtmlReport page;

    private BacktestComparison(final Outcome outcome, final HtmlReport page) {
        this.outcome = outcome;
        this.page = page;
    }

    /** Adds nothing when one model was run alone. */
    static void add(final Outcome outcome, final HtmlReport page) {
        final BacktestComparison comparison = new BacktestComparison(outcome, page);
        if (outcome.variants().size() > 1) {
            comparison.variants();
        }
        if (outcome.models().size() > 1) {
            comparison.books();
        }
    }

    /** Adds nothing when the tested model meets the rules. */
    static void addMisses(final Outcome outcome, final HtmlReport page) {
        outcome.nextBest().ifPresent(next -> {
            page.section("Where the rules are not met");
            final List<List<Cell>> rows = new ArrayList<>();
            for (final Miss miss : outcome.tested().misses()) {
                rows.add(List.of(
                        Cell.text(miss.book().id()),
                        Cell.text("(" + miss.rule() + ")"),
                        Cell.text(miss.test()),
                        Cell.text(miss.figure())));
            }
            page.table(List.of("Book", "Rule", "Test or margin", "Figure"), rows);
            page.paragraph("Next best of what was run: " + next.name() + "; " + next.reason() + ".");
        });
    }

    private void variants() {
        page.section("Variants");
        page.paragraph(
                "The tested model first. All were run on the same books and days. Cost is the mean over books of the mean"
                        + " initial margin; only those that meet (b) in every book are compared by it.");
        final List<List<Cell>> rows = new ArrayList<>();
        for (final VariantVerdict each : outcome.variants()) {
            rows.add(List.of(
                    Cell.text(each.variant().name()),
                    BacktestPage.verdict(each.isMeasureMet()),
                    BacktestPage.verdict(each.isCoverMet()),
                    Cell.text(missed(each)),
                    Cell.text(Figures.leastCover(each)),
                    Cell.number(Figures.ofNotional(each.shortfall())),
                    Cell.number(Figures.percent(each.cost())),
                    Cell.text(outcome.comparedCost(each))));
        }
        page.table(
                List.of(
                        "Variant",
                        "(a)",
                        "(b)",
                        "Books that miss (b)",
                        "Least cover by IM",
                        "Largest loss beyond IM",
                        "Mean IM",
                        "Cost"),
                rows);
    }

    private static String missed(final VariantVerdict verdict) {
        final List<String> books = verdict.books().stream()
                .filter(book -> !book.isCoverMet())
                .map(book -> book.book().id())
                .toList();
        return books.isEmpty() ? "none" : String.join(", ", books);
    }

    private void books() {
        page.section("Models by book");
        page.paragraph(
                "Mean initial margin, and the rules that a model misses in a book. Cheapest: of the models that meet"
                        + " (b) in every book.");
        final List<String> columns = new ArrayList<>(List.of("Book"));
        outcome.models().forEach(each -> columns.add(each.variant().name()));
        columns.add("Cheapest");
        final List<List<Cell>> rows = new ArrayList<>();
        for (int b = 0; b < outcome.tested().books().size(); b++) {
            rows.add(row(b));
        }
        page.table(columns, rows);
    }

    private List<Cell> row(final int number) {
        final List<Cell> cells = new ArrayList<>();
        cells.add(Cell.text(outcome.tested().books().get(number).book().id()));
        for (final VariantVerdict model : outcome.models()) {
            final BookVerdict book = model.books().get(number);
            final boolean isMet = book.isMeasureMet() && book.isCoverMet();
            cells.add(new Cell(Figures.costAndMisses(book), isMet ? Cell.Look.NUMBER : Cell.Look.BAD));
        }
        cells.add(Cell.text(
                outcome.cheapest(number).map(each -> each.variant().name()).orElse("none meets (b)")));
        return cells;
    }
}
