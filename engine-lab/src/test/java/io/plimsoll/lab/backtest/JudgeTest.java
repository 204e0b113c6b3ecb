package io.plimsoll.lab.backtest;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.config.model.ModelFile;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Counting and judging, on series made by hand. */
class JudgeTest {
    private static final LocalDate FIRST = LocalDate.parse("2020-01-01");
    private static final long IM = 100;
    private static final long MM = 80;

    /** A day on which IM is 100, MM 80, VaR 99 60, VaR 97.5 50 and ES 97.5 55. */
    private static BookDay day(final int index, final long pnl) {
        return new BookDay(FIRST.plusDays(index), pnl, IM, MM, "grid", 60, 50, 55, 0.5);
    }

    /** So many days; every so-and-so-many-th loses an amount. */
    private static List<BookDay> days(final int count, final int every, final long loss) {
        final List<BookDay> days = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            days.add(day(i, (i + 1) % every == 0 ? -loss : 1));
        }
        return days;
    }

    private static BookVerdict verdict(final List<BookDay> days) {
        return new Judge().judge(Map.of(Book.LONG_BTC, days)).get(0);
    }

    private static Variant variant() {
        return new Variant("any", ModelFile.shipped("plimsoll", Map.of()), WalkTerms.DEFAULT, false);
    }

    @Test
    void aLossAsLargeAsTheMarginIsCovered() {
        final Cover cover =
                Cover.of(List.of(day(0, -100), day(1, -101), day(2, -103), day(3, 500)), BookDay::initial, 5);

        assertThat(cover.exceptions()).isEqualTo(2);
        assertThat(cover.shortfall()).isEqualTo(3);
        assertThat(cover.on()).contains(LocalDate.parse("2020-01-03"));
    }

    @Test
    void coverIsCountedWithoutRoundingInFavour() {
        // 399 days allow 1.995 exceptions of IM: one. 400 allow two.
        assertThat(verdict(days(399, 150, 101)).initial().isMet()).isFalse();
        assertThat(verdict(days(400, 150, 101)).initial().isMet()).isTrue();
        assertThat(verdict(days(400, 150, 101)).isCoverMet()).isTrue();
        assertThat(verdict(days(400, 130, 101)).initial().isMet()).isFalse();
    }

    @Test
    void lossesBetweenTheMarginsCountAgainstMaintenanceAlone() {
        final BookVerdict verdict = verdict(days(500, 80, 90));

        assertThat(verdict.initial().exceptions()).isZero();
        assertThat(verdict.maintenance().exceptions()).isEqualTo(6);
        assertThat(verdict.maintenance().allowed()).isEqualTo(5);
        assertThat(verdict.isCoverMet()).isFalse();
    }

    @Test
    void measuresThatExceptionsComeOutOfAtTheirRateAreNotRefused() {
        final BookVerdict verdict = verdict(days(1000, 100, 61));

        assertThat(verdict.exceptions99()).isEqualTo(10);
        assertThat(verdict.kupiec().pValue()).isEqualTo(1);
        assertThat(verdict.isMeasureMet()).isTrue();
    }

    @Test
    void measuresWithTooManyExceptionsAreRefused() {
        final BookVerdict verdict = verdict(days(1000, 20, 61));

        assertThat(verdict.exceptions99()).isEqualTo(50);
        assertThat(verdict.isMeasureMet()).isFalse();
    }

    @Test
    void holmLooksAtAllBooksTogether() {
        final Judge judge = new Judge();
        final List<BookDay> many = days(1000, 50, 61);
        final double alone =
                judge.judge(Map.of(Book.LONG_BTC, many)).get(0).adjusted().get(0);
        final List<BookVerdict> both =
                judge.judge(new TreeMap<>(Map.of(Book.LONG_BTC, many, Book.SHORT_BTC, days(1000, 100, 61))));

        assertThat(alone).isEqualTo(3 * both.get(0).kupiec().pValue());
        assertThat(both.get(0).adjusted().get(0)).isEqualTo(2 * alone);
    }

    @Test
    void aRiseIsLookedForWithinItsDays() {
        final List<BookDay> days = new ArrayList<>();
        final long[] margins = {100, 110, 90, 120, 180};
        for (int i = 0; i < margins.length; i++) {
            days.add(new BookDay(FIRST.plusDays(i), 0, margins[i], margins[i], "grid", 1, 1, 1, 0));
        }

        assertThat(Judge.rise(days, 1)).isEqualTo(1.5);
        assertThat(Judge.rise(days, 5)).isEqualTo(2);
    }

    @Test
    void theCheapestOfThoseThatCoverIsTheBest() {
        final Variant variant = variant();
        final VariantVerdict cheapButBare = new VariantVerdict(variant, List.of(verdict(days(400, 10, 101))));
        final VariantVerdict covers = new VariantVerdict(variant, List.of(verdict(days(400, 400, 1))));

        assertThat(VariantVerdict.best(List.of(cheapButBare, covers))).contains(covers);
        assertThat(VariantVerdict.best(List.of(cheapButBare))).isEmpty();
    }

    @Test
    void theBookWithTheLargestShareOfExceptionsIsCoveredLeast() {
        final Variant variant = variant();
        final List<BookVerdict> books = new Judge()
                .judge(new TreeMap<>(Map.of(
                        Book.LONG_BTC, days(1000, 200, 101),
                        Book.SHORT_BTC, days(400, 199, 101),
                        Book.BTC_ETH, days(500, 500, 101))));
        final VariantVerdict verdict = new VariantVerdict(variant, books);

        // 5 of 1000, 2 of 400 and 1 of 500: the first two are alike
        assertThat(verdict.leastCovered().book()).isEqualTo(Book.LONG_BTC);
        assertThat(Figures.leastCover(verdict)).isEqualTo("99.50 % in long-btc, 5 of 1,000 days beyond");
        assertThat(Figures.leastCover(new VariantVerdict(variant, List.of(verdict(days(1001, 160, 101))))))
                .isEqualTo("99.40 % in long-btc, 6 of 1,001 days beyond");
    }

    @Test
    void whatIsMissedIsNamedByBookAndTestWithItsFigure() {
        final VariantVerdict verdict = new VariantVerdict(variant(), List.of(verdict(days(1000, 20, 61))));
        final VariantVerdict bare = new VariantVerdict(variant(), List.of(verdict(days(400, 130, 101))));

        assertThat(verdict.misses())
                .contains(new Miss(
                        Book.LONG_BTC,
                        "a",
                        "Kupiec",
                        "p after Holm < 0.0001; 50 of 1,000 days beyond VaR 99, 10.00 expected"));
        assertThat(bare.misses())
                .containsExactly(new Miss(
                        Book.LONG_BTC, "b", "IM", "3 of 400 days beyond, 2 allowed; largest 0.00 % on 2020-05-09"));
        assertThat(new VariantVerdict(variant(), List.of(verdict(days(1000, 100, 61)))).misses())
                .isEmpty();
    }

    @Test
    void theNextBestMeetsMostThenCoversThenIsCheapest() {
        final VariantVerdict tested = new VariantVerdict(variant(), List.of(verdict(days(400, 20, 101))));
        final VariantVerdict missesA = new VariantVerdict(variant(), List.of(verdict(days(400, 20, 61))));
        final VariantVerdict missesB = new VariantVerdict(variant(), List.of(verdict(days(400, 130, 101))));
        final VariantVerdict missesAForLess =
                new VariantVerdict(variant(), List.of(cheaper(missesA.books().get(0))));
        final VariantVerdict meets = new VariantVerdict(variant(), List.of(verdict(days(400, 100, 61))));

        assertThat(NextBest.of(List.of(tested, missesB, missesA)).next()).containsSame(missesA);
        assertThat(NextBest.of(List.of(tested, missesA, missesAForLess)).next()).containsSame(missesAForLess);
        assertThat(NextBest.of(List.of(tested, missesAForLess, meets, missesB)).next())
                .containsSame(meets);
        assertThat(NextBest.of(List.of(tested)).next()).isEmpty();
        assertThat(NextBest.of(List.of(tested, missesB)).reason())
                .isEqualTo(
                        "meets (a) in 1 and (b) in 0 of 1 book, mean IM not compared: more than any, which meets (a) in 0 and (b) in 0"
                                + " of 1 book, mean IM not compared");
    }

    private static BookVerdict cheaper(final BookVerdict verdict) {
        return new BookVerdict(
                verdict.book(),
                verdict.days(),
                verdict.exceptions99(),
                verdict.kupiec(),
                verdict.independence(),
                verdict.shortfallTest(),
                verdict.adjusted(),
                verdict.initial(),
                verdict.maintenance(),
                verdict.cost() / 2,
                verdict.maintenanceCost(),
                verdict.rises(),
                verdict.binding());
    }
}
