package io.plimsoll.core.math;

import io.plimsoll.core.fixed.Words;

/** Evaluates every function of the package many times and prints a hash over all bits: one number for one machine. */
final class MathsHash {
    private static final int OPTIONS = 64;
    private static final int SCENARIOS = 40;
    private static final int ROUNDS_PER_ROW = 4;
    private static final double ONE = 1e15;
    private static final double PRICE_UNIT = 1e10;
    private static final long DAY_NS = 86_400_000_000_000L;
    private static final long UNIT = 1_000_000_000_000L;
    private static final VolatilityRules RULES =
            new VolatilityRules(0.5, 0.3, 0.3, 0.13, 1, 0.45, 3, new SkewRule(0.2, 0, 0.01, 4, 0.6, 0), SkewRule.NONE);

    private final Black76Array array = new Black76Array();
    private final BlackGreeks greeks = new BlackGreeks();
    private final SurfaceCheck check = new SurfaceCheck();
    private final LotPricer lots = new LotPricer(SCENARIOS);
    private final long[] changes = new long[SCENARIOS];
    private final double[][] columns = new double[4][OPTIONS];
    private long state = 20261121L;
    private long hash;

    private MathsHash() {}

    /**
     * Prints the hash.
     *
     * @param args how many rounds, of about a hundred evaluations each.
     */
    public static void main(final String[] args) {
        System.out.println(of(Integer.parseInt(args[0])));
    }

    static String of(final int rounds) {
        final MathsHash run = new MathsHash();
        for (int i = 0; i < rounds; i++) {
            run.round();
            if (i % ROUNDS_PER_ROW == 0) {
                run.rows();
            }
        }
        return "%016x".formatted(run.hash);
    }

    private void round() {
        elementary(40 * between(-1, 1));
        elementary(between(-1, 1));
        elementary(760 * between(-1, 1));
        elementary(Double.longBitsToDouble(next()));
        options();
        option(next() < 0, 100 * Exponential.exp(between(-1, 1)), 100, between(0.001, 2));
        option(next() < 0, 100, 100 * Exponential.exp(between(-6, 6)), between(0.01, 4));
        curves();
    }

    private void elementary(final double x) {
        add(Exponential.exp(x));
        add(Exponential.expm1(x));
        add(Logarithm.log(Math.abs(x)));
        add(Logarithm.log1p(x));
        add(Logarithm.logRatio(Math.abs(x), 3));
        add(Normal.pdf(x));
        add(Normal.cdf(x));
        add(Normal.erfcx(x));
        add(Normal.inverseCdf(between(0, 1)));
        add(Normal.inverseCdf(Normal.cdf(-Math.abs(x))));
    }

    private void options() {
        for (int i = 0; i < OPTIONS; i++) {
            columns[0][i] = 100 * between(0.5, 2);
            columns[1][i] = 100 * between(0.5, 2);
            columns[2][i] = between(0.001, i % 2 == 0 ? 0.5 : 3);
        }
        array.prices(next() < 0, columns[0], columns[1], columns[2], columns[3], OPTIONS);
        addAll(columns[3]);
        Exponential.exp(columns[2], 0, columns[3], 0, OPTIONS);
        addAll(columns[3]);
        Logarithm.log(columns[0], 0, columns[3], 0, OPTIONS);
        addAll(columns[3]);
    }

    private void option(final boolean call, final double forward, final double strike, final double deviation) {
        final double price = Black76.price(call, forward, strike, deviation);
        add(price);
        add(ImpliedVolatility.deviation(call, price, forward, strike));
        greeks.evaluate(call, forward, strike, deviation, 0.7, 0.03);
        add(greeks.price());
        add(greeks.delta());
        add(greeks.gamma());
        add(greeks.vega());
        add(greeks.theta());
        add(greeks.vanna());
        add(greeks.volga());
        add(greeks.rho());
    }

