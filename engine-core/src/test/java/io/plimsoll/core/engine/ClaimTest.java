package io.plimsoll.core.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plimsoll.core.EngineDriver;
import io.plimsoll.core.instrument.Asset;
import io.plimsoll.core.margin.MarginAssessment;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A claim is worth its underlying times its rate; the first test has the numbers of docs/MARGIN.md. */
class ClaimTest {
    private static final long USD = 1_000_000;
    private static final long COIN = 100_000_000;
    private static final long PRICE_ONE = 10_000_000_000L;
    private static final String CLAIM = "DefineClaim asset=3 underlying=2 step=1000";

    private final EngineDriver driver = EngineDriver.withMarket();

    @BeforeEach
    void assets() {
        ok("DefineAsset asset=3 symbol=STBTC scale=8 haircut=100000");
        driver.account(7, 0).account(8, 0);
    }

    @Test
    void isWorthTheUnderlyingTimesTheRateWithItsOwnHaircut() {
        ok(CLAIM);
        assertThat(driver.events()).containsExactly("defined CLAIM 3");
        ok("RedemptionRate asset=3 rate=1043200000000000");
        ok("Deposit account=7 asset=3 amount=" + 10 * COIN);
        // 10 units redeem for 10.432 BTC at 20,000.
        assertThat(assess(7).netAssetValue()).isEqualTo(208_640 * USD);
        assertThat(assess(7).marginEquity()).isEqualTo(187_776 * USD);
        assertThat(driver.send("RedemptionRate asset=3 rate=1044243200000001"))
                .isEqualTo("REDEMPTION_STEP (1044243200000000)");
        assertThat(driver.send("RedemptionRate asset=3 rate=1042156799999999"))
                .isEqualTo("REDEMPTION_STEP (1042156800000000)");
        ok("RedemptionRate asset=3 rate=1043300000000000");
        assertThat(assess(7).marginEquity()).isEqualTo(187_794 * USD);
        ok("IndexPrice asset=2 price=" + 10_000 * PRICE_ONE);
        assertThat(assess(7).marginEquity()).isEqualTo(93_897 * USD);
    }

    @Test
    void roundsItsPriceDownButNeverToNone() {
        ok(CLAIM);
        ok("RedemptionRate asset=3 rate=333333333333333");
        ok("IndexPrice asset=2 price=10");
        assertThat(price(3)).isEqualTo(3);
        ok("IndexPrice asset=2 price=1");
        assertThat(price(3)).isEqualTo(1);
    }

    @Test
    void isWorthNoMoreThanAPriceCanSay() {
        ok(CLAIM);
        ok("RedemptionRate asset=3 rate=100000000000000000");
        ok("IndexPrice asset=2 price=1000000000000000000");
        assertThat(price(3)).isEqualTo(1_000_000_000_000_000_000L);
        checkpoint();
    }

    @Test
    void takesNoPriceOfItsOwn() {
        ok("IndexPrice asset=3 price=" + 20_500 * PRICE_ONE);
        ok(CLAIM);
        assertThat(driver.send("IndexPrice asset=3 price=1")).isEqualTo("PRICED_BY_REDEMPTION (2)");
        // What it was worth before stays until the first rate.
        assertThat(price(3)).isEqualTo(20_500 * PRICE_ONE);
        ok("RedemptionRate asset=3 rate=1000000000000000");
        assertThat(price(3)).isEqualTo(20_000 * PRICE_ONE);
    }

    @Test
    void hasAPriceOnceBothAreKnown() {
        ok("DefineAsset asset=4 symbol=ETH scale=9");
        ok("DefineClaim asset=3 underlying=4 step=1000");
        ok("RedemptionRate asset=3 rate=1100000000000000");
        assertThat(price(3)).isZero();
        checkpoint();
        ok("IndexPrice asset=4 price=" + 3_000 * PRICE_ONE);
        assertThat(price(3)).isEqualTo(3_300 * PRICE_ONE);
        checkpoint();
    }

    @Test
    void movesItsRateByTheStepAtMostAndThenKeepsTheOldOne() {
        ok(CLAIM);
        ok("RedemptionRate asset=3 rate=1000000000000000");
        assertThat(driver.send("RedemptionRate asset=3 rate=1001000000000001"))
                .isEqualTo("REDEMPTION_STEP (1001000000000000)");
        assertThat(driver.send("RedemptionRate asset=3 rate=998999999999999"))
                .isEqualTo("REDEMPTION_STEP (999000000000000)");
        assertThat(price(3)).isEqualTo(20_000 * PRICE_ONE);
        ok("RedemptionRate asset=3 rate=1001000000000000");
        assertThat(price(3)).isEqualTo(20_020 * PRICE_ONE);
    }

    @Test
    void isSlashedByMoreThanAStepOnceAnAdministratorSaysSo() {
        ok(CLAIM);
        ok("RedemptionRate asset=3 rate=1000000000000000");
        ok("DefineClaim asset=3 underlying=2 step=200000");
        ok("RedemptionRate asset=3 rate=800000000000000");
        ok(CLAIM);
        assertThat(price(3)).isEqualTo(16_000 * PRICE_ONE);
        assertThat(driver.send("RedemptionRate asset=3 rate=1000000000000000"))
                .isEqualTo("REDEMPTION_STEP (800800000000000)");
        checkpoint();
    }

