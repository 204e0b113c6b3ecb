package io.plimsoll.lab.backtest;

import io.plimsoll.config.scenario.Femto;
import io.plimsoll.lab.report.Cell;
import io.plimsoll.lab.report.HtmlReport;
import io.plimsoll.lab.text.Show;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The report of a backtest as one page. */
public final class BacktestPage {
    private static final String RANGE = "range";

    private final Outcome outcome;
    private final VariantVerdict tested;
    private final HtmlReport page;

    private BacktestPage(final Outcome outcome) {
        this.outcome = outcome;
        this.tested = outcome.tested();
        this.page = new HtmlReport("Backtest of " + tested.variant().name() + ", "
                + outcome.result().from() + " to " + outcome.result().to());
    }

    /**
     * Writes the page.
     *
     * @param outcome of a run.
     * @param file to write to; replaced if it is there.
     */
    public static void write(final Outcome outcome, final Path file) throws IOException {
        final BacktestPage page = new BacktestPage(outcome);
        page.head();
        BacktestComparison.addMisses(outcome, page.page);
        page.measures();
        page.cover();
        page.cost();
        BacktestComparison.add(outcome, page.page);
        page.sideBySide();
        BacktestCharts.add(outcome, page.page);
        page.method();
        page.page.write(file);
    }

    private void head() {
        page.paragraph(outcome.sentence());
        outcome.comparison().ifPresent(page::paragraph);
        page.paragraph("Every book is put up anew each day at $1,000,000 a side. Margins and losses are shares of that"
                + " notional unless they say otherwise. A day is named by the end at which its books were put up; its profit or"
                + " loss is that of the 24 hours after.");
        final List<List<Cell>> rows = new ArrayList<>();
        for (final BookVerdict book : tested.books()) {
            rows.add(List.of(
                    Cell.text(book.book().id()),
                    Cell.number(Show.count(book.days())),
                    verdict(book.isMeasureMet()),
                    verdict(book.isCoverMet()),
                    Cell.text(book.book().description())));
        }
        page.table(List.of("Book", "Days", "(a) measures", "(b) cover", "Holds"), rows);
    }

    static Cell verdict(final boolean isMet) {
        return new Cell(Figures.met(isMet), isMet ? Cell.Look.GOOD : Cell.Look.BAD);
    }

    private void measures() {
        page.section("(a) VaR 99 and ES 97.5 over the joint scenarios");
        page.paragraph(
                "Raw: all underlyings together, volatilities by EWMA alone, no floor, no ladder, no add-on. Kupiec: is the"
                        + " number of losses beyond VaR 99 right, neither too many nor too few? Christoffersen: do they come one by"
                        + " one? Acerbi-Szekely Z2: is ES 97.5 large enough? (0 is expected, below 0 losses were understated; of a"
                        + " normal law and a Student t with 3 degrees of freedom the smaller p counts.) A book is refused when"
                        + " a p-value after Holm, over all tests of all books, is below 0.01.");
        final List<List<Cell>> rows = new ArrayList<>();
        for (final BookVerdict book : tested.books()) {
            rows.add(List.of(
                    Cell.text(book.book().id()),
                    verdict(book.isMeasureMet()),
                    Cell.number(book.exceptions99() + " (" + Figures.number(book.days() * 0.01) + ")"),
                    Cell.number(Figures.probability(book.kupiec().pValue())),
                    Cell.number(Figures.probability(book.independence().pValue())),
                    Cell.number(Figures.number(book.shortfallTest().statistic())),
                    Cell.number(Figures.probability(book.shortfallTest().pValue())),
                    Cell.number(Figures.probability(
                            book.adjusted().stream().min(Double::compare).orElseThrow()))));
        }
        page.table(
                List.of(
                        "Book",
                        "Verdict",
                        "Beyond VaR 99 (expected)",
                        "Kupiec p",
                        "Christoffersen p",
                        "Z2",
                        "Z2 p",
                        "Least p after Holm"),
                rows);
    }

