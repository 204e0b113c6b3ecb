package io.plimsoll.core.math;

import java.math.BigDecimal;

/** Keeps the largest error seen, and where. */
final class Worst {
    private double error;
    private String place = "nowhere";

    void ulps(final Object at, final double actual, final BigDecimal exact) {
        keep(Precise.ulps(actual, exact), at, actual);
    }

    void relative(final Object at, final double actual, final BigDecimal exact) {
        keep(Precise.relative(actual, exact), at, actual);
    }

    void keep(final double candidate, final Object at, final double actual) {
        if (!(candidate <= error)) {
            error = candidate;
            place = at + " gives " + actual;
        }
    }

    double error() {
        return error;
    }

    /** Says what was measured, in a failure and in the log of the build. */
    String text(final String what, final long seed) {
        final String text = "%s: largest error %.4g at %s (seed %d)".formatted(what, error, place, seed);
        System.out.println(text);
        return text;
    }
}
