package io.plimsoll.core.math;

import io.plimsoll.core.fixed.Rate;
import io.plimsoll.core.fixed.Words;

/**
 * Forward, interest rate and volatilities of one expiry, from integers: what the live engine prices options with. The forward
 * stays in proportion to the price of the underlying until the next slice; a volatility stays with its strike.
 *
 * <p>As words: index price and forward x 10^10, interest rate, time to expiry in ns at which an SVI slice was fitted, 1 for
 * SVI or 2 for points; then a, b, rho, m, sigma as rates, or strikes x 10^10 each followed by its volatility as a rate.
 */
public final class SurfaceSlice {
    /** Most points. */
    public static final int POINTS_MAX = 256;

    private static final int SVI = 1;
    private static final int POINTS = 2;
    private static final double ONE = Rate.ONE;
    private static final double PRICE_UNIT = 1e10;
    private static final double NS_PER_YEAR = 365 * 86400e9;
    private static final double LEAST_VOLATILITY = 0.01;
    private static final double MOST_VOLATILITY = 5;
    private static final double MOST_RATE = 1;
    private static final double MOST_CARRY = 10;
    private static final double REACH = 1.5;
    private static final int STEPS = 300;

    private final double ratio;
    private final double fittedForward;
    private final double fittedYears;
    private final double rate;
    private final Svi svi;
    private final MonotoneCubic points;

    private SurfaceSlice(
            final double ratio,
            final double fittedForward,
            final double fittedYears,
            final double rate,
            final Svi svi,
            final MonotoneCubic points) {
        this.ratio = ratio;
        this.fittedForward = fittedForward;
        this.fittedYears = fittedYears;
        this.rate = rate;
        this.svi = svi;
        this.points = points;
    }

    /**
     * A slice of SVI, to be looked at for arbitrage.
     *
     * @param forward price of the forward.
     * @param years time to expiry.
     * @param svi its parameters.
     * @return the slice.
     */
    public static SurfaceSlice of(final double forward, final double years, final Svi svi) {
        return new SurfaceSlice(1, forward, years, 0, svi, null);
    }

    /**
     * A slice of points, to be looked at for arbitrage.
     *
     * @param forward price of the forward.
     * @param years time to expiry.
     * @param points volatilities by strike.
     * @return the slice.
     */
    public static SurfaceSlice of(final double forward, final double years, final MonotoneCubic points) {
        return new SurfaceSlice(1, forward, years, 0, null, points);
    }

    /**
     * Reads a slice. Figures that nobody can mean are refused.
     *
     * @param words from the index price on.
     * @return the slice.
     * @throws IllegalArgumentException when it cannot be priced with; words before {@link Words#position} are fine.
     */
    public static SurfaceSlice read(final Words words) {
        final double index = words.read() / PRICE_UNIT;
        check(index > 0, "index price");
        final double forward = words.read() / PRICE_UNIT;
        check(forward > 0 && forward < MOST_CARRY * index && index < MOST_CARRY * forward, "forward");
        final double rate = words.read() / ONE;
        check(Math.abs(rate) <= MOST_RATE, "interest rate");
        final double years = words.read() / NS_PER_YEAR;
        check(years > 0, "time to expiry");
        final long kind = words.read();
        check(kind == SVI || kind == POINTS, "kind");
        return new SurfaceSlice(
                forward / index,
                forward,
                years,
                rate,
                kind == SVI ? svi(words) : null,
                kind == POINTS ? points(words) : null);
    }

    private static Svi svi(final Words words) {
        final double a = words.read() / ONE;
        final double b = words.read() / ONE;
        final double rho = words.read() / ONE;
        final double m = words.read() / ONE;
        return new Svi(a, b, rho, m, words.read() / ONE);
    }

    private static MonotoneCubic points(final Words words) {
        check(words.rest() % 2 == 0 && words.rest() > 0 && words.rest() <= 2 * POINTS_MAX, "number of points");
        final int count = words.rest() / 2;
        final double[] strikes = new double[count];
        final double[] volatilities = new double[count];
        for (int i = 0; i < count; i++) {
            strikes[i] = words.read() / PRICE_UNIT;
            check(strikes[i] > 0 && (i == 0 || strikes[i] > strikes[i - 1]), "strike");
            volatilities[i] = words.read() / ONE;
            check(volatilities[i] >= LEAST_VOLATILITY && volatilities[i] <= MOST_VOLATILITY, "volatility");
        }
        return new MonotoneCubic(strikes, volatilities, MonotoneCubic.Beyond.FLAT);
    }

