package io.plimsoll.lab.backtest.stats;

/** P. H. Kupiec, <i>Techniques for Verifying the Accuracy of Risk Measurement Models</i>, 1995. */
public final class Kupiec {
    private Kupiec() {}

    /**
     * Proportion of failures: is the rate of exceptions what was promised? Refuses too few as well as too many.
     *
     * @param exceptions number of them.
     * @param days at least 1.
     * @param rate promised, such as 0.01; above 0 and below 1.
     * @return likelihood ratio, chi-square with 1 degree of freedom.
     */
    public static TestResult proportionOfFailures(final int exceptions, final int days, final double rate) {
        Counts.check(exceptions, days, rate);
        final int misses = days - exceptions;
        final double ratio = -2
                * (Counts.logLikelihood(misses, exceptions, rate)
                        - Counts.logLikelihood(misses, exceptions, (double) exceptions / days));
        return new TestResult(Math.max(0, ratio), ChiSquare.upperTail1(ratio));
    }

    /**
     * Time until first failure: did the first exception come when it should?
     *
     * @param firstException day of it, from 1.
     * @param rate promised; above 0 and below 1.
     * @return likelihood ratio, chi-square with 1 degree of freedom.
     */
    public static TestResult timeUntilFirstFailure(final int firstException, final double rate) {
        return proportionOfFailures(1, firstException, rate);
    }
}
