package io.plimsoll.core.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.core.EngineDriver;
import io.plimsoll.core.account.MarginStatus;
import io.plimsoll.core.liquidation.StatusLadder;
import io.plimsoll.core.margin.MarginAssessment;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Accounts 7 and 8 have one owner, account 9 another. A bitcoin is worth 20,000; from 100,000 on haircuts are higher. They are not charged
 * once more for long contracts here.
 */
class GroupHaircutTest {
    private static final long USD = 1_000_000;
    private static final long COIN = 100_000_000;

    private final EngineDriver driver = EngineDriver.withMarket();

    @BeforeEach
    void open() {
        driver.account(7, 0).account(9, 1_000_000);
        ok("DefineAccount account=8 group=7");
        ok("DefineHaircuts asset=2 liability=100000 tiers=0:50000:50000,100000000000:200000:100000");
        ok("ParameterChange parameter=WRONG_WAY_SHARE scope=2 value=0");
        ok("MarkPrice price=20000");
        driver.clear();
    }

    private void ok(final String command) {
        assertThat(driver.send(command)).as(command).isEqualTo("OK");
    }

    private MarginAssessment assess(final long account) {
        final MarginAssessment assessment = new MarginAssessment();
        driver.engine().assess(driver.engine().state().accounts().account(account), assessment);
        return assessment;
    }

    /** 8 coins are 160,000: 5,000 and 12,000 do not count, 5,000 and 6,000 are initial margin. */
    @Test
    void splittingCoinsOverAccountsOfAGroupLowersNoHaircut() {
        ok("Deposit account=7 asset=2 amount=" + 5 * COIN);
        ok("Deposit account=8 asset=2 amount=" + 3 * COIN);
        ok("Deposit account=9 asset=2 amount=" + 8 * COIN);

        assertThat(assess(7).marginEquity()).isEqualTo(100_000 * USD - 10_625 * USD);
        assertThat(assess(8).marginEquity()).isEqualTo(60_000 * USD - 6_375 * USD);
        assertThat(assess(9).marginEquity()).isEqualTo(1_160_000 * USD - 17_000 * USD);
        assertThat(assess(7).initialMargin()).isEqualTo(6_875 * USD);
        assertThat(assess(8).initialMargin()).isEqualTo(4_125 * USD);
        assertThat(assess(9).initialMargin()).isEqualTo(11_000 * USD);
    }

    /** Long 2,250,000: 85,000 initial, 42,500 maintenance margin. */
    @Test
    void aDepositOfOneAccountMarginsTheOthersAnewAndSoDoesAWithdrawal() {
        ok("Deposit account=7 asset=2 amount=" + 5 * COIN);
        ok("Trade id=1 price=20000 lots=11250 buy=7 sell=9");
        driver.clear();
        ok("Deposit account=8 asset=2 amount=" + 5 * COIN);

        // Of 200,000 do not count 25,000, half of it here; 7,500 are initial margin.
        assertThat(driver.events())
                .endsWith(
                        "7 NORMAL->NO_NEW_RISK equity 87500000000 im 92500000000 mm 42500000000",
                        "7 no new risk, shortfall 5000000000");
        driver.clear();
        ok("WithdrawalRequest account=8 asset=2 amount=" + 5 * COIN);
        assertThat(driver.events()).endsWith("7 NO_NEW_RISK->NORMAL equity 95000000000 im 90000000000 mm 42500000000");
    }

    @Test
    void aSpotTradeOfOneAccountMarginsTheOthersAnew() {
        ok("DefineInstrument instrument=2 symbol=BTC-USDC underlying=2 settlement=1 tickValue=10000 kind=SPOT"
                + " lotSize=100000000 priceTicksMax=10000000 positionLotsMax=100000");
        ok("Deposit account=7 asset=2 amount=" + 5 * COIN);
        ok("Deposit account=8 amount=" + 200_000 * USD);
        ok("Trade id=1 price=20000 lots=11250 buy=7 sell=9");
        driver.clear();
        ok("Trade id=2 instrument=2 price=2000000 lots=5 buy=8 sell=9");

        assertThat(driver.events()).contains("7 no new risk, shortfall 5000000000");
    }