    private static void check(final boolean holds, final String what) {
        if (!holds) {
            throw new IllegalArgumentException(what + " out of range");
        }
    }

    /**
     * Looks for arbitrage within the slice.
     *
     * @param check does the work.
     * @return what is wrong, or NONE.
     */
    public SurfaceCheck.Fault fault(final SurfaceCheck check) {
        return svi == null ? check.points(fittedForward, fittedYears, points) : check.slice(svi, -REACH, REACH, STEPS);
    }

    /**
     * Looks for arbitrage between two neighbouring expiries: on a grid where both are SVI, else at the strikes of points, as far as
     * the other reaches.
     *
     * @param later the one that expires later.
     * @param check does the work.
     * @return what is wrong, or NONE.
     */
    public SurfaceCheck.Fault faultBefore(final SurfaceSlice later, final SurfaceCheck check) {
        if (svi != null && later.svi != null) {
            return check.calendar(svi, later.svi, -REACH, REACH, STEPS);
        }
        final SurfaceCheck.Fault fault = calendarAtPointsOf(this, later, check);
        return fault == SurfaceCheck.Fault.NONE ? later.calendarAtPointsOf(this, later, check) : fault;
    }

    private SurfaceCheck.Fault calendarAtPointsOf(
            final SurfaceSlice earlier, final SurfaceSlice later, final SurfaceCheck check) {
        SurfaceCheck.Fault fault = SurfaceCheck.Fault.NONE;
        final int count = points == null ? 0 : points.count();
        for (int i = 0; i < count && fault == SurfaceCheck.Fault.NONE; i++) {
            final double ratio = points.place(i) / fittedForward;
            if (earlier.reaches(ratio) && later.reaches(ratio)) {
                fault = check.calendar(
                        Logarithm.log(ratio),
                        earlier.volatility(ratio * earlier.fittedForward),
                        earlier.fittedYears,
                        later.volatility(ratio * later.fittedForward),
                        later.fittedYears);
            }
        }
        return fault;
    }

    /** Whether a strike, as a multiple of the forward, is where the volatilities are known. */
    private boolean reaches(final double ratio) {
        if (points == null) {
            return Math.abs(Logarithm.log(ratio)) <= REACH;
        }
        final double strike = ratio * fittedForward;
        return strike >= points.place(0) && strike <= points.place(points.count() - 1);
    }

    /**
     * Forward at a price of the underlying.
     *
     * @param spot price of the underlying.
     * @return the forward.
     */
    public double forward(final double spot) {
        return spot * ratio;
    }

    /** {@return interest rate, continuously compounded} */
    public double rate() {
        return rate;
    }

    /**
     * Volatility of a strike; of SVI the total variance was fitted to the time to expiry then.
     *
     * @param strike of an option.
     * @return per root of a year. Of points its error is below 6e-16 of the larger of the two neighbours; of SVI it is below
     *     4e-16 (1 + c) relative, c being what the terms of the total variance, b |ln(K / F)| among them, have lost as in {@link Svi}.
     */
    public double volatility(final double strike) {
        if (points != null) {
            return points.at(strike);
        }
        final double fitted = Math.sqrt(svi.variance(Logarithm.logRatio(strike, fittedForward)) / fittedYears);
        return Math.min(MOST_VOLATILITY, fitted);
    }

    /**
     * The slice with all volatilities moved by a share of them, for questions about what could happen: nobody looks for arbitrage.
     *
     * @param factor of every volatility; each stays within the bounds of what may be meant.
     * @return the moved slice, with the same forward and interest rate.
     */
    public SurfaceSlice times(final double factor) {
        final double square = factor * factor;
        return new SurfaceSlice(
                ratio,
                fittedForward,
                fittedYears,
                rate,
                svi == null ? null : new Svi(svi.a() * square, svi.b() * square, svi.rho(), svi.m(), svi.sigma()),
                points == null ? null : times(points, factor));
    }

    private static MonotoneCubic times(final MonotoneCubic points, final double factor) {
        final double[] strikes = new double[points.count()];
        final double[] volatilities = new double[points.count()];
        for (int i = 0; i < strikes.length; i++) {
            strikes[i] = points.place(i);
            volatilities[i] = Math.max(LEAST_VOLATILITY, Math.min(MOST_VOLATILITY, factor * points.value(i)));
        }
        return new MonotoneCubic(strikes, volatilities, MonotoneCubic.Beyond.FLAT);
    }

    /** {@return interest rate, as a rate} */
    public long rateOfInterest() {
        return ScenarioPricer.nearest(rate * ONE);
    }
}