    private void cover() {
        page.section("(b) Days that margin covers");
        page.paragraph(
                "Initial margin must cover 99.5 % of days, maintenance margin 99 %, counted without any tolerance: allowed"
                        + " is the whole number at or below 0.5 % and 1 % of the days; 4 of 13 means four days where 13 are allowed. p: probability of so many exceptions or"
                        + " more if the share allowed were the true one.");
        final List<List<Cell>> rows = new ArrayList<>();
        for (final BookVerdict book : tested.books()) {
            rows.add(List.of(
                    Cell.text(book.book().id()),
                    verdict(book.isCoverMet()),
                    Cell.number(Figures.exceptions(book.initial())),
                    Cell.number(Figures.probability(book.initial().test().pValue())),
                    Cell.number(Figures.shortfall(book.initial())),
                    Cell.number(Figures.exceptions(book.maintenance())),
                    Cell.number(Figures.probability(book.maintenance().test().pValue())),
                    Cell.number(Figures.shortfall(book.maintenance()))));
        }
        page.table(
                List.of(
                        "Book",
                        "Verdict",
                        "Beyond IM",
                        "p",
                        "Largest loss beyond IM",
                        "Beyond MM",
                        "p",
                        "Largest loss beyond MM"),
                rows);
    }

    private void cost() {
        page.section("(c) Cost, what decides, and how fast margin rises");
        page.paragraph(
                "Rise: the largest ratio of initial margin to that of an earlier day at most so many days before. Where a"
                        + " coin joins or leaves the basket its margin changes too.");
        final List<List<Cell>> rows = new ArrayList<>();
        for (final BookVerdict book : tested.books()) {
            final List<Cell> cells = new ArrayList<>(List.of(
                    Cell.text(book.book().id()),
                    Cell.number(Figures.percent(book.cost())),
                    Cell.number(Figures.percent(book.maintenanceCost()))));
            book.rises().forEach(rise -> cells.add(Cell.number("x " + Figures.number(rise))));
            cells.add(Cell.text(Figures.binding(book)));
            rows.add(cells);
        }
        page.table(
                List.of("Book", "Mean IM", "Mean MM", "Rise, 1 day", "5 days", "30 days", "What decides (days)"), rows);
    }

    private void sideBySide() {
        final SideBySide table = outcome.sideBySide();
        page.section("Known portfolios under three models, " + table.date());
        page.paragraph(
                "Initial margin over the notional of one side. Each model has its own grid and its own add-ons, and the same"
                        + " volatilities and history.");
        final List<String> columns = new ArrayList<>(List.of("Portfolio"));
        columns.addAll(table.models());
        final List<List<Cell>> rows = new ArrayList<>();
        for (final SideBySide.Row row : table.rows()) {
            final List<Cell> cells = new ArrayList<>(List.of(Cell.text(row.portfolio())));
            for (final double share : row.shares()) {
                cells.add(Cell.number(Figures.percent(share)));
            }
            rows.add(cells);
        }
        page.table(columns, rows);
    }

    private void method() {
        page.section("How it was done");
        BacktestNotes.NOTES.forEach(page::paragraph);
        final WalkTerms terms = tested.variant().terms();
        page.paragraph("Parameters of the tested model: " + parameters() + "; " + RANGE + " " + terms.range()
                + ", lambda " + terms.lambda() + ", days " + terms.days() + ".");
        final List<String> skipped = new ArrayList<>();
        tested.books().forEach(book -> {
            final int days = outcome.result().skipped().getOrDefault(book.book(), 0);
            if (days > 0) {
                skipped.add(book.book().id() + " " + days);
            }
        });
        page.paragraph("Days on which a book could not be put up or not be valued a day later: "
                + (skipped.isEmpty() ? "none" : String.join(", ", skipped)) + ".");
        outcome.result().issues().forEach(issue -> page.paragraph("Put right in the data: " + issue));
    }

    private String parameters() {
        final List<String> texts = new ArrayList<>();
        for (final Map.Entry<String, Long> each :
                tested.variant().model().parameters().entrySet()) {
            texts.add(each.getKey() + " " + Femto.text(each.getValue()));
        }
        return String.join(", ", texts);
    }
}
