package io.plimsoll.lab.backtest;

import io.plimsoll.lab.text.Show;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Figures as text, the same on every machine. A figure that decides is shown with enough digits to be told from its limit. */
public final class Figures {
    private static final double NOTIONAL_MINOR = Book.NOTIONAL * 1e6;
    private static final double PER_CENT = 100;
    private static final int PER_MYRIAD = 10_000;

    private Figures() {}

    /**
     * A share as a percentage with two decimals.
     *
     * @param share 1 is 100 %.
     * @return such as {@code 16.20 %}.
     */
    public static String percent(final double share) {
        return String.format(Locale.ROOT, "%.2f %%", share * PER_CENT);
    }

    /**
     * A probability.
     *
     * @param p from 0 to 1.
     * @return four decimals; below that {@code < 0.0001}.
     */
    public static String probability(final double p) {
        return p < 0.0001 ? "< 0.0001" : String.format(Locale.ROOT, "%.4f", p);
    }

    /**
     * A number with two decimals.
     *
     * @param number the number.
     * @return text.
     */
    public static String number(final double number) {
        return String.format(Locale.ROOT, "%.2f", number);
    }

    /**
     * An amount as a share of the notional of a book.
     *
     * @param millionths the amount.
     * @return percentage.
     */
    public static String ofNotional(final long millionths) {
        return percent(millionths / NOTIONAL_MINOR);
    }

    /**
     * The largest loss beyond a margin, and when.
     *
     * @param cover of the margin.
     * @return such as {@code 24.31 % on 2020-03-11}; {@code none} when every loss was covered.
     */
    public static String shortfall(final Cover cover) {
        return cover.on()
                .map(day -> ofNotional(cover.shortfall()) + " on " + day)
                .orElse("none");
    }

    /**
     * Exceptions and how many are allowed.
     *
     * @param cover of the margin.
     * @return such as {@code 3 of 13}.
     */
    public static String exceptions(final Cover cover) {
        return cover.exceptions() + " of " + cover.allowed();
    }

    /**
     * The share of days that initial margin covers, in the book in which it covers the least.
     *
     * @param verdict of a variant.
     * @return such as {@code 99.84 % in short-btc, 4 of 2,620 days beyond}; the share is rounded down.
     */
    public static String leastCover(final VariantVerdict verdict) {
        final BookVerdict book = verdict.leastCovered();
        final int exceptions = book.initial().exceptions();
        final long share = (long) (book.days() - exceptions) * PER_MYRIAD / book.days();
        return String.format(Locale.ROOT, "%d.%02d %%", share / (int) PER_CENT, share % (int) PER_CENT) + " in "
                + book.book().id() + ", " + exceptions + " of " + Show.count(book.days()) + " days beyond";
    }

    /**
     * Mean initial margin of a book, and the rules that are not met in it.
     *
     * @param book under a model.
     * @return such as {@code 12.06 %, misses (a)}.
     */
    public static String costAndMisses(final BookVerdict book) {
        final String a = book.isMeasureMet() ? "" : " (a)";
        final String b = book.isCoverMet() ? "" : " (b)";
        return percent(book.cost()) + (a.isEmpty() && b.isEmpty() ? "" : ", misses" + a + b);
    }

    /**
     * Which parts of the risk decided, on how many days.
     *
     * @param verdict of a book.
     * @return such as {@code grid 2,010, joint 610}.
     */
    public static String binding(final BookVerdict verdict) {
        return verdict.binding().entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
                .map(each -> each.getKey() + " " + Show.count(each.getValue()))
                .collect(Collectors.joining(", "));
    }

    /**
     * Met or not.
     *
     * @param isMet whether.
     * @return the words.
     */
    public static String met(final boolean isMet) {
        return isMet ? "met" : "not met";
    }
}
