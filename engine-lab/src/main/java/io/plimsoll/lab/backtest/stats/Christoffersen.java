package io.plimsoll.lab.backtest.stats;

/**
 * P. F. Christoffersen, <i>Evaluating Interval Forecasts</i>, 1998: do exceptions come one by one, or in clusters?
 *
 * @param calmCalm days without exception after days without.
 * @param calmHit exceptions after days without.
 * @param hitCalm days without exception after exceptions.
 * @param hitHit exceptions after exceptions.
 */
public record Christoffersen(int calmCalm, int calmHit, int hitCalm, int hitHit) {
    /**
     * Counts the transitions of a series.
     *
     * @param exceptions true for a day with an exception, in order of time.
     * @return the counts.
     */
    public static Christoffersen of(final boolean[] exceptions) {
        final int[] counts = new int[4];
        for (int i = 1; i < exceptions.length; i++) {
            counts[(exceptions[i - 1] ? 2 : 0) + (exceptions[i] ? 1 : 0)]++;
        }
        return new Christoffersen(counts[0], counts[1], counts[2], counts[3]);
    }

    /**
     * Is an exception as likely after an exception as after a calm day?
     *
     * @return likelihood ratio, chi-square with 1 degree of freedom; 0 when one of the two never occurred.
     */
    public TestResult independence() {
        final int afterCalm = calmCalm + calmHit;
        final int afterHit = hitCalm + hitHit;
        if (afterCalm == 0 || afterHit == 0) {
            return new TestResult(0, 1);
        }
        final int hits = calmHit + hitHit;
        final double ratio = -2
                * (Counts.logLikelihood(calmCalm + hitCalm, hits, (double) hits / (afterCalm + afterHit))
                        - Counts.logLikelihood(calmCalm, calmHit, (double) calmHit / afterCalm)
                        - Counts.logLikelihood(hitCalm, hitHit, (double) hitHit / afterHit));
        return new TestResult(Math.max(0, ratio), ChiSquare.upperTail1(ratio));
    }

    /**
     * Rate and independence together.
     *
     * @param rateTest outcome of {@link Kupiec#proportionOfFailures} over the same days.
     * @return sum of both ratios, chi-square with 2 degrees of freedom.
     */
    public TestResult conditionalCoverage(final TestResult rateTest) {
        final double ratio = rateTest.statistic() + independence().statistic();
        return new TestResult(ratio, ChiSquare.upperTail2(ratio));
    }
}
