package io.plimsoll.cli.view;

import io.plimsoll.cli.output.Format;
import io.plimsoll.cli.output.Report;
import io.plimsoll.cli.output.Rows;
import io.plimsoll.cli.output.Texts;
import io.plimsoll.lab.procyclicality.AccountProcyclicality;
import io.plimsoll.lab.procyclicality.DayFigure;
import io.plimsoll.lab.procyclicality.PeakAndTrough;
import io.plimsoll.lab.procyclicality.Procyclicality;
import io.plimsoll.lab.procyclicality.WorstBy;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.LongFunction;

/** How margins moved while accounts held still, as tables: cents for people, exact for programs. */
public final class ProcyclicalityReport {
    private static final int USD_SCALE = 6;

    private ProcyclicalityReport() {}

    /**
     * Makes the report.
     *
     * @param engine at the end of the last day.
     * @param to last day asked about.
     * @param seen what was seen; at least one day.
     * @param by what makes a day a bad one.
     * @param limit most accounts that are shown; totals are of all.
     * @param format in which it is shown.
     * @return totals of days, and accounts by their worst day; a row for each account and day besides in JSON, and alone in CSV.
     */
    public static Report of(
            final EngineAt engine,
            final LocalDate to,
            final Procyclicality seen,
            final WorstBy by,
            final int limit,
            final Format format) {
        final List<AccountProcyclicality> shown = seen.worst(by, limit);
        if (format == Format.CSV) {
            return new Report().table(figures(shown));
        }
        final boolean isForPeople = format == Format.TABLE;
        final LongFunction<String> money = isForPeople ? ProcyclicalityReport::cents : Texts::usd;
        final Report report = new Report();
        engine.describe(report);
        report.field("from", seen.days().get(0).toString())
                .field("to", to.toString())
                .field("days_with_figures", seen.days().size())
                .field("accounts_with_figures", seen.accounts().size());
        if (!seen.gaps().isEmpty()) {
            report.field("days_without", runs(seen.gaps()));
        }
        report.table(days(seen, by, money)).table(accounts(shown, by, money));
        return isForPeople ? report : report.table(figures(shown));
    }

    /** Days in a row by the first and the last of them. */
    private static String runs(final List<LocalDate> days) {
        final List<String> runs = new ArrayList<>();
        LocalDate first = days.get(0);
        for (int i = 0; i < days.size(); i++) {
            final LocalDate last = days.get(i);
            final boolean isEnd = i == days.size() - 1 || !days.get(i + 1).equals(last.plusDays(1));
            if (isEnd) {
                runs.add(first.equals(last) ? first.toString() : first + " to " + last);
                first = i == days.size() - 1 ? last : days.get(i + 1);
            }
        }
        return String.join(", ", runs);
    }

    private static String cents(final long millionths) {
        return RiskTables.money(BigDecimal.valueOf(millionths, USD_SCALE));
    }

    private static Rows days(final Procyclicality seen, final WorstBy by, final LongFunction<String> money) {
        final Rows rows =
                new Rows("days", "day", "accounts", "im_before", "im_after", "rise", "ratio", "worst_account");
        for (final Procyclicality.OfDay of : seen.totals(by)) {
            final DayFigure sum = of.sum();
            rows.add(
                    sum.day().toString(),
                    of.accounts(),
                    money.apply(sum.before()),
                    money.apply(sum.after()),
                    money.apply(sum.rise()),
                    sum.ratio().toPlainString(),
                    of.worst());
        }
        return rows;
    }

    private static Rows accounts(
            final List<AccountProcyclicality> shown, final WorstBy by, final LongFunction<String> money) {
        final Rows rows = new Rows(
                "accounts",
                "account",
                "days",
                "worst_day",
                "im_before",
                "im_after",
                "rise",
                "ratio",
                "trough_day",
                "trough",
                "peak_day",
                "peak",
                "peak_over_trough");
        for (final AccountProcyclicality of : shown) {
            final DayFigure worst = of.worst(by);
            final Optional<PeakAndTrough> held = of.held();
            rows.add(
                    of.account(),
                    of.figures().size(),
                    worst.day().toString(),
                    money.apply(worst.before()),
                    money.apply(worst.after()),
                    money.apply(worst.rise()),
                    worst.ratio().toPlainString(),
                    held.map(each -> each.troughDay().toString()).orElse(Texts.NONE),
                    held.map(each -> money.apply(each.trough())).orElse(Texts.NONE),
                    held.map(each -> each.peakDay().toString()).orElse(Texts.NONE),
                    held.map(each -> money.apply(each.peak())).orElse(Texts.NONE),
                    held.flatMap(PeakAndTrough::ratio)
                            .map(BigDecimal::toPlainString)
                            .orElse(Texts.NONE));
        }
        return rows;
    }

    private static Rows figures(final List<AccountProcyclicality> shown) {
        final Rows rows = new Rows("figures", "account", "day", "im_before", "im_after", "rise", "ratio");
        for (final AccountProcyclicality of : shown) {
            for (final DayFigure figure : of.figures()) {
                rows.add(
                        of.account(),
                        figure.day().toString(),
                        Texts.usd(figure.before()),
                        Texts.usd(figure.after()),
                        Texts.usd(figure.rise()),
                        figure.ratio().toPlainString());
            }
        }
        return rows;
    }
}