    private void curves() {
        final double k = between(-2, 2);
        final Svi svi =
                new Svi(between(0, 0.1), between(0, 1), between(-0.9, 0.9), between(-0.2, 0.2), between(0.01, 1));
        add(svi.deviation(k));
        add(svi.slope(k));
        add(svi.curvature(k));
        add(svi.density(k));
        check.slice(svi, -1, 1, 4);
        add(check.place());
        add(check.amount());
        final double[] xs = {-1, between(-0.9, -0.1), between(0, 1), 1.5};
        final double[] ys = {between(0, 1), between(0, 1), between(0, 1), between(0, 1)};
        final MonotoneCubic cubic = new MonotoneCubic(xs, ys, MonotoneCubic.Beyond.LINEAR);
        add(cubic.at(k));
        add(cubic.slopeAt(k));
        add(TermVariance.between(between(0, 2), 0.5, ys[0], 1.5, ys[1]));
    }

    /** The live engine's way from integers to the integers of a row. */
    private void rows() {
        final double spot = 60_000 * Exponential.exp(between(-2, 2));
        lots.underlying((long) (spot * PRICE_UNIT), RULES);
        final long sigma = (long) (between(0.005, 0.1) * ONE);
        for (int s = 0; s < SCENARIOS; s++) {
            if (s % 2 == 0) {
                lots.move((long) (between(-0.6, 0.6) * ONE), VolatilityMove.of(s / 2 % VolatilityMove.count()), s % 25);
            } else {
                lots.residual(
                        (long) (between(-8, 8) * ONE),
                        sigma,
                        (long) (between(-0.5, 0.5) * ONE),
                        (long) (between(-0.05, 0.05) * ONE),
                        24);
            }
        }
        final long days = 1 + (next() & 255);
        final long strike = (long) (spot * between(0.4, 2) * PRICE_UNIT);
        lots.option(next() < 0, strike, days * DAY_NS, DAY_NS / 48, 0, slice(spot, days), 1_000_000, 8);
        row();
        lots.future(UNIT * 600, days * DAY_NS, DAY_NS / 48);
        row();
        add(lots.largestMove());
        add(VarianceFilter.next(
                sigma / 30, (long) spot, (long) (spot * between(0.8, 1.2)), days * DAY_NS, 990_000_000_000_000L));
    }

    private SurfaceSlice slice(final double spot, final long days) {
        final Words words = new Words(16);
        words.add((long) (spot * PRICE_UNIT));
        words.add((long) (spot * between(0.97, 1.03) * PRICE_UNIT));
        words.add((long) (between(-0.02, 0.1) * ONE));
        words.add(days * DAY_NS);
        words.add(1);
        words.add((long) (between(0.001, 0.05) * ONE));
        words.add((long) (between(0.01, 0.2) * ONE));
        words.add((long) (between(-0.6, 0.6) * ONE));
        words.add((long) (between(-0.1, 0.1) * ONE));
        words.add((long) (between(0.05, 0.5) * ONE));
        words.rewind();
        return SurfaceSlice.read(words);
    }

    private void row() {
        lots.pricer().round(UNIT, changes, 0);
        for (final long change : changes) {
            add(change);
        }
        add(lots.pricer().valueIn(UNIT));
        add(lots.pricer().deltaIn(UNIT));
        add(lots.pricer().gammaIn(UNIT));
        add(lots.pricer().vegaIn(UNIT));
        add(lots.pricer().thetaIn(UNIT));
        add(lots.pricer().rhoIn(UNIT));
    }

    private void add(final long value) {
        hash = Long.rotateLeft(hash ^ value, 23) * 0x9E3779B97F4A7C15L;
    }

    private void addAll(final double[] values) {
        for (final double value : values) {
            add(value);
        }
    }

    /** All that is not a number counts as one number: its bits say nothing. */
    private void add(final double value) {
        hash = Long.rotateLeft(hash ^ Double.doubleToLongBits(value), 23) * 0x9E3779B97F4A7C15L;
    }

    private double between(final double low, final double high) {
        return low + (high - low) * ((next() >>> 11) * 0x1p-53);
    }

    /** S. Vigna's splitmix64. */
    private long next() {
        state += 0x9E3779B97F4A7C15L;
        long z = state;
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }
}
