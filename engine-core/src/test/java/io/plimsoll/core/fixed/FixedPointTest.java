package io.plimsoll.core.fixed;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.Random;
import org.junit.jupiter.api.Test;

class FixedPointTest {
    private static final long SEED = 20261121L;

    @Test
    void ratesRoundTheWayTheirNameSays() {
        // 1.5 % of 101 is 1.515.
        assertThat(FixedPoint.rateOfCeil(101, 15_000)).isEqualTo(2);
        assertThat(FixedPoint.rateOfFloor(101, 15_000)).isEqualTo(1);
        assertThat(FixedPoint.rateOfCeil(200, 10_000)).isEqualTo(2);
        assertThat(FixedPoint.rateOfFloor(200, 10_000)).isEqualTo(2);
        assertThat(FixedPoint.rateOfCeil(0, 1_000_000)).isZero();
    }

    @Test
    void ratesAreExactForEveryAmount() {
        final Random random = new Random(SEED);
        for (int i = 0; i < 200_000; i++) {
            final long amount = random.nextLong() >>> (1 + random.nextInt(63));
            final int rate = random.nextInt(FixedPoint.PPM + 1);
            final BigInteger[] exact = BigInteger.valueOf(amount)
                    .multiply(BigInteger.valueOf(rate))
                    .divideAndRemainder(BigInteger.valueOf(FixedPoint.PPM));
            final long floor = exact[0].longValueExact();
            assertThat(FixedPoint.rateOfFloor(amount, rate)).as("seed %d", SEED).isEqualTo(floor);
            assertThat(FixedPoint.rateOfCeil(amount, rate))
                    .as("seed %d", SEED)
                    .isEqualTo(exact[1].signum() == 0 ? floor : floor + 1);
        }
    }

    @Test
    void quotientsAgreeWithUnboundedIntegers() {
        final Random random = new Random(SEED);
        for (int i = 0; i < 500_000; i++) {
            final long a = positive(random);
            final long b = positive(random);
            final long d = Math.max(1, positive(random));
            final long max = random.nextInt(4) == 0 ? positive(random) : Long.MAX_VALUE;
            final BigInteger[] exact =
                    BigInteger.valueOf(a).multiply(BigInteger.valueOf(b)).divideAndRemainder(BigInteger.valueOf(d));
            final BigInteger ceil = exact[1].signum() == 0 ? exact[0] : exact[0].add(BigInteger.ONE);
            final String what = "seed " + SEED + ": " + a + " * " + b + " / " + d + ", at most " + max;
            assertThat(FixedPoint.mulDivFloor(a, b, d, max))
                    .as(what)
                    .isEqualTo(exact[0].min(BigInteger.valueOf(max)).longValueExact());
            assertThat(FixedPoint.mulDivCeil(a, b, d, max))
                    .as(what)
                    .isEqualTo(ceil.min(BigInteger.valueOf(max)).longValueExact());
            final BigInteger nearest = exact[1].shiftLeft(1).compareTo(BigInteger.valueOf(d)) < 0
                    ? exact[0]
                    : exact[0].add(BigInteger.ONE);
            assertThat(FixedPoint.mulDivNearest(a, b, d))
                    .as(what)
                    .isEqualTo(nearest.min(BigInteger.valueOf(Long.MAX_VALUE)).longValueExact());
        }
    }

    @Test
    void quotientsAreRightAtTheEdges() {
        final long max = Long.MAX_VALUE;
        assertThat(FixedPoint.mulDivFloor(max, max, max, max)).isEqualTo(max);
        assertThat(FixedPoint.mulDivCeil(max, max, max, max)).isEqualTo(max);
        assertThat(FixedPoint.mulDivFloor(max, max, 1, max)).isEqualTo(max);
        assertThat(FixedPoint.mulDivCeil(max, 2, max - 1, max)).isEqualTo(3);
        assertThat(FixedPoint.mulDivFloor(max, 2, max - 1, max)).isEqualTo(2);
        assertThat(FixedPoint.mulDivFloor(0, max, 7, max)).isZero();
        assertThat(FixedPoint.mulDivCeil(1, 1, max, max)).isEqualTo(1);
        assertThat(FixedPoint.mulDivNearest(max, max, max)).isEqualTo(max);
        assertThat(FixedPoint.mulDivNearest(max, 3, 2)).isEqualTo(max);
        assertThat(FixedPoint.mulDivNearest(3, 1, 2)).isEqualTo(2);
        assertThat(FixedPoint.mulDivNearest(4, 1, 3)).isEqualTo(1);
    }

    @Test
    void sharesOfACostRoundTowardsMinusInfinity() {
        // A third of 100 is 33.3; of -100 it is -33.3, and the floor is -34.
        assertThat(FixedPoint.shareFloor(100, 1, 3)).isEqualTo(33);
        assertThat(FixedPoint.shareFloor(-100, 1, 3)).isEqualTo(-34);
        assertThat(FixedPoint.shareFloor(-100, 3, 3)).isEqualTo(-100);
    }

    @Test
    void sumsAreKeptWithinTheirBound() {
        assertThat(FixedPoint.addSaturated(3, 4, 10)).isEqualTo(7);
        assertThat(FixedPoint.addSaturated(7, 4, 10)).isEqualTo(10);
        assertThat(FixedPoint.addSaturated(Long.MAX_VALUE, 1, 10)).isEqualTo(10);
    }

    private static long positive(final Random random) {
        return random.nextLong() >>> (1 + random.nextInt(63));
    }
}
