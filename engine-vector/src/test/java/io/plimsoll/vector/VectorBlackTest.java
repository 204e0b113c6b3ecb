package io.plimsoll.vector;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.core.math.ArrayLoops;
import io.plimsoll.core.math.Black76;
import io.plimsoll.core.math.Black76Array;
import java.util.Random;
import org.junit.jupiter.api.Test;

class VectorBlackTest {
    private static final long SEED = 20261128;
    private static final int LONGEST = 1_100;
    private static final double[] EDGES = {
        0,
        Double.MIN_VALUE,
        Double.MIN_NORMAL,
        0x1p-1001,
        0x1p-1000,
        0x1p-501,
        0x1p-500,
        1e-300,
        0x1p-52,
        0.0625,
        0.5,
        0.75,
        Math.nextUp(0.75),
        1,
        Math.nextUp(1),
        2,
        38,
        40,
        60_000,
        0x1p999,
        0x1p1000,
        Math.nextUp(0x1p1000),
        Double.MAX_VALUE,
        Double.POSITIVE_INFINITY,
        -1,
        -0.0,
        Double.NaN
    };

    private final Random random = new Random(SEED);
    private final Black76Array plain = new Black76Array(ArrayLoops.plain());
    private final Black76Array vector = new Black76Array(new VectorLoops());
    private final double[] forwards = new double[LONGEST];
    private final double[] strikes = new double[LONGEST];
    private final double[] deviations = new double[LONGEST];
    private final double[] expected = new double[LONGEST];
    private final double[] actual = new double[LONGEST];

    @Test
    void aMillionOptionsOfEveryKindHaveTheBitsOfPlainJava() {
        for (int run = 0; run < 1_000; run++) {
            final double width = Math.scalb(1.0, random.nextInt(10) - 6);
            final double longest = Math.scalb(1.0, random.nextInt(12) - 8);
            for (int i = 0; i < LONGEST; i++) {
                forwards[i] = 100 * Math.exp(width * random.nextGaussian());
                strikes[i] = random.nextInt(20) == 0 ? forwards[i] : 100 * Math.exp(width * random.nextGaussian());
                deviations[i] = random.nextInt(50) == 0 ? 0 : longest * random.nextDouble();
            }
            compare(run, random.nextBoolean(), LONGEST);
        }
    }

    @Test
    void everyLengthHasTheBitsOfPlainJavaWhateverStandsBehindIt() {
        for (int n = 1; n <= LONGEST; n++) {
            for (int i = 0; i < LONGEST; i++) {
                forwards[i] = i < n ? 1 + random.nextDouble() : Double.NaN;
                strikes[i] = i < n ? 1 + random.nextDouble() : -1;
                deviations[i] = i < n ? 3 * random.nextDouble() : Double.POSITIVE_INFINITY;
            }
            compare(n, true, n);
        }
    }

    @Test
    void blocksThatAreAllNearOrAllFarHaveTheBitsOfPlainJava() {
        for (int n = 1; n <= LONGEST; n += 13) {
            for (int i = 0; i < n; i++) {
                forwards[i] = 1 + random.nextDouble();
                strikes[i] = 1 + random.nextDouble();
                deviations[i] = n % 2 == 0 ? 0.4 * random.nextDouble() : 20 + random.nextDouble();
            }
            compare(n, false, n);
        }
    }

    @Test
    void edgesHaveTheBitsOfTheScalarAndNaNWhereItHas() {
        int n = 0;
        for (final double forward : EDGES) {
            for (final double strike : EDGES) {
                for (final double deviation : EDGES) {
                    // In a block of its own and among ordinary ones.
                    one(forward, strike, deviation);
                    forwards[n % 64] = forward;
                    strikes[n % 64] = strike;
                    deviations[n % 64] = deviation;
                    if (++n % 64 == 0) {
                        compare(n, n % 128 == 0, 64);
                    }
                }
            }
        }
    }

    private void one(final double forward, final double strike, final double deviation) {
        vector.prices(true, new double[] {forward}, new double[] {strike}, new double[] {deviation}, actual, 1);
        assertThat(Double.doubleToLongBits(actual[0]))
                .as("%s %s %s", forward, strike, deviation)
                .isEqualTo(Double.doubleToLongBits(Black76.price(true, forward, strike, deviation)));
    }

    private void compare(final int run, final boolean call, final int n) {
        plain.prices(call, forwards, strikes, deviations, expected, n);
        vector.prices(call, forwards, strikes, deviations, actual, n);
        for (int i = 0; i < n; i++) {
            if (Double.doubleToLongBits(expected[i]) != Double.doubleToLongBits(actual[i])) {
                assertThat(actual[i])
                        .as("%s %s %s, run %d, seed %d", forwards[i], strikes[i], deviations[i], run, SEED)
                        .isEqualTo(expected[i]);
            }
        }
    }
}
