package io.plimsoll.core.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.core.EngineDriver;
import io.plimsoll.core.account.Account;
import io.plimsoll.core.margin.MarginAssessment;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * In cross mode a coin that an account is long in contracts on bears its haircut once more, as far as the contracts go. BTC is at 20,000,
 * counts at 95 %, and 5 % of it are initial margin; a lot of the perpetual is worth 200 and needs 2 % and 1 %.
 */
class WrongWayTest {
    private static final long ONE = 1_000_000;
    private static final long COIN = 100_000_000;
    private static final int PERPETUAL = 1;
    private static final int OTHER = 2;

    private final EngineDriver driver = EngineDriver.withMarket();
    private final MarginAssessment assessment = new MarginAssessment();
    private int trades;

    @BeforeEach
    void fiveCoins() {
        perpetual(OTHER, 2);
        ok("MarkPrice instrument=1 price=20000");
        driver.account(7, 10_000).account(8, 1_000_000);
        ok("Deposit account=7 asset=2 amount=" + 5 * COIN);
    }

    private void perpetual(final int id, final int underlying) {
        ok("DefineInstrument instrument=" + id + " symbol=P" + id + " underlying=" + underlying
                + " settlement=1 tickValue=10000 priceTicksMax=10000000 positionLotsMax=100000 tierTable=1");
        ok("MarkPrice instrument=" + id + " price=20000");
    }

    private void ok(final String command) {
        assertThat(driver.send(command)).as(command).startsWith("OK");
    }

    private void trade(final int instrument, final long lots) {
        final boolean buys = lots > 0;
        ok("Trade id=" + ++trades + " instrument=" + instrument + " price=20000 lots=" + Math.abs(lots) + " buy="
                + (buys ? 7 : 8) + " sell=" + (buys ? 8 : 7));
    }

    private Account account() {
        return driver.engine().state().accounts().account(7);
    }

    private MarginAssessment assess() {
        driver.engine().assess(account(), assessment);
        return assessment;
    }

    private long free() {
        return assess().freeMarginWith(driver.engine().positionAndOrderMargin(account()));
    }

    @Test
    void theHaircutOfAsMuchAsLongContractsAreWorthIsChargedOnceMore() {
        trade(PERPETUAL, 300);
        // 100,000 of coins, 60,000 of contracts.
        assertThat(assess().marginEquity()).isEqualTo((10_000 + 95_000) * ONE);
        assertThat(assessment.wrongWay()).isEqualTo(3_000 * ONE);
        assertThat(assessment.maintenanceMargin()).isEqualTo((600 + 3_000) * ONE);
        assertThat(assessment.initialMargin()).isEqualTo((5_000 + 1_200 + 3_000) * ONE);
        trade(PERPETUAL, 700);
        // All of the coins.
        assertThat(assess().wrongWay()).isEqualTo(5_000 * ONE);
    }

    @Test
    void whatIsShortIsNotChargedAndTakesNothingOff() {
        trade(OTHER, -300);
        assertThat(assess().wrongWay()).isZero();
        trade(PERPETUAL, 300);
        assertThat(assess().wrongWay()).isEqualTo(3_000 * ONE);
        trade(PERPETUAL, -100);
        assertThat(assess().wrongWay()).isEqualTo(2_000 * ONE);
    }

    @Test
    void theVenueSaysWhatShareOfTheHaircutItIs() {
        trade(PERPETUAL, 300);
        ok("ParameterChange parameter=WRONG_WAY_SHARE scope=2 value=500000");
        assertThat(assess().wrongWay()).isEqualTo(1_500 * ONE);
        ok("ParameterChange parameter=WRONG_WAY_SHARE scope=2 value=0");
        assertThat(assess().wrongWay()).isZero();
        assertThat(driver.send("ParameterChange parameter=WRONG_WAY_SHARE scope=2 value=1000001"))
                .isEqualTo("VALUE_OUT_OF_RANGE (1000000)");
    }

    @Test
    void aHigherShareIsInitialMarginAtOnceAndMaintenanceMarginOverADay() {
        ok("ParameterChange parameter=WRONG_WAY_SHARE scope=2 value=0");
        ok("DefineHaircuts asset=2 liability=100000 tiers=0:500000:50000");
        ok("WithdrawalRequest account=7 amount=" + 10_000 * ONE);
        // Half of the coins counts. The other half would be charged, but no more than the 45 % that count for initial
        // margin.
        trade(PERPETUAL, 500);
        driver.clear();
        ok("ParameterChange parameter=WRONG_WAY_SHARE scope=2 value=1000000");
        assertThat(driver.events()).contains("RaisePhasedIn 7 1000000000 -> 46000000000");
        assertThat(driver.events()).contains("7 NORMAL->NO_NEW_RISK equity 50000000000 im 52000000000 mm 1000000000");
    }

