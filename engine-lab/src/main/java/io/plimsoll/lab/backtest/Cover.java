package io.plimsoll.lab.backtest;

import io.plimsoll.lab.backtest.stats.Coverage;
import io.plimsoll.lab.backtest.stats.TestResult;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.ToLongFunction;

/**
 * How a margin covered the losses of a book.
 *
 * @param exceptions days that lost more than the margin.
 * @param allowed most of them that the rule allows: the whole number at or below the allowed share of the days.
 * @param test probability of so many or more if the true share were the allowed one.
 * @param shortfall largest loss beyond the margin, in millionths; 0 when there is none.
 * @param on the day of it.
 */
public record Cover(int exceptions, int allowed, TestResult test, long shortfall, Optional<LocalDate> on) {
    private static final int PER_MILLE = 1000;

    /**
     * Counts.
     *
     * @param days at least one.
     * @param margin which margin.
     * @param allowedPerMille share of the days that may be exceptions.
     * @return the counts.
     */
    static Cover of(final List<BookDay> days, final ToLongFunction<BookDay> margin, final int allowedPerMille) {
        int exceptions = 0;
        long shortfall = 0;
        LocalDate on = null;
        for (final BookDay day : days) {
            final long beyond = -day.pnl() - margin.applyAsLong(day);
            exceptions += beyond > 0 ? 1 : 0;
            if (beyond > shortfall) {
                shortfall = beyond;
                on = day.date();
            }
        }
        return new Cover(
                exceptions,
                days.size() * allowedPerMille / PER_MILLE,
                Coverage.oneSided(exceptions, days.size(), (double) allowedPerMille / PER_MILLE),
                shortfall,
                Optional.ofNullable(on));
    }

    /** {@return whether there are no more exceptions than allowed} */
    public boolean isMet() {
        return exceptions <= allowed;
    }
}
