package io.plimsoll.lab.backtest;

import io.plimsoll.lab.scenario.DataIssue;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * What happened to all books under all variants.
 *
 * @param from first day asked for.
 * @param to last day asked for.
 * @param variants models, the one to be judged first.
 * @param days by variant, then by book, in order of time.
 * @param skipped days on which a book could not be put up, or not be valued the day after.
 * @param issues what was wrong with the histories and was put right.
 */
public record BacktestResult(
        LocalDate from,
        LocalDate to,
        List<Variant> variants,
        List<Map<Book, List<BookDay>>> days,
        Map<Book, Integer> skipped,
        List<DataIssue> issues) {
    /** Copies the lists. */
    public BacktestResult {
        variants = List.copyOf(variants);
        days = List.copyOf(days);
        skipped = Map.copyOf(skipped);
        issues = List.copyOf(issues);
    }

    /** {@return whether any book has a day} */
    public boolean hasDays() {
        return days.get(0).values().stream().anyMatch(each -> !each.isEmpty());
    }
}
