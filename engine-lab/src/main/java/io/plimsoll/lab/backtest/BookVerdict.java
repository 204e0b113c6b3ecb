package io.plimsoll.lab.backtest;

import io.plimsoll.lab.backtest.stats.TestResult;
import java.util.List;
import java.util.Map;

/**
 * How a book came out.
 *
 * @param book which.
 * @param days it had, at least one.
 * @param exceptions99 days that lost more than the raw VaR 99.
 * @param kupiec is their number right?
 * @param independence do they come one by one?
 * @param shortfallTest is the raw ES 97.5 large enough? The smaller probability of two laws.
 * @param adjusted probabilities of these three after Holm, over all books.
 * @param initial cover by the initial margin.
 * @param maintenance cover by the maintenance margin.
 * @param cost mean initial margin over notional.
 * @param maintenanceCost mean maintenance margin over notional.
 * @param rises largest rise of the initial margin within {@link Judge#SPANS} days, as a ratio.
 * @param binding days on which each part of the scenario risk decided.
 */
public record BookVerdict(
        Book book,
        int days,
        int exceptions99,
        TestResult kupiec,
        TestResult independence,
        TestResult shortfallTest,
        List<Double> adjusted,
        Cover initial,
        Cover maintenance,
        double cost,
        double maintenanceCost,
        List<Double> rises,
        Map<String, Integer> binding) {
    /** {@return rule (a): no test of the raw measures refuses them at 1 % after Holm} */
    public boolean isMeasureMet() {
        return adjusted.stream().noneMatch(p -> p < Judge.LEVEL);
    }

    /** {@return rule (b): initial margin covers 99.5 % of days, maintenance margin 99 %} */
    public boolean isCoverMet() {
        return initial.isMet() && maintenance.isMet();
    }
}
