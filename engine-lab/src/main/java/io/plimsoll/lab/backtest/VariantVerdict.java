package io.plimsoll.lab.backtest;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * How a variant came out.
 *
 * @param variant which.
 * @param books verdicts.
 */
public record VariantVerdict(Variant variant, List<BookVerdict> books) {
    /** Copies the list. */
    public VariantVerdict {
        books = List.copyOf(books);
    }

    /**
     * Judges all variants of a run.
     *
     * @param result of the run.
     * @return verdicts in the order of the variants.
     */
    public static List<VariantVerdict> of(final BacktestResult result) {
        final Judge judge = new Judge();
        final List<VariantVerdict> verdicts = new ArrayList<>();
        for (int i = 0; i < result.variants().size(); i++) {
            verdicts.add(new VariantVerdict(
                    result.variants().get(i), judge.judge(result.days().get(i))));
        }
        return verdicts;
    }

    /**
     * The cheapest that meets rule (b) in every book.
     *
     * @param verdicts to choose from.
     * @return the first of the cheapest; empty when none meets it.
     */
    public static Optional<VariantVerdict> best(final List<VariantVerdict> verdicts) {
        return verdicts.stream()
                .filter(VariantVerdict::isCoverMet)
                .min(Comparator.comparingDouble(VariantVerdict::cost));
    }

    /** {@return rule (a) in every book} */
    public boolean isMeasureMet() {
        return books.stream().allMatch(BookVerdict::isMeasureMet);
    }

    /** {@return rule (b) in every book} */
    public boolean isCoverMet() {
        return books.stream().allMatch(BookVerdict::isCoverMet);
    }

    /** {@return the book of which initial margin covers the least share of days; the first of them} */
    public BookVerdict leastCovered() {
        BookVerdict least = books.get(0);
        for (final BookVerdict book : books) {
            final long exceptions = (long) book.initial().exceptions() * least.days();
            least = exceptions > (long) least.initial().exceptions() * book.days() ? book : least;
        }
        return least;
    }

    /** {@return books in which rule (a) is met} */
    public long measuredBooks() {
        return books.stream().filter(BookVerdict::isMeasureMet).count();
    }

    /** {@return what is met: each of both rules in each book counts one} */
    public long verdictsMet() {
        return measuredBooks() + coveredBooks();
    }

    /** {@return what is not met, in the order of the books} */
    public List<Miss> misses() {
        return books.stream().flatMap(book -> Miss.of(book).stream()).toList();
    }

    /** {@return books in which rule (b) is met} */
    public long coveredBooks() {
        return books.stream().filter(BookVerdict::isCoverMet).count();
    }

    /** {@return mean over books of the mean initial margin over notional} */
    public double cost() {
        return books.stream().mapToDouble(BookVerdict::cost).average().orElse(0);
    }

    /** {@return largest loss beyond the initial margin of any book, in millionths} */
    public long shortfall() {
        return books.stream()
                .mapToLong(each -> each.initial().shortfall())
                .max()
                .orElse(0);
    }
}
