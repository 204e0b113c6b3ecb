package io.plimsoll.core.fixed;

/** A signed sum of products that may not fit 64 bits, and its quotient. Reuse the object. */
public final class Sum128 {
    private static final int DIGIT_BITS = 32;
    private static final long DIGIT = 0xFFFF_FFFFL;

    private long high;
    private long low;

    /** Starts at 0. */
    public Sum128() {}

    /** Starts at 0 again. */
    public void clear() {
        high = 0;
        low = 0;
    }

    /**
     * Adds a product.
     *
     * @param a signed.
     * @param b signed.
     */
    public void addTimes(final long a, final long b) {
        final long product = a * b;
        low += product;
        high += Math.multiplyHigh(a, b) + (Long.compareUnsigned(low, product) < 0 ? 1 : 0);
    }

    /**
     * The quotient, rounded towards plus infinity.
     *
     * @param divisor positive, below 2^31.
     * @return {@code ceil(sum / divisor)}.
     * @throws ArithmeticException when it does not fit 64 bits.
     */
    public long ceilDiv(final long divisor) {
        return isNegative() ? -magnitudeOver(divisor, false) : magnitudeOver(divisor, true);
    }

    /**
     * The quotient, rounded towards minus infinity.
     *
     * @param divisor positive.
     * @return {@code floor(sum / divisor)}.
     * @throws ArithmeticException when it does not fit 64 bits.
     */
    public long floorDiv(final long divisor) {
        final boolean negative = isNegative();
        final long magnitudeLow = negative ? -low : low;
        final long magnitudeHigh = negative ? ~high + (low == 0 ? 1 : 0) : high;
        final long quotient =
                magnitudeHigh >= divisor ? -1 : FixedPoint.divideUnsigned128(magnitudeHigh, magnitudeLow, divisor);
        if (quotient < 0) {
            throw new ArithmeticException("a quotient does not fit 64 bits");
        }
        return negative ? -quotient - (quotient * divisor == magnitudeLow ? 0 : 1) : quotient;
    }

    /** {@return the upper 64 bits, signed} */
    public long high() {
        return high;
    }

    /** {@return the lower 64 bits} */
    public long low() {
        return low;
    }

    private boolean isNegative() {
        return high < 0;
    }

    /** Divides the absolute value digit by digit of 32 bits. */
    private long magnitudeOver(final long divisor, final boolean up) {
        final boolean negative = isNegative();
        final long magnitudeLow = negative ? -low : low;
        final long magnitudeHigh = negative ? ~high + (low == 0 ? 1 : 0) : high;
        return magnitudeHigh == 0 && magnitudeLow >= 0
                ? quotient(magnitudeLow, divisor, up)
                : quotient(magnitudeHigh, magnitudeLow, divisor, up);
    }

    private static long quotient(final long magnitude, final long divisor, final boolean up) {
        final long quotient = magnitude / divisor;
        return quotient + (up && quotient * divisor != magnitude ? 1 : 0);
    }

    private static long quotient(
            final long magnitudeHigh, final long magnitudeLow, final long divisor, final boolean up) {
        long rest = 0;
        long quotientHigh = 0;
        long quotientLow = 0;
        for (int shift = DIGIT_BITS; shift >= 0; shift -= DIGIT_BITS) {
            final long digit = (rest << DIGIT_BITS) | ((magnitudeHigh >>> shift) & DIGIT);
            quotientHigh = (quotientHigh << DIGIT_BITS) | (digit / divisor);
            rest = digit % divisor;
        }
        for (int shift = DIGIT_BITS; shift >= 0; shift -= DIGIT_BITS) {
            final long digit = (rest << DIGIT_BITS) | ((magnitudeLow >>> shift) & DIGIT);
            quotientLow = (quotientLow << DIGIT_BITS) | (digit / divisor);
            rest = digit % divisor;
        }
        final long quotient = quotientLow + (up && rest > 0 ? 1 : 0);
        if (quotientHigh != 0 || quotient < 0) {
            throw new ArithmeticException("a quotient does not fit 64 bits");
        }
        return quotient;
    }
}