    @Test
    void staysAClaimOnTheSameAsset() {
        ok("DefineAsset asset=4 symbol=ETH scale=9");
        ok(CLAIM);
        assertThat(driver.send("DefineClaim asset=3 underlying=4 step=1")).isEqualTo("ALREADY_DEFINED (2)");
        assertThat(driver.send("DefineClaim asset=3 underlying=3 step=1")).isEqualTo("ALREADY_DEFINED (2)");
    }

    @Test
    void makesNoChainAndNoCircle() {
        ok("DefineAsset asset=4 symbol=ETH scale=9");
        ok(CLAIM);
        assertThat(driver.send("DefineClaim asset=4 underlying=4 step=1")).isEqualTo("CLAIM_ON_CLAIM (4)");
        assertThat(driver.send("DefineClaim asset=4 underlying=3 step=1")).isEqualTo("CLAIM_ON_CLAIM (3)");
        assertThat(driver.send("DefineClaim asset=2 underlying=4 step=1")).isEqualTo("CLAIM_ON_CLAIM (3)");
    }

    @Test
    void isNotStableAndSettlesNothing() {
        ok("DefineAsset asset=4 symbol=DAI scale=6 stable=YES");
        assertThat(driver.send("DefineClaim asset=4 underlying=2 step=1")).isEqualTo("NOT_A_CLAIM");
        assertThat(driver.send("DefineClaim asset=1 underlying=2 step=1")).isEqualTo("NOT_A_CLAIM (1)");
        ok(CLAIM);
        ok("RedemptionRate asset=3 rate=1000000000000000");
        assertThat(driver.send("DefineInstrument instrument=2 symbol=X underlying=2 settlement=3 tickValue=1"
                        + " priceTicksMax=9 positionLotsMax=1"))
                .isEqualTo("PRICED_BY_REDEMPTION (2)");
    }

    @Test
    void movesItsHoldersOnTheLadderWithEitherFigure() {
        ok("DefineClaim asset=3 underlying=2 step=1000000");
        ok("RedemptionRate asset=3 rate=1000000000000000");
        ok("Deposit account=7 asset=3 amount=" + COIN);
        ok("Deposit account=8 amount=" + 100_000 * USD);
        ok("MarkPrice price=20000");
        ok("Trade id=1 price=20000 lots=1000 buy=8 sell=7");
        driver.clear();
        ok("RedemptionRate asset=3 rate=100000000000000");
        assertThat(driver.events()).anyMatch(event -> event.startsWith("7 NORMAL"));
        driver.clear();
        ok("IndexPrice asset=2 price=" + 2_000_000 * PRICE_ONE);
        assertThat(driver.events()).anyMatch(event -> event.startsWith("7 "));
    }

    @Test
    void isMarginedWithItsUnderlyingAtOnce() {
        ok("DefineClaim asset=3 underlying=2 step=1000000");
        ok("RedemptionRate asset=3 rate=1000000000000000");
        ok("ParameterChange parameter=BORROW_ACCOUNT_MAX scope=2 value=" + COIN);
        ok("DefineInstrument instrument=2 symbol=BTC-USDC underlying=2 settlement=1 tickValue=10000 kind=SPOT"
                + " lotSize=1000000 priceTicksMax=10000000 positionLotsMax=100000");
        ok("Deposit account=8 asset=1 amount=" + 1_000_000 * USD);
        ok("Deposit account=7 asset=3 amount=" + 2 * COIN);
        ok("MarkPrice instrument=2 price=20000");
        ok("Trade id=1 instrument=2 price=20000 lots=100 buy=8 sell=7");
        driver.clear();
        // It owes one coin and has claims on two: a price ten times as high makes it richer, never poorer for a moment.
        ok("IndexPrice asset=2 price=" + 200_000 * PRICE_ONE);
        assertThat(driver.events()).isEmpty();
    }

    @Test
    void isARiskToTheEngineWhenItsPriceIsNotThatOfItsRate() {
        ok(CLAIM);
        ok("RedemptionRate asset=3 rate=1000000000000000");
        final EngineState state = driver.engine().state();
        state.prices().indexPrice(asset(3), 5, driver.timeNs());
        assertThatThrownBy(() -> Invariants.check(state))
                .isInstanceOf(EngineFault.class)
                .hasMessage("claim 3 redeems for 200000000000000, but its index price is 5");
    }

    @Test
    void comesBackFromItsCommandsWithTheSameHash() {
        ok(CLAIM);
        ok("RedemptionRate asset=3 rate=1000000000000000");
        final long first = driver.engine().stateHash();
        ok("RedemptionRate asset=3 rate=1000000000000001");
        checkpoint();
        assertThat(driver.engine().stateHash()).isNotEqualTo(first);
        assertThat(driver.replay().engine().stateHash())
                .isEqualTo(driver.engine().stateHash());
    }

    private Asset asset(final int id) {
        return driver.engine().state().assets().get(id);
    }

    private long price(final int id) {
        return driver.engine().state().prices().indexPrice(asset(id));
    }

    private void checkpoint() {
        assertThat(driver.host("Checkpoint")).isEqualTo("OK");
    }

    private void ok(final String command) {
        assertThat(driver.send(command)).as(command).isEqualTo("OK");
    }

    private MarginAssessment assess(final long account) {
        final MarginAssessment assessment = new MarginAssessment();
        driver.engine().assess(driver.engine().state().accounts().account(account), assessment);
        return assessment;
    }
}
