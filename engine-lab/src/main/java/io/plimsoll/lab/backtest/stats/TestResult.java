package io.plimsoll.lab.backtest.stats;

/**
 * Outcome of a test.
 *
 * @param statistic of the test.
 * @param pValue probability of a statistic at least so extreme if the model is right.
 */
public record TestResult(double statistic, double pValue) {
    /**
     * Whether the model is refused.
     *
     * @param level of the test, such as 0.01.
     * @return true when the p-value is below it.
     */
    public boolean isRejectedAt(final double level) {
        return pValue < level;
    }
}
