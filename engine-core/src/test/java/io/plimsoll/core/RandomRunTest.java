package io.plimsoll.core;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.core.account.Account;
import io.plimsoll.core.margin.MarginAssessment;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Long random runs: after every command the engine and its slow twin agree on every account, to the last unit. */
class RandomRunTest {
    private static final int COMMANDS = 6_000;
    private static final int ACCOUNTS = 12;
    private static final int INSTRUMENTS = 4;

    private final EngineDriver driver = EngineDriver.withMarket();
    private final ReferenceBook twin = new ReferenceBook();
    private final MarginAssessment assessment = new MarginAssessment();
    private long nextId;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 20261121})
    void agreesWithItsTwinAfterEveryCommandAndReplaysToTheSameHash(final long seed) {
        final Random random = new Random(seed);
        define();
        for (int i = 0; i < COMMANDS; i++) {
            final String command = step(random);
            for (final long id : twin.ids()) {
                assertAgree(id, "seed " + seed + ", command " + i + ": " + command);
            }
        }
        assertThat(driver.host("Checkpoint")).isEqualTo("OK");
        assertThat(driver.replay().engine().stateHash())
                .isEqualTo(driver.engine().stateHash());
    }

    private void define() {
        for (int i = 2; i <= INSTRUMENTS; i++) {
            driver.send("DefineInstrument instrument=" + i + " symbol=I" + i
                    + " underlying=2 settlement=1 tickValue=10000" + " priceTicksMax=10000000 positionLotsMax=100000");
        }
        for (int i = 1; i <= ACCOUNTS; i++) {
            // Three groups of two accounts, the others alone.
            final long group = i <= 6 ? (i + 1) / 2 : i;
            driver.send("DefineGroup group=" + group);
            assertThat(driver.send("DefineAccount account=" + i + " group=" + group))
                    .isEqualTo("OK");
            twin.account(i, group);
        }
        for (int i = 1; i <= INSTRUMENTS; i++) {
            driver.send("MarkPrice instrument=" + i + " price=20000");
            twin.mark(i, 20_000);
        }
    }

    private String step(final Random random) {
        final int kind = random.nextInt(100);
        if (kind < 10) {
            return deposit(random);
        }
        if (kind < 18) {
            return withdraw(random);
        }
        if (kind < 35) {
            return mark(random);
        }
        if (kind < 40) {
            return index(random);
        }
        return kind < 80 ? trade(random) : order(random);
    }

    private String deposit(final Random random) {
        final long account = 1L + random.nextInt(ACCOUNTS);
        final int asset = 1 + random.nextInt(2);
        final long amount = 1L + random.nextInt(asset == 1 ? 500_000_000 : 3_000_000);
        final String command = "Deposit account=" + account + " asset=" + asset + " amount=" + amount;
        assertThat(driver.send(command)).isEqualTo("OK");
        twin.move(account, asset, amount);
        return command;
    }

    private String withdraw(final Random random) {
        final long account = 1L + random.nextInt(ACCOUNTS);
        final int asset = 1 + random.nextInt(2);
        final long amount = 1L + random.nextInt(200_000_000);
        final String command = "WithdrawalRequest account=" + account + " asset=" + asset + " amount=" + amount;
        if ("OK".equals(driver.send(command))) {
            twin.move(account, asset, -amount);
        }
        return command;
    }

    private String mark(final Random random) {
        final int instrument = 1 + random.nextInt(INSTRUMENTS);
        final long price = twin.markOf(instrument) * (950 + random.nextInt(101)) / 1_000 + 1;
        final String command = "MarkPrice instrument=" + instrument + " price=" + price;
        assertThat(driver.send(command)).isEqualTo("OK");
        twin.mark(instrument, price);
        return command;
    }

    private String index(final Random random) {
        final int asset = 1 + random.nextInt(2);
        final long base = asset == 1 ? 10_000_000_000L : 200_000_000_000_000L;
        final long price = base / 100 * (70 + random.nextInt(60)) + random.nextInt(1_000);
        final String command = "IndexPrice asset=" + asset + " price=" + price;
        assertThat(driver.send(command)).isEqualTo("OK");
        twin.index(asset, price);
        return command;
    }

    private String trade(final Random random) {
        final int instrument = 1 + random.nextInt(INSTRUMENTS);
        final long buyer = 1L + random.nextInt(ACCOUNTS);
        final long seller = 1L + random.nextInt(ACCOUNTS);
        final long lots = 1L + random.nextInt(random.nextInt(10) == 0 ? 3_000 : 40);
        final long price = twin.markOf(instrument) + random.nextInt(41) - 20;
        final String command = "Trade id=" + ++nextId + " instrument=" + instrument + " price=" + Math.max(1, price)
                + " lots=" + lots + " buy=" + buyer + " sell=" + seller;
        assertThat(driver.send(command)).isEqualTo("OK");
        twin.trade(instrument, Math.max(1, price), lots, buyer, seller);
        return command;
    }

    private String order(final Random random) {
        final long account = 1L + random.nextInt(ACCOUNTS);
        final int instrument = 1 + random.nextInt(INSTRUMENTS);
        final String command = random.nextBoolean()
                ? "OrderPlace account=" + account + " instrument=" + instrument + " order=" + ++nextId + " lots="
                        + (1 + random.nextInt(100)) + " limit=" + twin.markOf(instrument) + " side="
                        + (random.nextBoolean() ? "BUY" : "SELL")
                : "OrderCancel account=" + account + " order=" + (1 + random.nextInt((int) nextId + 1));
        driver.send(command);
        return command;
    }

    private void assertAgree(final long id, final String what) {
        final Account account = driver.engine().state().accounts().account(id);
        driver.engine().assess(account, assessment);
        final ReferenceBook.Assessment expected = twin.assess(id);
        assertThat(assessment.marginEquity())
                .as(what)
                .isEqualTo(expected.equity().longValueExact());
        assertThat(assessment.netAssetValue()).as(what).isEqualTo(expected.nav().longValueExact());
        assertThat(assessment.initialMargin())
                .as(what)
                .isEqualTo(expected.initial().longValueExact());
        assertThat(assessment.maintenanceMargin())
                .as(what)
                .isEqualTo(expected.maintenance().longValueExact());
        assertThat(account.status()).as(what).isEqualTo(twin.ladder(id));
    }
}
