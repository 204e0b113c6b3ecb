package io.plimsoll.core.margin.model;

import io.plimsoll.core.fixed.Rate;
import java.math.BigInteger;

/** Unbounded integers for the slow twins: every rounding there is, by name. */
final class SlowNumbers {
    private static final BigInteger ONE = BigInteger.valueOf(Rate.ONE);

    private SlowNumbers() {}

    static BigInteger ceilDiv(final BigInteger a, final BigInteger b) {
        final BigInteger[] parts = a.divideAndRemainder(b);
        return parts[1].signum() > 0 ? parts[0].add(BigInteger.ONE) : parts[0];
    }

    static BigInteger timesCeil(final BigInteger amount, final long rate) {
        return ceilDiv(amount.multiply(BigInteger.valueOf(rate)), ONE);
    }

    static BigInteger timesFloor(final BigInteger amount, final long rate) {
        return timesCeil(amount.negate(), rate).negate();
    }

    /** A rate of a rate. */
    static long rateCeil(final long rate, final long times) {
        return timesCeil(BigInteger.valueOf(rate), times).longValueExact();
    }

    /** Of risk units of which one minor unit is 10^exponent. */
    static BigInteger toMinorCeil(final BigInteger units, final int exponent) {
        return ceilDiv(units, BigInteger.TEN.pow(exponent));
    }

    static BigInteger notBelowZero(final BigInteger amount) {
        return amount.max(BigInteger.ZERO);
    }
}
