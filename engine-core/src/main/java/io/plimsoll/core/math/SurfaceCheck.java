package io.plimsoll.core.math;

/**
 * Whether slices of a surface can be priced with, and if not, why and where. Keeps the last answer; reuse the object, one
 * thread at a time. Butterfly and calendar conditions of SVI are looked at on a grid, those of points at the points: a violation
 * between is not seen.
 *
 * <p>Quoted volatilities are never quite free of arbitrage: of the marks of a large venue (676 options) one strike in sixteen makes
 * a butterfly that costs less than nothing, and two still do when each volatility may be off by one point. So points have a fault
 * only where it remains when every volatility is off by {@link #TOLERANCE} the favourable way.
 */
public final class SurfaceCheck {
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

    /** How far each volatility of points may be off: two points. */
    public static final double TOLERANCE = 0.02;

    private static final double LEE_BOUND = 2;

    private Fault fault = Fault.NONE;
    private double place = Double.NaN;
    private double amount = Double.NaN;

    /** Has found nothing yet. */
    public SurfaceCheck() {}

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
     * Looks at the volatilities of one expiry at their strikes. Call prices must fall with the strike, by no more than the strike
     * rises, and ever more slowly.
     *
     * @param forward price of the forward.
     * @param years time to expiry.
     * @param points volatilities by strike.
     * @return {@link Fault#BUTTERFLY} at the first strike whose call costs more than a mixture of its neighbours with the same mean
     *     strike (a strike of zero and one without end stand at the ends), {@link #amount} being how much less than nothing the
     *     butterfly costs, in units of the forward.
     */
    public Fault points(final double forward, final double years, final MonotoneCubic points) {
        final double root = Math.sqrt(years);
        final int last = points.count() - 1;
        for (int i = 0; i <= last; i++) {
            final double strike = points.place(i);
            final double middle = call(forward, strike, points.value(i) - TOLERANCE, root);
            final double below = i == 0 ? 0 : points.place(i - 1);
            final double lower = i == 0 ? forward : call(forward, below, points.value(i - 1) + TOLERANCE, root);
            final double upper =
                    i == last ? 0 : call(forward, points.place(i + 1), points.value(i + 1) + TOLERANCE, root);
            // Beyond the last strike calls are worth nothing at the limit, so that only the lower neighbour counts.
            final double share = i == last ? 1 : (points.place(i + 1) - strike) / (points.place(i + 1) - below);
            final double cost = share * lower + (1 - share) * upper - middle;
            if (cost < 0) {
                return found(Fault.BUTTERFLY, Logarithm.logRatio(strike, forward), cost / forward);
            }
        }
        return found(Fault.NONE, Double.NaN, Double.NaN);
    }

    private static double call(final double forward, final double strike, final double volatility, final double root) {
        return Black76.price(true, forward, strike, Math.max(0, volatility) * root);
    }

    /**
     * Looks at two neighbouring expiries at one log-moneyness, of which at least one is quoted by points.
     *
     * @param k log-moneyness.
     * @param earlier volatility of that which expires first.
     * @param earlierYears its time to expiry.
     * @param later volatility of the other.
     * @param laterYears its time to expiry.
     * @return {@link Fault#CALENDAR} where the later has less total variance, {@link #amount} being how much less.
     */
    public Fault calendar(
            final double k,
            final double earlier,
            final double earlierYears,
            final double later,
            final double laterYears) {
        final double before = Math.max(0, earlier - TOLERANCE);
        final double after = later + TOLERANCE;
        final double growth = after * after * laterYears - before * before * earlierYears;
        return growth >= 0 ? found(Fault.NONE, Double.NaN, Double.NaN) : found(Fault.CALENDAR, k, growth);
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
