package io.plimsoll.lab.backtest;

import io.plimsoll.lab.backtest.stats.TestResult;
import io.plimsoll.lab.text.Show;
import java.util.ArrayList;
import java.util.List;

/**
 * Something that a model does not meet.
 *
 * @param book in which.
 * @param rule {@code a} or {@code b}.
 * @param test by which it was found, or the margin that does not cover.
 * @param figure what decided, and what stands behind it.
 */
public record Miss(Book book, String rule, String test, String figure) {
    private static final String A = "a";
    private static final String B = "b";

    /**
     * All that is not met in a book.
     *
     * @param verdict on the book.
     * @return tests of rule (a), then margins of rule (b); empty when both rules are met.
     */
    static List<Miss> of(final BookVerdict verdict) {
        final String beyond = Show.count(verdict.exceptions99()) + " of " + Show.count(verdict.days())
                + " days beyond VaR 99, " + Figures.number(verdict.days() * Judge.VAR_RATE) + " expected";
        final List<Miss> misses = new ArrayList<>();
        measure(misses, verdict, 0, "Kupiec", beyond);
        measure(misses, verdict, 1, "Christoffersen", "statistic " + statistic(verdict.independence()) + "; " + beyond);
        measure(misses, verdict, 2, "Acerbi-Szekely", "Z2 " + statistic(verdict.shortfallTest()));
        cover(misses, verdict, "IM", verdict.initial());
        cover(misses, verdict, "MM", verdict.maintenance());
        return misses;
    }

    private static String statistic(final TestResult test) {
        return Figures.number(test.statistic());
    }

    private static void measure(
            final List<Miss> misses,
            final BookVerdict verdict,
            final int number,
            final String test,
            final String behind) {
        final double p = verdict.adjusted().get(number);
        if (p < Judge.LEVEL) {
            misses.add(new Miss(verdict.book(), A, test, "p after Holm " + Figures.probability(p) + "; " + behind));
        }
    }

    private static void cover(
            final List<Miss> misses, final BookVerdict verdict, final String margin, final Cover cover) {
        if (!cover.isMet()) {
            misses.add(new Miss(
                    verdict.book(),
                    B,
                    margin,
                    Show.count(cover.exceptions()) + " of " + Show.count(verdict.days()) + " days beyond, "
                            + Show.count(cover.allowed()) + " allowed; largest " + Figures.shortfall(cover)));
        }
    }
}
