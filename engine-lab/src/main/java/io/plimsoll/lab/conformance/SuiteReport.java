package io.plimsoll.lab.conformance;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** What became of the cases of one file. A case passes when every number of it does. */
public final class SuiteReport {
    /**
     * A number that is not as expected.
     *
     * @param id of the case.
     * @param quantity what the number is.
     * @param expected the published number.
     * @param actual ours.
     */
    public record Failure(String id, String quantity, String expected, String actual) {}

    /**
     * Cases that are not run.
     *
     * @param what a group, or all of the file.
     * @param cases how many.
     * @param reason why.
     */
    public record Unsupported(String what, int cases, String reason) {}

    private final String suite;
    private final List<Failure> failures = new ArrayList<>();
    private final List<Unsupported> unsupported = new ArrayList<>();
    private int passed;
    private int failed;
    private double maxError;

    SuiteReport(final String suite) {
        this.suite = suite;
    }

    /** The checks of one case. */
    final class Case implements AutoCloseable {
        private final String id;
        private boolean isGood = true;

        Case(final String id) {
            this.id = id;
        }

        void expect(
                final String quantity, final BigDecimal expected, final BigDecimal actual, final Tolerance tolerance) {
            maxError = Math.max(maxError, tolerance.errorOf(expected, actual));
            if (!tolerance.allows(expected, actual)) {
                fail(quantity, expected.toPlainString(), Numbers.plain(actual));
            }
        }

        void fail(final String quantity, final String expected, final String actual) {
            isGood = false;
            failures.add(new Failure(id, quantity, expected, actual));
        }

        @Override
        public void close() {
            if (isGood) {
                passed++;
            } else {
                failed++;
            }
        }
    }

    Case open(final String id) {
        return new Case(id);
    }

    void unsupported(final String what, final int cases, final String reason) {
        unsupported.add(new Unsupported(what, cases, reason));
    }

    /** {@return name of the suite} */
    public String suite() {
        return suite;
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
    public int unsupportedCases() {
        return unsupported.stream().mapToInt(Unsupported::cases).sum();
    }

    /** {@return what was not run, and why} */
    public List<Unsupported> unsupported() {
        return Collections.unmodifiableList(unsupported);
    }

    /** {@return the largest difference, relative where the tolerance is} */
    public double maxError() {
        return maxError;
    }

    /** {@return numbers that are not as expected} */
    public List<Failure> failures() {
        return Collections.unmodifiableList(failures);
    }
}
