package io.plimsoll.core.fixed;

/**
 * Ratios as integers: one is {@link #ONE}. Factors, moves and volatilities that come as data are held so; 10^-15 is as fine
 * as a {@code double} near one.
 */
public final class Rate {
    /** One, 100 %. */
    public static final long ONE = 1_000_000_000_000_000L;

    /** Decimals of a rate. */
    public static final int SCALE = 15;

    private static final long PER_PPM = ONE / FixedPoint.PPM;

    private Rate() {}

    /**
     * A rate from parts per million.
     *
     * @param ppm parts per million, signed.
     * @return the same rate.
     */
    public static long ofPpm(final int ppm) {
        return ppm * PER_PPM;
    }

    /**
     * A multiple of an amount, rounded up: towards plus infinity.
     *
     * @param amount signed.
     * @param rate not negative.
     * @return {@code ceil(amount * rate / ONE)}.
     * @throws ArithmeticException when it does not fit.
     */
    public static long timesCeil(final long amount, final long rate) {
        return amount >= 0 ? ceil(amount, rate) : -floor(-amount, rate);
    }

    /**
     * A multiple of an amount, rounded down: towards minus infinity.
     *
     * @param amount signed.
     * @param rate not negative.
     * @return {@code floor(amount * rate / ONE)}.
     * @throws ArithmeticException when it does not fit.
     */
    public static long timesFloor(final long amount, final long rate) {
        return amount >= 0 ? floor(amount, rate) : -ceil(-amount, rate);
    }

    private static long floor(final long amount, final long rate) {
        return checked(FixedPoint.mulDivFloor(amount, rate, ONE, Long.MAX_VALUE));
    }

    private static long ceil(final long amount, final long rate) {
        return checked(FixedPoint.mulDivCeil(amount, rate, ONE, Long.MAX_VALUE));
    }

    private static long checked(final long amount) {
        if (amount == Long.MAX_VALUE) {
            throw new ArithmeticException("a multiple of an amount does not fit 64 bits");
        }
        return amount;
    }
}
