package io.plimsoll.core.margin.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.core.EngineDriver;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What an order is answered with. */
class OrderAnswersTest {
    private static final int ROUNDS = 60;
    private static final Pattern REFUSED =
            Pattern.compile("\\d+ order \\d+ refused, free (-?\\d+)->(-?\\d+), largest (\\d+).*");

    /** A filled order rounds in a few places where a resting one does not. */
    private static final long ROUNDING = 200;

    private PoorAccounts poor;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 20261122})
    void theLargestSizeThatWouldPassDoesAndOneLotMoreDoesNot(final long seed) {
        final Random random = new Random(seed);
        int tried = 0;
        for (int round = 0; round < ROUNDS; round++) {
            poor = new PoorAccounts(seed + round);
            final int account = random.nextBoolean() ? 1 : 3;
            poor.positions(account, random);
            for (int i = 0; i < 3; i++) {
                poor.send(poor.order(account, 1 + random.nextInt(7), 1 + random.nextInt(30), 0, random.nextBoolean()));
            }
            final int instrument = 1 + random.nextInt(7);
            final boolean buys = random.nextBoolean();
            final int worse = random.nextInt(3);
            poor.driver().clear();
            if (poor.send(poor.order(account, instrument, 4_000, worse, buys)).startsWith("OK")) {
                continue;
            }
            final long largest = largest();
            final String context = "seed " + seed + ", round " + round + ", instrument " + instrument;
            assertThat(poor.send(poor.order(account, instrument, largest + 1, worse, buys)))
                    .as(context)
                    .doesNotStartWith("OK");
            assertThat(largest()).as(context).isEqualTo(largest);
            if (largest > 0) {
                tried++;
                assertThat(poor.send(poor.order(account, instrument, largest, worse, buys)))
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
            poor = new PoorAccounts(seed + round);
            final int account = random.nextBoolean() ? 1 : 3;
            poor.positions(account, random);
            poor.lose(account, poor.free(account) + random.nextInt(200_000_000));
            final int instrument = 1 + random.nextInt(7);
            final boolean buys = random.nextBoolean();
            final int lots = 1 + random.nextInt(10);
            final int worse = random.nextInt(3);
            final long change = lowestOfAllParts(account, instrument, lots, worse, buys) - poor.free(account);
            final String answer = poor.send(poor.order(account, instrument, lots, worse, buys));
            if (answer.startsWith("INSUFFICIENT_BALANCE")) {
                // What is paid at once must be there, whatever it does to free margin.
                continue;
            }
            if (change >= ROUNDING) {
                passed++;
                assertThat(answer)
                        .as("seed %d, round %d, account %d, instrument %d", seed, round, account, instrument)
                        .startsWith("OK");
            } else if (change < -ROUNDING && !poor.reduces(account, instrument, lots, buys)) {
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
        poor = new PoorAccounts(1);
        poor.send(poor.order(1, 1, 4_000, 0, true));
        assertThat(poor.driver().events()).singleElement().asString().contains(", scenario ");
        poor.driver().clear();
        poor.send(poor.order(3, 1, 4_000, 0, true));
        assertThat(poor.driver().events()).singleElement().asString().doesNotContain("scenario");
    }

    private long lowestOfAllParts(
            final int account, final int instrument, final int lots, final int worse, final boolean buys) {
        long lowest = Long.MAX_VALUE;
        for (int part = 1; part <= lots; part++) {
            final EngineDriver copy = poor.driver().replay();
            poor.fill(copy, account, instrument, part, worse, buys);
            lowest = Math.min(lowest, poor.free(copy, account));
        }
        return lowest;
    }

    private long largest() {
        final Matcher refused = REFUSED.matcher(
                poor.driver().events().get(poor.driver().events().size() - 1));
        assertThat(refused.matches()).as(poor.driver().events().toString()).isTrue();
        return Long.parseLong(refused.group(3));
    }
}
