package io.plimsoll.core.math;

/** Evaluates every function of the package many times and prints a hash over all bits: one number for one machine. */
final class MathsHash {
    private static final int OPTIONS = 64;

    private final Black76Array array = new Black76Array();
    private final BlackGreeks greeks = new BlackGreeks();
    private final SviCheck check = new SviCheck();
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
