package io.plimsoll.core.market;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.core.fixed.Rate;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** How slowly a guarded price follows. */
class PriceGuardTest {
    private static final long SECOND = 1_000_000_000L;
    private static final long DOLLAR = 10_000_000_000L;

    private final PriceGuard guard = new PriceGuard(PriceGuard.Terms.DAY, 0, DOLLAR);

    @Test
    void aJumpCountsByWhatTheTimeAllows() {
        guard.update(100 * SECOND, 10 * DOLLAR);

        assertThat(guard.stable()).as("0.03 % x 100 of a dollar").isEqualTo(DOLLAR + 300_000_000);
        assertThat(guard.ofAssets(10 * DOLLAR)).isEqualTo(guard.stable());
        assertThat(guard.ofDebts(10 * DOLLAR)).isEqualTo(10 * DOLLAR);
    }

    @Test
    void aFallCountsForAssetsAtOnceAndForDebtsByWhatTheTimeAllows() {
        guard.update(100 * SECOND, DOLLAR / 10);

        assertThat(guard.ofAssets(DOLLAR / 10)).isEqualTo(DOLLAR / 10);
        assertThat(guard.ofDebts(DOLLAR / 10)).isEqualTo(DOLLAR - 300_000_000);
    }

    @Test
    void aSmallMoveIsFollowedWhole() {
        guard.update(100 * SECOND, DOLLAR + 1);

        assertThat(guard.stable()).isEqualTo(DOLLAR + 1);
    }

    @Test
    void aLongSilenceCountsAsTenMinutes() {
        guard.update(86_400 * SECOND, 10 * DOLLAR);

        assertThat(guard.stable()).as("0.03 % x 600").isEqualTo(DOLLAR + DOLLAR * 18 / 100);
    }

    @Test
    void pricesThatFollowTooSoonAreLeftOut() {
        guard.update(9 * SECOND, 10 * DOLLAR);

        assertThat(guard.stable()).isEqualTo(DOLLAR);
    }

    @Test
    void theMeanOfAnHourIsLookedAtADayLaterAndDiffersFromTheOneBeforeByAShare() {
        for (int minute = 1; minute <= 120; minute++) {
            guard.update(60 * SECOND * minute, 10 * DOLLAR);
        }

        assertThat(guard.delayed(0)).isEqualTo(DOLLAR * 106 / 100);
        assertThat(guard.delayed(1)).isEqualTo(DOLLAR * 11_236 / 10_000);
        assertThat(guard.delayed(2)).isEqualTo(DOLLAR);
        assertThat(guard.delayed()).as("of the hour 22 hours before the first").isEqualTo(DOLLAR);

        guard.update(24 * 3_600 * SECOND, 10 * DOLLAR);
        assertThat(guard.delayed()).isEqualTo(DOLLAR * 106 / 100);
    }

    @Test
    void hoursWithoutAPriceHaveTheMeanThatWasBeforeThem() {
        guard.update(60 * SECOND, 2 * DOLLAR);
        guard.update(100 * 3_600 * SECOND, 2 * DOLLAR);

        for (int slot = 0; slot < 24; slot++) {
            assertThat(guard.delayed(slot)).isEqualTo(DOLLAR * 106 / 100);
        }
    }

    @Test
    void whateverThePricesItNeverMovesFasterThanItsLimitAndStaysBetweenItselfAndThePrice() {
        final long seed = 20_261_121;
        final Random random = new Random(seed);
        long now = 0;
        for (int i = 0; i < 20_000; i++) {
            final long before = guard.stable();
            final long elapsed = (1 + random.nextInt(900)) * SECOND;
            final long price = 1 + (long) (DOLLAR * Math.exp(6 * random.nextGaussian()));
            now += elapsed;
            guard.update(now, price);
            final long most = Rate.timesCeil(before, Rate.ofPpm(300) * Math.min(600, elapsed / SECOND));
            assertThat(Math.abs(guard.stable() - before)).as("seed " + seed).isLessThanOrEqualTo(most);
            assertThat(guard.stable()).isBetween(Math.min(before, price), Math.max(before, price));
        }
    }

    @Test
    void aPriceThatStaysIsReachedInTheEnd() {
        for (int minute = 1; minute <= 5 * 24 * 60; minute++) {
            guard.update(60 * SECOND * minute, 10 * DOLLAR);
        }

        assertThat(guard.stable()).isEqualTo(10 * DOLLAR);
    }
}
