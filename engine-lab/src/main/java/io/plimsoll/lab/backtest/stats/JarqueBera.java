package io.plimsoll.lab.backtest.stats;

/** Are figures normally distributed? C. M. Jarque and A. K. Bera, 1980. */
public final class JarqueBera {
    private JarqueBera() {}

    /**
     * The test.
     *
     * @param skew of the figures.
     * @param kurtosis of the figures, 3 if they are normal.
     * @param n number of figures.
     * @return statistic, chi-square with 2 degrees of freedom for large n.
     */
    public static TestResult of(final double skew, final double kurtosis, final int n) {
        final double excess = kurtosis - 3;
        final double statistic = n / 6.0 * (skew * skew + excess * excess / 4);
        return new TestResult(statistic, ChiSquare.upperTail2(statistic));
    }
}
