package io.plimsoll.core.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.core.EngineDriver;
import io.plimsoll.core.fixed.Rate;
import io.plimsoll.core.fixed.Words;
import io.plimsoll.core.instrument.Asset;
import io.plimsoll.core.margin.model.LiveMarket;
import io.plimsoll.core.margin.model.LiveSet;
import io.plimsoll.core.market.VolatilityBook;
import io.plimsoll.core.market.VolatilityLadder;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The volatility that joint scenarios use follows prices within its bounds, and only at a fix. */
class VolatilityFixTest {
    private static final long HOUR_NS = 3_600_000_000_000L;
    private static final long DAY_NS = 24 * HOUR_NS;
    private static final long DOLLAR = 10_000_000_000L;
    private static final long FLOOR = Rate.ONE * 3 / 100;

    private final EngineDriver driver = EngineDriver.withMarket();
    private Asset coin;

    /** What was used from a time on. */
    private record Used(long sinceNs, long value) {}

    @BeforeEach
    void loadSet() {
        LiveSet.load(driver, "DefineDocumentPart kind=SCENARIO_SET version=1", LiveSet.set(1, 1));
        LiveSet.load(
                driver, "DefineDocumentPart kind=MARGIN_MODEL version=1", LiveSet.model(LiveMarket.model(1, false)));
        coin = driver.engine().state().assets().get(2);
        driver.clear();
    }

    private VolatilityBook book() {
        return driver.engine().state().risk().volatilities();
    }

    private void price(final long dollars) {
        assertThat(driver.send("IndexPrice asset=2 price=" + dollars * DOLLAR)).isEqualTo("OK");
    }

    @Test
    void aSecondFixWithinFiveMinutesIsTooSoon() {
        assertThat(driver.host("VolatilityFix")).isEqualTo("OK");
        final long next = driver.timeNs() + VolatilityBook.FIX_INTERVAL_NS;

        driver.advance(VolatilityBook.FIX_INTERVAL_NS - 1);
        assertThat(driver.host("VolatilityFix")).isEqualTo("TOO_SOON (" + next + ")");
        driver.advance(1);
        assertThat(driver.host("VolatilityFix")).isEqualTo("OK");
    }

    @Test
    void aQuietMarketStaysAtTheFloorAndSaysNothing() {
        for (int i = 0; i < 200; i++) {
            driver.advance(DAY_NS);
            price(60_000);
            driver.host("VolatilityFix");
        }
        assertThat(book().filtered(coin)).isLessThan(FLOOR / 2);
        assertThat(book().used(coin)).isEqualTo(VolatilityLadder.value(VolatilityLadder.atLeast(FLOOR)));
        assertThat(driver.events()).isEmpty();
    }

    @Test
    void aCrashRaisesItByTenPerCentADayUntilItIsWhatPricesSay() {
        price(60_000);
        driver.advance(HOUR_NS);
        price(40_000);
        final long said = book().filtered(coin);
        assertThat(said).isBetween(FLOOR * 3 / 2, FLOOR * 2);

        long before = book().used(coin);
        int days = 0;
        while (book().used(coin) < book().filtered(coin)) {
            driver.host("VolatilityFix");
            assertThat(book().used(coin)).isLessThanOrEqualTo(before + before / 10);
            before = book().used(coin);
            driver.advance(DAY_NS);
            assertThat(++days).isLessThan(40);
        }
        assertThat(days).isEqualTo(7);
        assertThat(driver.events()).hasSize(7).allMatch(event -> event.startsWith("volatility of 2 "));
    }

    /** A quarter a day instead of a tenth. */
    @Test
    void aSetMaySayHowFarAVolatilityFollowsInADay() {
        final Words words = LiveSet.set(2, 1);
        words.add(Rate.ONE / 100 * 90);
        words.add(Rate.ONE / 4);
        words.add(Rate.ONE / 10);
        LiveSet.load(driver, "DefineDocumentPart kind=SCENARIO_SET version=2", words);
        price(60_000);
        driver.advance(HOUR_NS);
        price(40_000);
        final long before = book().used(coin);
        driver.host("VolatilityFix");

        assertThat(book().used(coin)).isBetween(before * 120 / 100, before * 125 / 100);
        assertThat(driver.replay().engine().stateHash())
                .isEqualTo(driver.engine().stateHash());
    }

    @Test
    void aRuleByWhichNothingWouldMoveIsRefused() {
        final Words words = LiveSet.set(2, 1);
        words.add(Rate.ONE / 100 * 99);
        words.add(Rate.ONE / 100);
        words.add(Rate.ONE / 10);
        final List<String> parts = LiveSet.parts("DefineDocumentPart kind=SCENARIO_SET version=2", words);
        String answer = "";
        for (final String part : parts) {
            answer = driver.send(part);
        }
        assertThat(answer).startsWith("BAD_DOCUMENT");
    }

    /** Within any 24 hours never above 1.10 times the least nor below 0.95 times the most that was used in them. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 20261121})
    void theBoundsHoldInEveryWindowOfADay(final long seed) {
        final Random random = new Random(seed);
        final List<Used> history = new ArrayList<>();
        long dollars = 60_000;
        boolean moved = false;
        for (int i = 0; i < 3_000; i++) {
            driver.advance(VolatilityBook.FIX_INTERVAL_NS + random.nextInt(10) * VolatilityBook.FIX_INTERVAL_NS);
            final int swing = i % 600 < 200 ? 150 : 2;
            dollars = Math.max(1_000, dollars * (1_000 + random.nextInt(2 * swing + 1) - swing) / 1_000);
            price(dollars);
            final long before = book().used(coin);
            assertThat(driver.host("VolatilityFix")).isEqualTo("OK");
            final long used = book().used(coin);
            moved |= used != before;
            history.add(new Used(driver.timeNs(), used));
            assertBounds(history, "seed " + seed + ", fix " + i);
        }
        assertThat(moved).isTrue();
        assertThat(driver.replay().engine().stateHash())
                .isEqualTo(driver.engine().stateHash());
    }

    private static void assertBounds(final List<Used> history, final String as) {
        final Used now = history.get(history.size() - 1);
        for (int i = history.size() - 2; i >= 0; i--) {
            // What was set then was in use until the fix after it.
            if (history.get(i + 1).sinceNs() <= now.sinceNs() - DAY_NS) {
                return;
            }
            final long other = history.get(i).value();
            assertThat(now.value()).as(as).isLessThanOrEqualTo(other + other / 10);
            // A rung may be up to 2 % below its share; the bound counts in whole rungs upwards.
            assertThat(now.value()).as(as).isGreaterThanOrEqualTo(other / 100 * 95);
        }
    }
}
