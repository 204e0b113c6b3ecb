package io.plimsoll.lab.picture;

import io.plimsoll.lab.report.Cell;
import io.plimsoll.lab.report.HtmlReport;
import io.plimsoll.lab.text.Show;
import io.plimsoll.lab.whatif.ApproximateRisk;
import io.plimsoll.lab.whatif.Equity;
import io.plimsoll.lab.whatif.MarginAnswer;
import io.plimsoll.lab.whatif.Marks;
import io.plimsoll.lab.whatif.PortfolioBook;
import io.plimsoll.lab.whatif.Position;
import io.plimsoll.lab.whatif.Sensitivities;
import io.plimsoll.lab.whatif.TailRisk;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A portfolio as one page: what it is, its margins and why, its risk, and all pictures. */
public final class PortfolioPage {
    private static final String INDENT = "\u00a0\u00a0";

    private final PortfolioBook book;
    private final PortfolioPictures pictures;
    private final HtmlReport page;

    private PortfolioPage(final String title, final PortfolioBook book, final PortfolioPictures pictures) {
        this.book = book;
        this.pictures = pictures;
        this.page = new HtmlReport(title);
    }

    /**
     * Writes the page.
     *
     * @param title of the page.
     * @param book market and portfolio.
     * @param before answers for the portfolio before a change, one a model; empty: nothing was changed.
     * @param pictures of it.
     * @param file to write to; replaced if it is there.
     */
    public static void write(
            final String title,
            final PortfolioBook book,
            final List<MarginAnswer> before,
            final PortfolioPictures pictures,
            final Path file)
            throws IOException {
        final PortfolioPage page = new PortfolioPage(title, book, pictures);
        page.margins(before);
        page.positions();
        page.equity();
        page.pictures();
        page.risk();
        page.greeks();
        page.trees();
        page.page.write(file);
    }

    private List<MarginAnswer> answers() {
        return pictures.answers();
    }

    private void margins(final List<MarginAnswer> before) {
        page.paragraph("At " + book.market().time() + ". Amounts are in USD, the margin currency. Free margin is margin"
                + " equity less initial margin.");
        page.section("Margins");
        final List<List<Cell>> rows = new ArrayList<>();
        for (int i = 0; i < answers().size(); i++) {
            if (!before.isEmpty()) {
                rows.add(margins(before.get(i), "as is"));
            }
            rows.add(margins(answers().get(i), before.isEmpty() ? "as is" : "what if"));
        }
        page.table(
                List.of("Model", "Portfolio", "Initial margin", "Maintenance margin", "Equity", "Free margin", "Binds"),
                rows);
    }

    private static List<Cell> margins(final MarginAnswer answer, final String portfolio) {
        final String free = Show.money(answer.free());
        return List.of(
                Cell.text(answer.model() + " v" + answer.modelVersion()),
                Cell.text(portfolio),
                money(answer.initial()),
                money(answer.maintenance()),
                money(answer.equity().total()),
                answer.free().signum() < 0 ? new Cell(free, Cell.Look.BAD) : Cell.number(free),
                Cell.text(answer.binding()));
    }

    private static Cell money(final BigDecimal amount) {
        return Cell.number(Show.money(amount));
    }

    private void positions() {
        page.section("Positions");
        final List<List<Cell>> rows = new ArrayList<>();
        for (final Position position : book.portfolio().positions()) {
            final BigDecimal mark = Marks.of(position.instrument(), book.market());
            final BigDecimal quantity = position.quantity();
            rows.add(List.of(
                    Cell.text(position.instrument().toString()),
                    Cell.number((quantity.signum() > 0 ? "+" : "") + quantity.toPlainString()),
                    position.entry().map(PortfolioPage::money).orElse(Cell.number("-")),
                    money(mark),
                    money(mark.multiply(quantity))));
        }
        page.table(List.of("Position", "Quantity", "Entry", "Mark", "Quantity x mark"), rows);
    }

    private void equity() {
        page.section("Equity");
        final List<List<Cell>> rows = new ArrayList<>();
        for (final MarginAnswer answer : answers()) {
            final Equity equity = answer.equity();
            rows.add(List.of(
                    Cell.text(answer.model()),
                    money(equity.cash()),
                    money(equity.coins()),
                    money(equity.haircuts()),
                    money(equity.options()),
                    money(equity.unrealised()),
                    money(equity.total())));
        }
        page.table(
                List.of("Model", "Cash", "Coins", "Haircuts", "Option value", "Unrealised profit", "Margin equity"),
                rows);
    }

    private void pictures() {
        page.section("Pictures");
        pictures.pictures().forEach(each -> page.picture(each.heading(), each.caption(), each.svg(), each.narrow()));
    }

    private void risk() {
        final TailRisk tail = answers().get(0).tail();
        final ApproximateRisk approximation = answers().get(0).approximation();
        page.section("Value at risk and expected shortfall");
        page.paragraph(
                "Losses of the whole portfolio over one day. Full revaluation: every position priced anew in every"
                        + " joint scenario. The approximation has normal moves of prices and volatilities with the same"
                        + " covariance, and the Greeks alone; a coin counts with its whole delta there, in the revaluation only beyond"
                        + " its haircut. No margin is taken from it.");
        page.table(
                List.of("", "97.5 %", "99 %"),
                List.of(
                        List.of(
                                Cell.text("VaR, full revaluation"),
                                money(tail.valueAtRisk975()),
                                money(tail.valueAtRisk99())),
                        List.of(
                                Cell.text("VaR, approximation by " + ApproximateRisk.METHOD),
                                money(approximation.valueAtRisk975()),
                                money(approximation.valueAtRisk99())),
                        List.of(
                                Cell.text("ES, full revaluation"),
                                money(tail.shortfall975()),
                                money(tail.shortfall99()))));
    }

    private void greeks() {
        page.section("Greeks");
        page.paragraph(
                "In USD. Delta: when the underlying doubles, to first order. Gamma: change of delta for +1 %. Vega: for"
                        + " +1 point of volatility. Theta: for a day. Rho: for +1 point of interest.");
        final List<List<Cell>> rows = new ArrayList<>();
        for (final Sensitivities each : answers().get(0).greeks()) {
            rows.add(List.of(
                    Cell.text((each.isTotal() ? "" : INDENT) + each.place()),
                    money(each.delta()),
                    money(each.gamma()),
                    money(each.vega()),
                    money(each.theta()),
                    money(each.rho())));
        }
        page.table(List.of("Of", "Delta", "Gamma", "Vega", "Theta", "Rho"), rows);
    }

    private void trees() {
        page.section("How the margins come about");
        page.paragraph(
                "Every amount opens. > marks what binds. Below a scenario stand the profits of positions in it, below an"
                        + " expected shortfall the positions' shares of it.");
        for (final MarginAnswer answer : answers()) {
            page.paragraph("Model " + answer.model() + " v" + answer.modelVersion() + ", scenarios "
                    + answer.scenarios() + ", binds: " + answer.binding() + ".");
            page.outline(TreeOutline.of(answer.tree()));
        }
    }
}
