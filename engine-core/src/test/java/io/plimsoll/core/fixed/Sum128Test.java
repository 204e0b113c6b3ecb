package io.plimsoll.core.fixed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.util.Random;
import org.junit.jupiter.api.Test;

class Sum128Test {
    private static final long SEED = 20261122L;

    @Test
    void quotientsOfSumsAgreeWithUnboundedIntegers() {
        final Random random = new Random(SEED);
        final Sum128 sum = new Sum128();
        for (int run = 0; run < 50_000; run++) {
            sum.clear();
            BigInteger exact = BigInteger.ZERO;
            for (int i = random.nextInt(30); i >= 0; i--) {
                final long a = random.nextLong() >> (2 + random.nextInt(60));
                final long b = random.nextInt();
                sum.addTimes(a, b);
                exact = exact.add(BigInteger.valueOf(a).multiply(BigInteger.valueOf(b)));
            }
            final long divisor = 1L + random.nextInt(Integer.MAX_VALUE);
            final BigInteger quotient = ceilDiv(exact, BigInteger.valueOf(divisor));
            if (quotient.bitLength() < 63) {
                assertThat(sum.ceilDiv(divisor))
                        .as("seed %d, run %d", SEED, run)
                        .isEqualTo(quotient.longValueExact());
            }
        }
    }

    @Test
    void aQuotientThatDoesNotFitIsAnError() {
        final Sum128 sum = new Sum128();
        sum.addTimes(Long.MAX_VALUE, 4);
        assertThatThrownBy(() -> sum.ceilDiv(2)).isInstanceOf(ArithmeticException.class);
    }

    @Test
    void multiplesRoundTheWayTheirNameSaysOnBothSidesOfZero() {
        final long third = Rate.ONE / 3;
        assertThat(Rate.timesCeil(10, third)).isEqualTo(4);
        assertThat(Rate.timesFloor(10, third)).isEqualTo(3);
        assertThat(Rate.timesCeil(-10, third)).isEqualTo(-3);
        assertThat(Rate.timesFloor(-10, third)).isEqualTo(-4);
        assertThat(Rate.timesCeil(1L << 62, Rate.ONE)).isEqualTo(1L << 62);
        assertThatThrownBy(() -> Rate.timesCeil(1L << 62, 4 * Rate.ONE)).isInstanceOf(ArithmeticException.class);
    }

    private static BigInteger ceilDiv(final BigInteger a, final BigInteger b) {
        final BigInteger[] parts = a.divideAndRemainder(b);
        return parts[1].signum() > 0 ? parts[0].add(BigInteger.ONE) : parts[0];
    }
}
