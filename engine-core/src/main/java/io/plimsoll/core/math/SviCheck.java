package io.plimsoll.core.math;

/**
 * Whether slices of a surface can be priced with, and if not, why and where. Keeps the last answer; reuse the object, one
 * thread at a time. Butterfly and calendar conditions are looked at on a grid: a violation between two of its points is
 * not seen.
 */
public final class SviCheck {
    /** What is wrong with a slice or a pair of slices, in the order in which they are looked at. */
    public enum Fault {
        /** Nothing. */
        NONE(0),

        /** A parameter is infinite or not a number. */
        NOT_FINITE(1),

        /** b is negative. */
        NEGATIVE_WING_SLOPE(2),

        /** rho is not between -1 and 1. */
        TILT_OUT_OF_RANGE(3),

        /** sigma is not above zero. */
        NO_WIDTH(4),

        /** The least total variance is negative. */
        NEGATIVE_VARIANCE(5),

        /** A wing rises faster than R. Lee's bound, b (1 + |rho|) &lt;= 2. */
        WING_TOO_STEEP(6),

        /** A butterfly costs less than nothing: {@link Svi#density} is negative. */
        BUTTERFLY(7),

        /** The later slice has less total variance than the earlier. */
        CALENDAR(8);

        private final int code;

        Fault(final int code) {
            this.code = code;
        }

        /** {@return a number that does not change} */
        public int code() {
            return code;
        }
    }

    private static final double LEE_BOUND = 2;

    private Fault fault = Fault.NONE;
    private double place = Double.NaN;
    private double amount = Double.NaN;

    /** Has found nothing yet. */
    public SviCheck() {}

    /**
     * Looks at one slice.
     *
     * @param slice the slice.
     * @param from log-moneyness of the first point of the grid.
     * @param to log-moneyness of the last, above {@code from}.
     * @param steps of the grid, at least one.
     * @return the first fault, {@link #place} and {@link #amount} with it.
     */
    public Fault slice(final Svi slice, final double from, final double to, final int steps) {
        final Fault parameters = parameters(slice);
        if (parameters != Fault.NONE) {
            return parameters;
        }
        for (int i = 0; i <= steps; i++) {
            final double k = point(from, to, i, steps);
            final double density = slice.density(k);
            if (!(density >= 0)) {
                return found(Fault.BUTTERFLY, k, density);
            }
        }
        return found(Fault.NONE, Double.NaN, Double.NaN);
    }

    /**
     * Looks at two neighbouring expiries, at equal log-moneyness.
     *
     * @param earlier the slice that expires first.
     * @param later the other.
     * @param from log-moneyness of the first point of the grid.
     * @param to log-moneyness of the last, above {@code from}.
     * @param steps of the grid, at least one.
     * @return {@link Fault#CALENDAR} at the first point where the later has less, {@link #amount} being how much less.
     */
    public Fault calendar(final Svi earlier, final Svi later, final double from, final double to, final int steps) {
        for (int i = 0; i <= steps; i++) {
            final double k = point(from, to, i, steps);
            final double growth = later.variance(k) - earlier.variance(k);
            if (!(growth >= 0)) {
                return found(Fault.CALENDAR, k, growth);
            }
        }
        return found(Fault.NONE, Double.NaN, Double.NaN);
    }

    /**
     * Where the last fault lies.
     *
     * @return a log-moneyness; NaN for a fault of the parameters, and without one.
     */
    public double place() {
        return place;
    }

    /**
     * What the last fault was found by.
     *
     * @return the offending parameter, least variance, wing slope, density or variance growth; NaN without a fault.
     */
    public double amount() {
        return amount;
    }

    /** {@return the last fault} */
    public Fault fault() {
        return fault;
    }

    private Fault parameters(final Svi slice) {
        final double sum = slice.a() + slice.b() + slice.rho() + slice.m() + slice.sigma();
        if (!(Math.abs(sum) <= Double.MAX_VALUE)) {
            return found(Fault.NOT_FINITE, Double.NaN, sum);
        }
        if (slice.b() < 0) {
            return found(Fault.NEGATIVE_WING_SLOPE, Double.NaN, slice.b());
        }
        if (!(slice.rho() > -1 && slice.rho() < 1)) {
            return found(Fault.TILT_OUT_OF_RANGE, Double.NaN, slice.rho());
        }
        if (!(slice.sigma() > 0)) {
            return found(Fault.NO_WIDTH, Double.NaN, slice.sigma());
        }
        if (!(slice.leastVariance() >= 0)) {
            return found(Fault.NEGATIVE_VARIANCE, Double.NaN, slice.leastVariance());
        }
        final double steepest = slice.b() * (1 + Math.abs(slice.rho()));
        return found(steepest > LEE_BOUND ? Fault.WING_TOO_STEEP : Fault.NONE, Double.NaN, steepest);
    }

    private Fault found(final Fault what, final double where, final double by) {
        fault = what;
        place = where;
        amount = by;
        return what;
    }

    private static double point(final double from, final double to, final int i, final int steps) {
        return from + (to - from) * ((double) i / steps);
    }
}
