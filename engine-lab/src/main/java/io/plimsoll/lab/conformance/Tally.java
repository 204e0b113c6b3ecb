package io.plimsoll.lab.conformance;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Locale;

/** How many cases of a file, or of a group in it, came out how. */
public final class Tally {
    private static final MathContext DIGITS = new MathContext(2, RoundingMode.UP);

    private int passed;
    private int failed;
    private int unsupported;
    private double maxError;

    Tally() {}

    void passed(final int cases) {
        passed += cases;
    }

    void failed(final int cases) {
        failed += cases;
    }

    void unsupported(final int cases) {
        unsupported += cases;
    }

    void error(final double error) {
        maxError = Math.max(maxError, error);
    }

    /** {@return cases that passed} */
    public int passed() {
        return passed;
    }

    /** {@return cases that failed} */
    public int failed() {
        return failed;
    }

    /** {@return cases that were not run} */
    public int unsupported() {
        return unsupported;
    }

    /**
     * The largest error of all numbers that were compared, each in the form of the tolerance that held for it: a share of the
     * expected number, or an amount.
     *
     * @return 0 where nothing was compared.
     */
    public double maxError() {
        return maxError;
    }

    /**
     * The largest error for people: two digits, rounded up, enough to see how far from the tolerance it is.
     *
     * @return such as 3.9e-10.
     */
    public String maxErrorText() {
        return maxError == 0 ? "0" : String.format(Locale.ROOT, "%.1e", new BigDecimal(maxError).round(DIGITS));
    }
}
