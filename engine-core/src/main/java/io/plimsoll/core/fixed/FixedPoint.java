package io.plimsoll.core.fixed;

/**
 * Exact arithmetic on non-negative {@code long} amounts. Only a rate or a quotient rounds, and the name of the method
 * says which way. Products that do not fit 64 bits go through 128-bit intermediates.
 */
public final class FixedPoint {
    /** Parts per million in one. */
    public static final int PPM = 1_000_000;

    private static final long LOW = 0xFFFF_FFFFL;
    private static final long[] POWERS_OF_TEN = new long[19];

    static {
        POWERS_OF_TEN[0] = 1;
        for (int i = 1; i < POWERS_OF_TEN.length; i++) {
            POWERS_OF_TEN[i] = POWERS_OF_TEN[i - 1] * 10;
        }
    }

    private FixedPoint() {}

    /**
     * A power of ten.
     *
     * @param exponent 0 to 18.
     * @return 10 to the exponent.
     */
    public static long powerOfTen(final int exponent) {
        return POWERS_OF_TEN[exponent];
    }

    /**
     * A rate of an amount, rounded up: for what an account must pay or hold.
     *
     * @param amount not negative.
     * @param ratePpm not negative, at most one million.
     * @return {@code ceil(amount * ratePpm / 10^6)}, exact for every amount.
     */
    public static long rateOfCeil(final long amount, final int ratePpm) {
        return amount / PPM * ratePpm + (amount % PPM * ratePpm + PPM - 1) / PPM;
    }

    /**
     * A rate of an amount, rounded down: for what an account is credited.
     *
     * @param amount not negative.
     * @param ratePpm not negative, at most one million.
     * @return {@code floor(amount * ratePpm / 10^6)}, exact for every amount.
     */
    public static long rateOfFloor(final long amount, final int ratePpm) {
        return amount / PPM * ratePpm + amount % PPM * ratePpm / PPM;
    }

    /**
     * A product over a divisor, rounded down, at most a ceiling.
     *
     * @param a not negative.
     * @param b not negative.
     * @param divisor positive.
     * @param max the largest result; what is above becomes this.
     * @return {@code min(max, floor(a * b / divisor))}.
     */
    public static long mulDivFloor(final long a, final long b, final long divisor, final long max) {
        final long high = Math.multiplyHigh(a, b);
        final long low = a * b;
        if (high == 0 && low >= 0) {
            return Math.min(max, low / divisor);
        }
        return high >= divisor ? max : Math.min(max, quotientOrMax(high, low, divisor));
    }

    /**
     * A product over a divisor, rounded up, at most a ceiling.
     *
     * @param a not negative.
     * @param b not negative.
     * @param divisor positive.
     * @param max the largest result; what is above becomes this.
     * @return {@code min(max, ceil(a * b / divisor))}.
     */
    public static long mulDivCeil(final long a, final long b, final long divisor, final long max) {
        final long high = Math.multiplyHigh(a, b);
        final long low = a * b;
        if (high == 0 && low >= 0) {
            final long quotient = low / divisor;
            return Math.min(max, quotient * divisor == low ? quotient : quotient + 1);
        }
        if (high >= divisor) {
            return max;
        }
        final long quotient = quotientOrMax(high, low, divisor);
        return quotient >= max ? max : quotient + (quotient * divisor == low ? 0 : 1);
    }

    /**
     * A product over a divisor, rounded to the nearest, half upwards.
     *
     * @param a not negative.
     * @param b not negative.
     * @param divisor positive.
     * @return {@code floor((a * b + divisor / 2) / divisor)}, at most {@link Long#MAX_VALUE}.
     */
    public static long mulDivNearest(final long a, final long b, final long divisor) {
        final long high = Math.multiplyHigh(a, b);
        final long low = a * b;
        if (high >= divisor) {
            return Long.MAX_VALUE;
        }
        final long quotient = high == 0 && low >= 0 ? low / divisor : quotientOrMax(high, low, divisor);
        if (quotient == Long.MAX_VALUE) {
            return quotient;
        }
        final long rest = low - quotient * divisor;
        return rest >= divisor - rest ? quotient + 1 : quotient;
    }

    /**
     * A multiple of an amount with bits behind the point, rounded towards minus infinity.
     *
     * @param times signed.
     * @param amount signed, in 2^-fractionBits.
     * @param fractionBits 0 to 63.
     * @return {@code floor(times * amount / 2^fractionBits)}, which fits.
     */
    public static long timesFloor(final long times, final long amount, final int fractionBits) {
        final long low = times * amount;
        return fractionBits == 0
                ? low
                : (Math.multiplyHigh(times, amount) << (Long.SIZE - fractionBits)) | (low >>> fractionBits);
    }

    /**
     * The share of a signed cost that belongs to a part of a position, rounded towards minus infinity.
     *
     * @param cost signed.
     * @param part not negative, at most {@code whole}.
     * @param whole positive.
     * @return {@code floor(cost * part / whole)}.
     */
    public static long shareFloor(final long cost, final long part, final long whole) {
        return cost >= 0
                ? mulDivFloor(cost, part, whole, Long.MAX_VALUE)
                : -mulDivCeil(-cost, part, whole, Long.MAX_VALUE);
    }

    /**
     * Adds and keeps within a bound, for sums of which each term is bounded but their number is large.
     *
     * @param a not negative.
     * @param b not negative.
     * @param max the largest result.
     * @return {@code min(max, a + b)}.
     */
    public static long addSaturated(final long a, final long b, final long max) {
        final long sum = a + b;
        return sum < 0 || sum > max ? max : sum;
    }

    private static long quotientOrMax(final long high, final long low, final long divisor) {
        final long quotient = divideUnsigned128(high, low, divisor);
        return quotient < 0 ? Long.MAX_VALUE : quotient;
    }

    /** Knuth's algorithm D with 32-bit digits, for {@code high < divisor}. Hacker's Delight, 2nd edition, 9-4. */
    static long divideUnsigned128(final long high, final long low, final long divisor) {
        final int shift = Long.numberOfLeadingZeros(divisor);
        final long v = divisor << shift;
        final long v1 = v >>> 32;
        final long v0 = v & LOW;
        final long u32 = (high << shift) | (low >>> 1 >>> (63 - shift));
        final long u10 = low << shift;

        final long q1 = digit(u32, u10 >>> 32, v1, v0);
        final long u21 = (u32 << 32) + (u10 >>> 32) - q1 * v;
        final long q0 = digit(u21, u10 & LOW, v1, v0);
        return (q1 << 32) + q0;
    }

    private static long digit(final long u, final long next, final long v1, final long v0) {
        long q = Long.divideUnsigned(u, v1);
        long rest = u - q * v1;
        while (q > LOW || Long.compareUnsigned(q * v0, (rest << 32) + next) > 0) {
            q--;
            rest += v1;
            if (rest > LOW) {
                break;
            }
        }
        return q;
    }
}
