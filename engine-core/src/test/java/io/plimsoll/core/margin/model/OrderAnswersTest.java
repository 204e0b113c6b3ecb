package io.plimsoll.core.margin.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.core.EngineDriver;
import io.plimsoll.core.account.Account;
import io.plimsoll.core.engine.Limits;
import io.plimsoll.core.margin.MarginAssessment;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What an order is answered with. Account 1 is in portfolio mode, 3 in cross mode, both poor; 2 trades with them and is rich. A lot
 * of instrument 1 is worth 200 USDC.
 */
class OrderAnswersTest {
    private static final int ROUNDS = 60;
    private static final Pattern REFUSED =
            Pattern.compile("\\d+ order \\d+ refused, free (-?\\d+)->(-?\\d+), largest (\\d+).*");

    /** A filled order rounds in a few places where a resting one does not. */
    private static final long ROUNDING = 200;

    private final MarginAssessment assessment = new MarginAssessment();
    private EngineDriver driver;
    private LiveMarket market;
    private long ids;

    private void open(final long seed) {
        driver = new EngineDriver(new Limits(8, 8, 8, 16, 16, 16, 16, 64, 8, 1_024));
        market = new LiveMarket(driver, seed, false, 2);
        while (driver.engine().risk().hasWork()) {
            ok(driver.host("Continue"));
        }
        ok(driver.send("DefineGroup group=3"));
        ok(driver.send("DefineAccount account=3 group=3 mode=CROSS"));
        ok(driver.send("Deposit account=3 asset=1 amount=5000000000"));
        ok(driver.send("Deposit account=2 asset=1 amount=9000000000000"));
        driver.clear();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 20261122})
    void theLargestSizeThatWouldPassDoesAndOneLotMoreDoesNot(final long seed) {
        final Random random = new Random(seed);
        int tried = 0;
        for (int round = 0; round < ROUNDS; round++) {
            open(seed + round);
            final int account = random.nextBoolean() ? 1 : 3;
            positions(account, random);
            for (int i = 0; i < 3; i++) {
                send(order(account, 1 + random.nextInt(7), 1 + random.nextInt(30), 0, random.nextBoolean()));
            }
            final int instrument = 1 + random.nextInt(7);
            final boolean buys = random.nextBoolean();
            final int worse = random.nextInt(3);
            driver.clear();
            if (send(order(account, instrument, 4_000, worse, buys)).startsWith("OK")) {
                continue;
            }
            final long largest = largest();
            final String context = "seed " + seed + ", round " + round + ", instrument " + instrument;
            assertThat(send(order(account, instrument, largest + 1, worse, buys)))
                    .as(context)
                    .doesNotStartWith("OK");
            assertThat(largest()).as(context).isEqualTo(largest);
            if (largest > 0) {
                tried++;
                assertThat(send(order(account, instrument, largest, worse, buys)))
                        .as(context)
                        .startsWith("OK");
            }
        }
        assertThat(tried).isGreaterThan(ROUNDS / 4);
    }

    /** Free margin is below zero from the start, so that nothing else lets an order pass. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 20261122})
    void anOrderOfWhichNoFilledPartLowersFreeMarginPassesAlways(final long seed) {
        final Random random = new Random(seed);
        int passed = 0;
        int refused = 0;
        for (int round = 0; round < ROUNDS; round++) {
            open(seed + round);
            final int account = random.nextBoolean() ? 1 : 3;
            positions(account, random);
            lose(account, free(driver, account) + random.nextInt(200_000_000));
            final int instrument = 1 + random.nextInt(7);
            final boolean buys = random.nextBoolean();
            final int lots = 1 + random.nextInt(10);
            final int worse = random.nextInt(3);
            final long change = lowestOfAllParts(account, instrument, lots, worse, buys) - free(driver, account);
            final String answer = send(order(account, instrument, lots, worse, buys));
            if (answer.startsWith("INSUFFICIENT_BALANCE")) {
                // What is paid at once must be there, whatever it does to free margin.
                continue;
            }
            if (change >= ROUNDING) {
                passed++;
                assertThat(answer)
                        .as("seed %d, round %d, account %d, instrument %d", seed, round, account, instrument)
                        .startsWith("OK");
            } else if (change < -ROUNDING && !reduces(account, instrument, lots, buys)) {
                refused++;
                assertThat(answer)
                        .as("seed %d, round %d, account %d, instrument %d", seed, round, account, instrument)
                        .doesNotStartWith("OK");
            }
        }
        assertThat(passed).isGreaterThan(3);
        assertThat(refused).isGreaterThan(3);
    }

    @Test
    void aRefusalNamesTheScenarioThatDecidesInPortfolioModeOnly() {
        open(1);
        send(order(1, 1, 4_000, 0, true));
        assertThat(driver.events()).singleElement().asString().contains(", scenario ");
        driver.clear();
        send(order(3, 1, 4_000, 0, true));
        assertThat(driver.events()).singleElement().asString().doesNotContain("scenario");
    }

    private long lowestOfAllParts(
            final int account, final int instrument, final int lots, final int worse, final boolean buys) {
        long lowest = Long.MAX_VALUE;
        for (int part = 1; part <= lots; part++) {
            final EngineDriver copy = driver.replay();
            trade(copy, instrument, part, limit(instrument, worse, buys), buys ? account : 2, buys ? 2 : account);
            lowest = Math.min(lowest, free(copy, account));
        }
        return lowest;
    }

    private boolean reduces(final int account, final int instrument, final int lots, final boolean buys) {
        final long held = of(driver, account)
                .positions()
                .lotsOf(driver.engine().state().instruments().get(instrument));
        return buys ? held <= -lots : held >= lots;
    }

    private void positions(final int account, final Random random) {
        for (int i = 0; i < 3; i++) {
            final int instrument = 1 + random.nextInt(7);
            final boolean buys = random.nextBoolean();
            trade(
                    driver,
                    instrument,
                    1 + random.nextInt(12),
                    market.mark(instrument),
                    buys ? account : 2,
                    buys ? 2 : account);
        }
    }

    /** One lot is bought too dear and sold again; a tick of it is a cent. */
    private void lose(final int account, final long amount) {
        final long mark = market.mark(1);
        trade(driver, 1, 1, mark + amount / 10_000 + 1, account, 2);
        trade(driver, 1, 1, mark, 2, account);
    }

    private String order(
            final int account, final int instrument, final long lots, final int worse, final boolean buys) {
        return "OrderPlace account=" + account + " instrument=" + instrument + " order=" + ++ids + " lots=" + lots
                + " limit=" + limit(instrument, worse, buys) + " side=" + (buys ? "BUY" : "SELL");
    }

    private long limit(final int instrument, final int worse, final boolean buys) {
        return market.mark(instrument) + (buys ? worse : -worse);
    }

    private String send(final String command) {
        return driver.send(command);
    }

    private long largest() {
        final Matcher refused =
                REFUSED.matcher(driver.events().get(driver.events().size() - 1));
        assertThat(refused.matches()).as(driver.events().toString()).isTrue();
        return Long.parseLong(refused.group(3));
    }

    private static Account of(final EngineDriver of, final long account) {
        return of.engine().state().accounts().account(account);
    }

    private long free(final EngineDriver of, final long account) {
        of.engine().assess(of(of, account), assessment);
        return assessment.freeMargin();
    }

    private void trade(
            final EngineDriver of,
            final int instrument,
            final long lots,
            final long price,
            final long buyer,
            final long seller) {
        // A copy does not know the numbers of its source; the host sends for it.
        ok(of.host("Trade id=" + (1_000 + ++ids) + " instrument=" + instrument + " price=" + price + " lots=" + lots
                + " buy=" + buyer + " sell=" + seller));
    }

    private static void ok(final String answer) {
        assertThat(answer).isEqualTo("OK");
    }
}
