package io.plimsoll.lab.scenario;

import io.plimsoll.config.scenario.Calendar;
import io.plimsoll.core.math.Logarithm;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

/** Finds what is wrong with the rows of a history, and puts it right as {@link IssueKind} says. */
final class DailyChecks {
    private static final int WEEKDAY_BREAK_DAYS = 5;
    private static final int LONG_BREAK_DAYS = 7;
    private static final double OTHER_COIN = 5;
    private static final double BAD_SIGMAS = 8;
    private static final double TAKEN_BACK = 0.5;
    private static final double TAKEN_BACK_AT_CLOSE = 0.8;
    private static final int SIGMA_DAYS = 60;
    private static final int SIGMA_DAYS_MIN = 10;

    /** Median of the absolute value of a normal variable. */
    private static final double NORMAL_MEDIAN = 0.6744897501960817;

    private final String file;
    private final Calendar calendar;
    private final Consumer<DataIssue> issues;

    DailyChecks(final String file, final Calendar calendar, final Consumer<DataIssue> issues) {
        this.file = file;
        this.calendar = calendar;
        this.issues = issues;
    }

    List<DailyClose> repaired(final List<DailyClose> rows) {
        return withoutBadTicks(cutAtAnotherCoin(withoutDuplicates(inOrder(rows))));
    }

    private List<DailyClose> inOrder(final List<DailyClose> rows) {
        DailyClose latest = null;
        for (final DailyClose row : rows) {
            if (latest != null && row.date().isBefore(latest.date())) {
                report(
                        row,
                        IssueKind.OUT_OF_ORDER,
                        row.date() + " stands after " + latest.date() + "; the rows are put in order");
            } else {
                latest = row;
            }
        }
        final List<DailyClose> sorted = new ArrayList<>(rows);
        sorted.sort(Comparator.comparing(DailyClose::date));
        return sorted;
    }

    private List<DailyClose> withoutDuplicates(final List<DailyClose> rows) {
        final List<DailyClose> kept = new ArrayList<>();
        for (final DailyClose row : rows) {
            final DailyClose before = kept.isEmpty() ? null : kept.get(kept.size() - 1);
            if (before != null && before.date().equals(row.date())) {
                report(
                        row,
                        IssueKind.DUPLICATE_DATE,
                        row.date() + " is already on line " + before.line() + "; that row counts");
            } else {
                kept.add(row);
            }
        }
        return kept;
    }

    private List<DailyClose> cutAtAnotherCoin(final List<DailyClose> rows) {
        for (int i = 1; i < rows.size(); i++) {
            final DailyClose row = rows.get(i);
            final DailyClose before = rows.get(i - 1);
            final long days = ChronoUnit.DAYS.between(before.date(), row.date());
            final double ratio = Math.max(row.close() / before.close(), before.close() / row.close());
            if (days > LONG_BREAK_DAYS && ratio > OTHER_COIN) {
                report(
                        row,
                        IssueKind.SYMBOL_REUSED,
                        "after " + (days - 1) + " days without trading the price goes from "
                                + before.close() + " to " + row.close()
                                + ": another coin under the same symbol; the file ends before this line");
                return rows.subList(0, i);
            }
            if (days > (calendar == Calendar.EVERY_DAY ? 1 : WEEKDAY_BREAK_DAYS)) {
                report(
                        row,
                        IssueKind.GAP,
                        (days - 1) + " days are missing after " + before.date() + "; they get no value");
            }
        }
        return rows;
    }

    private List<DailyClose> withoutBadTicks(final List<DailyClose> rows) {
        final double[] returns = new double[Math.max(0, rows.size() - 1)];
        for (int i = 0; i < returns.length; i++) {
            returns[i] = Logarithm.log(rows.get(i + 1).close() / rows.get(i).close());
        }
        final List<DailyClose> kept = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            final boolean bad = i > 0
                    && i < returns.length
                    && isTakenBack(returns[i - 1], rows.get(i), rows.get(i + 1))
                    && Math.abs(returns[i - 1]) > BAD_SIGMAS * sigmaBefore(returns, i - 1);
            if (bad) {
                report(
                        rows.get(i),
                        IssueKind.BAD_TICK,
                        String.format(
                                Locale.ROOT,
                                "a log return of %+.2f, sigma %.3f, and %+.2f on the day after; the day is left out",
                                returns[i - 1],
                                sigmaBefore(returns, i - 1),
                                returns[i]));
            } else {
                kept.add(rows.get(i));
            }
        }
        return kept;
    }

    /**
     * Whether the next price after a close undoes its move. Where the next price is an open, right after the close, half is
     * enough: markets that really fell open where they closed. Where it is the next close it must be nearly all.
     */
    private static boolean isTakenBack(final double move, final DailyClose row, final DailyClose next) {
        final boolean hasOpen = next.open() > 0;
        final double back = Logarithm.log((hasOpen ? next.open() : next.close()) / row.close());
        return move * back < 0 && Math.abs(back) > (hasOpen ? TAKEN_BACK : TAKEN_BACK_AT_CLOSE) * Math.abs(move);
    }

    /** A sigma that bad ticks cannot move: from the median of the last 60 absolute returns; infinite without ten of them. */
    private static double sigmaBefore(final double[] returns, final int index) {
        final int from = Math.max(0, index - SIGMA_DAYS);
        if (index - from < SIGMA_DAYS_MIN) {
            return Double.POSITIVE_INFINITY;
        }
        final double[] sizes =
                Arrays.stream(returns, from, index).map(Math::abs).sorted().toArray();
        return sizes[sizes.length / 2] / NORMAL_MEDIAN;
    }

    private void report(final DailyClose row, final IssueKind kind, final String text) {
        issues.accept(new DataIssue(file, row.line(), kind, text));
    }
}
