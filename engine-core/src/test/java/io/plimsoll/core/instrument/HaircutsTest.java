package io.plimsoll.core.instrument;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What an owner's accounts have of an asset is haircut as one, and each bears its share. */
class HaircutsTest {
    private static final int ROUNDS = 100_000;
    private static final long VALUE_MAX = 1L << 54;

    @Test
    void anAccountBearsItsShareOfWhatAllOfItsOwnerBear() {
        final Haircuts haircuts = new Haircuts();
        haircuts.add(0, 50_000, 50_000);
        haircuts.add(1_000, 200_000, 100_000);

        // Of 1,600: 50 and 120; a quarter of it is 42.5.
        assertThat(haircuts.creditCeil(1_600)).isEqualTo(170);
        assertThat(haircuts.creditCeil(400, 1_200)).isEqualTo(43);
        assertThat(haircuts.initialCeil(400, 1_200)).isEqualTo(28);
        assertThat(haircuts.creditCeil(400, 0)).isEqualTo(haircuts.creditCeil(400));
        assertThat(haircuts.creditCeil(0, 1_600)).isZero();
    }

    @Test
    void theHaircutOnceMoreStaysWithinWhatStillCountsInEachTier() {
        final Haircuts haircuts = new Haircuts();
        haircuts.add(0, 50_000, 50_000);
        haircuts.add(1_000, 600_000, 200_000);

        // Of the first thousand 50; of the second 200 still count, where 600 would be taken once more.
        assertThat(haircuts.againCeil(2_000, 0, 1_000_000)).isEqualTo(250);
        assertThat(haircuts.againCeil(2_000, 0, 500_000)).isEqualTo(225);
        assertThat(haircuts.againCeil(500, 1_500, 1_000_000)).isEqualTo(63);
        assertThat(haircuts.againCeil(2_000, 0, 0)).isZero();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 20261122})
    void splittingLowersNothingAndMoreOfAnAssetNeverCountsForLess(final long seed) {
        final Random random = new Random(seed);
        for (int i = 0; i < ROUNDS; i++) {
            final Haircuts haircuts = haircuts(random);
            final long one = value(random);
            final long other = value(random);
            final String what = "seed " + seed + ", round " + i + ": " + one + " and " + other;
            final long both = haircuts.creditCeil(one + other);
            final long shares = haircuts.creditCeil(one, other) + haircuts.creditCeil(other, one);
            assertThat(shares).as(what).isBetween(both, both + 1);
            // Each tier of it rounds up.
            assertThat(haircuts.creditCeil(one, other))
                    .as(what)
                    .isBetween(haircuts.creditCeil(one) - haircuts.count(), one);
            assertThat(haircuts.creditCeil(one + 1, other) - haircuts.creditCeil(one, other))
                    .as(what)
                    .isBetween(0L, 1L);
        }
    }

    private static Haircuts haircuts(final Random random) {
        final Haircuts haircuts = new Haircuts();
        long from = 0;
        int ppm = 0;
        for (int i = 1 + random.nextInt(Haircuts.TIERS_MAX); i > 0; i--) {
            ppm += random.nextInt(125_001);
            haircuts.add(from, ppm, 0);
            from += 1 + value(random) / Haircuts.TIERS_MAX;
        }
        return haircuts;
    }

    /** Of every size, down to none. */
    private static long value(final Random random) {
        return (random.nextLong() & (VALUE_MAX - 1)) >>> random.nextInt(Long.SIZE - 9);
    }
}
