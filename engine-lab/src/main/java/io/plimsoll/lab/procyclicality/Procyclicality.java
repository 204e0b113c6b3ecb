package io.plimsoll.lab.procyclicality;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * How initial margins moved day by day while accounts held still.
 *
 * @param days those that have figures, in their order: commands came on them and on the day before.
 * @param gaps those after the first of them, to the last day asked about, that have none.
 * @param accounts those that were asked for margin, by id.
 */
public record Procyclicality(List<LocalDate> days, List<LocalDate> gaps, List<AccountProcyclicality> accounts) {
    /** Copies the lists. */
    public Procyclicality {
        days = List.copyOf(days);
        gaps = List.copyOf(gaps);
        accounts = List.copyOf(accounts);
    }

    /**
     * A day of all accounts that have a figure for it.
     *
     * @param sum of their margins; the ratio is that of the sums.
     * @param accounts how many they are.
     * @param worst account that it was worst for.
     * @param worstFigure of that account.
     */
    public record OfDay(DayFigure sum, int accounts, long worst, DayFigure worstFigure) {
        /** Both together. */
        OfDay with(final OfDay other, final WorstBy by) {
            final boolean isWorse = by.figures().compare(other.worstFigure, worstFigure) < 0;
            return new OfDay(
                    new DayFigure(
                            sum.day(),
                            Math.addExact(sum.before(), other.sum.before()),
                            Math.addExact(sum.after(), other.sum.after())),
                    accounts + other.accounts,
                    isWorse ? other.worst : worst,
                    isWorse ? other.worstFigure : worstFigure);
        }
    }

    /**
     * The accounts with the worst days.
     *
     * @param by what makes a day a bad one.
     * @param limit most accounts.
     * @return the worst in front.
     */
    public List<AccountProcyclicality> worst(final WorstBy by, final int limit) {
        return accounts.stream().sorted(by.accounts()).limit(limit).toList();
    }

    /**
     * All accounts together.
     *
     * @param by what makes a day a bad one for an account.
     * @return one for each day for which an account has a figure, in their order.
     */
    public List<OfDay> totals(final WorstBy by) {
        final Map<LocalDate, OfDay> byDay = new TreeMap<>();
        for (final AccountProcyclicality account : accounts) {
            for (final DayFigure figure : account.figures()) {
                byDay.merge(figure.day(), new OfDay(figure, 1, account.account(), figure), (a, b) -> a.with(b, by));
            }
        }
        return List.copyOf(byDay.values());
    }
}