    @Test
    void stableCoinsAreNeverCharged() {
        ok("DefineAsset asset=3 symbol=EURC scale=6 haircut=50000 initialHaircut=0 liability=0 stable=YES");
        ok("IndexPrice asset=3 price=10000000000");
        perpetual(3, 3);
        ok("Deposit account=7 asset=3 amount=" + 50_000 * ONE);
        trade(3, 200);
        assertThat(assess().wrongWay()).isZero();
    }

    @Test
    void aClaimIsChargedAsWhatItIsOn() {
        ok("DefineAsset asset=3 symbol=STBTC scale=8 haircut=120000 initialHaircut=30000");
        ok("DefineClaim asset=3 underlying=2 step=30000");
        ok("RedemptionRate asset=3 rate=1000000000000000");
        ok("Deposit account=7 asset=3 amount=" + COIN);
        trade(PERPETUAL, 300);
        // 5 % of 60,000 of the coins, 12 % of the 20,000 that the claim is worth.
        assertThat(assess().wrongWay()).isEqualTo((3_000 + 2_400) * ONE);
    }

    @Test
    void ordersReserveWhatTheyCanMakeLongAndCoinsThatTheyBring() {
        ok("DefineInstrument instrument=3 symbol=BTC-USDC underlying=2 settlement=1 tickValue=10000 kind=SPOT"
                + " lotSize=1000000 priceTicksMax=10000000 positionLotsMax=100000");
        ok("MarkPrice instrument=3 price=20000");
        final long before = free();
        ok("OrderPlace account=7 instrument=1 order=1 lots=600 limit=20000");
        // 120,000 long need 2 %, and the haircut of all coins.
        assertThat(free()).isEqualTo(before - (2_400 + 5_000) * ONE);
        ok("OrderPlace account=7 instrument=3 order=2 lots=10 limit=20000");
        // 2,000 more of the coin count at 90 %, and 5 % of it are charged again.
        assertThat(free()).isEqualTo(before - (2_400 + 5_000 + 200 + 100) * ONE);
        ok("OrderPlace account=7 instrument=1 order=3 lots=600 limit=20000 side=SELL");
        assertThat(free()).isEqualTo(before - (2_400 + 5_000 + 200 + 100) * ONE);
    }

    @Test
    void aReductionThatFillsLowersNoFreeMarginWhereACapTakesAShareOfTheCoin() {
        ok("ParameterChange parameter=COLLATERAL_CAP scope=2 value=" + 5 * COIN / 2);
        trade(PERPETUAL, 300);
        final long before = free();
        // The cap takes half of what counts of the coins, 90,000 less the charge of 3,000.
        assertThat(assess().cappedCollateral()).isEqualTo(43_500 * ONE);
        ok("OrderPlace account=7 instrument=1 order=1 lots=300 limit=20000");
        ok("OrderPlace account=7 instrument=1 order=2 lots=100 limit=20000 side=SELL");
        final long left = free();
        // 2 % of 60,000 more, and 2,000 more are charged, of which the cap has taken half already.
        assertThat(left).isEqualTo(before - (1_200 + 1_000) * ONE);
        ok("Trade id=" + ++trades + " instrument=1 price=20000 lots=100 buy=8 sell=7 sellOrder=2");
        // The cap takes half of 90,000 less 2,000; 500 lots can still become 100,000 long, charged with 5,000 in all.
        assertThat(assess().cappedCollateral()).isEqualTo(44_000 * ONE);
        assertThat(free()).isEqualTo(left + 400 * ONE);
    }

    /** With haircuts so high that their double would be more than the coin, or with a cap: more of it is never worth less. */
    @ParameterizedTest
    @CsvSource({
        "1, '0:50000:50000,40000000000:450000:300000,150000000000:700000:300000', 1000",
        "2, 0:450000:100000, 6",
        "20261122, 0:700000:300000, 9"
    })
    void aDepositOfTheCoinNeverLowersFreeMargin(final long seed, final String tiers, final long cap) {
        final Random random = new Random(seed);
        ok("DefineHaircuts asset=2 liability=100000 tiers=" + tiers);
        ok("ParameterChange parameter=COLLATERAL_CAP scope=2 value=" + cap * COIN);
        trade(PERPETUAL, 1 + random.nextInt(2_000));
        for (int i = 0; i < 200; i++) {
            final long before = free();
            ok("Deposit account=7 asset=2 amount=" + (1 + random.nextInt((int) COIN)));
            // What counts, the cap's share and the charge are rounded.
            assertThat(free()).as("seed %d, deposit %d", seed, i).isGreaterThanOrEqualTo(before - 8);
        }
    }
}
