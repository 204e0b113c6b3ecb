package io.plimsoll.lab.backtest;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * What is to be tested.
 *
 * @param from first day on which books are put up; empty: the first with 500 days of BTC and ETH before it.
 * @param to last day on which books are put up; empty: the last that has a day after it.
 * @param books which.
 * @param variants models, the one to be judged first.
 */
public record BacktestOptions(
        Optional<LocalDate> from, Optional<LocalDate> to, List<Book> books, List<Variant> variants) {
    /** Copies the lists. */
    public BacktestOptions {
        books = List.copyOf(books);
        variants = List.copyOf(variants);
    }
}