    @Test
    void whatIsOwedAndWhatIsInPocketsDoesNotCount() {
        ok("DefineInstrument instrument=2 symbol=BTC-INV underlying=2 settlement=2 kind=INVERSE_PERPETUAL"
                + " tickValue=20000000000 contractValue=100000000 priceTicksMin=1000 priceTicksMax=10000000"
                + " positionLotsMax=100000 tierTable=1");
        ok("DefineInstrument instrument=3 symbol=BTC-USDC underlying=2 settlement=1 tickValue=10000 kind=SPOT"
                + " lotSize=100000000 priceTicksMax=10000000 positionLotsMax=100000");
        ok("PocketOpen account=70 parent=8 instrument=2");
        ok("Deposit account=7 asset=2 amount=" + 5 * COIN);
        ok("Deposit account=8 asset=2 amount=" + 3 * COIN);
        ok("Transfer from=8 to=70 asset=2 amount=" + 3 * COIN);

        assertThat(assess(7).marginEquity()).isEqualTo(95_000 * USD);
        assertThat(assess(70).marginEquity()).isEqualTo(60_000 * USD);

        ok("Deposit account=8 amount=" + 100_000 * USD);
        ok("Trade id=1 instrument=3 price=2000000 lots=2 buy=9 sell=8");
        assertThat(assess(7).marginEquity()).isEqualTo(95_000 * USD);
    }

    /** What goes to another account of the group is not gone from the total: the largest transfer is smaller than a withdrawal. */
    @Test
    void aTransferLeavesTheGiverWithItsInitialMargin() {
        ok("Deposit account=7 asset=2 amount=" + 10 * COIN);
        ok("Trade id=1 price=20000 lots=11250 buy=7 sell=9");
        driver.clear();

        // Of 200,000 do not count 40,000 for initial margin, a fifth: 85,000 are needed.
        final long leaves = 10 * COIN - 85_000 * COIN / 16_000;
        assertThat(driver.send("Transfer from=7 to=8 asset=2 amount=" + (leaves + 1)))
                .isEqualTo("INSUFFICIENT_MARGIN (" + leaves + ")");
        ok("Transfer from=7 to=8 asset=2 amount=" + leaves);
        assertThat(assess(7).freeMargin()).isZero();
        assertThat(driver.events()).noneMatch(event -> event.contains("->"));
    }

    @Test
    void aReplayComesToTheSameState() {
        aDepositOfOneAccountMarginsTheOthersAnewAndSoDoesAWithdrawal();
        assertThat(driver.host("Checkpoint")).isEqualTo("OK");
        assertThat(driver.replay().engine().stateHash())
                .isEqualTo(driver.engine().stateHash());
    }

    /** Accounts 7, 8 and 10 of one group, of which each is near the edge now and then, and 9 and 11 of another. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 20261122})
    void nobodyStaysWhereHeIsWhenCoinsOfAnotherMove(final long seed) {
        final Random random = new Random(seed);
        ok("DefineInstrument instrument=2 symbol=BTC-USDC underlying=2 settlement=1 tickValue=10000 kind=SPOT"
                + " lotSize=10000000 priceTicksMax=10000000 positionLotsMax=100000");
        ok("MarkPrice instrument=2 price=200000");
        ok("DefineAccount account=10 group=7");
        ok("DefineAccount account=11 group=9");
        final long[] ids = {7, 8, 9, 10, 11};
        for (int i = 0; i < 5_000; i++) {
            final long id = ids[random.nextInt(ids.length)];
            final String command = move(random, i, id, ids[random.nextInt(ids.length)]);
            driver.send(command);
            for (final long each : ids) {
                assertIsWhereItBelongs(each, "seed " + seed + ", command " + i + ": " + command);
            }
            Invariants.check(driver.engine().state());
        }
        assertThat(driver.events().stream()
                        .filter(event -> event.contains("->"))
                        .count())
                .as("seed " + seed)
                .isGreaterThan(20);
    }

    private static String move(final Random random, final int command, final long id, final long other) {
        final long amount = 1L + random.nextInt(200_000_000);
        return switch (random.nextInt(8)) {
            case 0, 1 -> "Deposit account=" + id + " asset=2 amount=" + amount;
            case 2, 3 -> "WithdrawalRequest account=" + id + " asset=2 amount=" + amount;
            case 4 -> "Transfer from=" + id + " to=" + other + " asset=2 amount=" + amount;
            case 5 ->
                "Trade id=" + (command + 1) + " instrument=2 price=200000 lots=" + (1 + random.nextInt(20)) + " buy="
                        + id + " sell=" + other;
            case 6 ->
                "Trade id=" + (command + 1) + " price=20000 lots=" + (1 + random.nextInt(2_000)) + " buy=" + id
                        + " sell=" + other;
            default -> "IndexPrice asset=2 price=" + (198 + random.nextInt(5)) * 1_000_000_000_000L;
        };
    }

    private void assertIsWhereItBelongs(final long id, final String what) {
        final EngineState state = driver.engine().state();
        final MarginStatus status = state.accounts().account(id).status();
        assertThat(StatusLadder.next(
                        status,
                        assess(id),
                        state.parameters().marginCallPointPpm(),
                        state.parameters().liquidationExitPpm()))
                .as("account " + id + ", " + what)
                .isEqualTo(status);
    }
}
