package io.plimsoll.core;

import java.math.BigInteger;

/** Rounding of the slow twin, in unbounded integers. */
final class ReferenceNumbers {
    private static final BigInteger MILLION = BigInteger.valueOf(1_000_000);

    private ReferenceNumbers() {}

    static BigInteger floor(final BigInteger a, final BigInteger b) {
        return ceil(a.negate(), b).negate();
    }

    static BigInteger ceil(final BigInteger a, final BigInteger b) {
        final BigInteger[] parts = a.divideAndRemainder(b);
        return parts[1].signum() > 0 ? parts[0].add(BigInteger.ONE) : parts[0];
    }

    static BigInteger rateCeil(final BigInteger amount, final long ppm) {
        return ceil(amount.multiply(BigInteger.valueOf(ppm)), MILLION);
    }

    /** Of an amount that all bear the part of one, rounded up. */
    static BigInteger share(final BigInteger ofAll, final BigInteger part, final BigInteger all) {
        return all.signum() == 0 ? BigInteger.ZERO : ceil(ofAll.multiply(part), all);
    }

    /** Rates of a column hold for the part of an amount inside their tier, each part rounded up. */
    static BigInteger tiered(final long[][] tiers, final BigInteger amount, final int column) {
        BigInteger sum = BigInteger.ZERO;
        for (int i = 0; i < tiers.length; i++) {
            final BigInteger from = BigInteger.valueOf(tiers[i][0]);
            final BigInteger to = i + 1 < tiers.length ? BigInteger.valueOf(tiers[i + 1][0]) : amount;
            sum = sum.add(rateCeil(notNegative(amount.min(to).subtract(from)), tiers[i][column]));
        }
        return sum;
    }

    static BigInteger notNegative(final BigInteger value) {
        return value.max(BigInteger.ZERO);
    }
}
