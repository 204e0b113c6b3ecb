package io.plimsoll.core.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.core.EngineDriver;
import io.plimsoll.core.margin.MarginAssessment;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class HaircutTest {
    private static final long USD = 1_000_000;
    private static final long COIN = 100_000_000;

    private final EngineDriver driver = EngineDriver.withMarket();

    @BeforeEach
    void accounts() {
        driver.account(7, 0).account(8, 0);
    }

    @Test
    void eachTierHoldsForThePartOfTheValueInsideIt() {
        ok("DefineHaircuts asset=2 liability=100000 tiers=0:50000:50000,100000000000:200000:100000");
        assertThat(driver.events()).containsExactly("defined HAIRCUTS 2");
        ok("Deposit account=7 asset=2 amount=" + 8 * COIN);
        // 8 BTC at 20,000 are 160,000: 5 % of 100,000 and 20 % of 60,000 do not count; 5 % and 10 % are initial margin.
        assertThat(assess(7).netAssetValue()).isEqualTo(160_000 * USD);
        assertThat(assess(7).marginEquity()).isEqualTo((160_000 - 5_000 - 12_000) * USD);
        assertThat(assess(7).initialMargin()).isEqualTo((5_000 + 6_000) * USD);
    }

    @Test
    void atTheEndOfATierNothingJumps() {
        ok("DefineHaircuts asset=2 liability=100000 tiers=0:50000:50000,100000000000:200000:100000");
        ok("Deposit account=7 asset=2 amount=" + 5 * COIN);
        assertThat(assess(7).marginEquity()).isEqualTo(95_000 * USD);
        ok("Deposit account=7 asset=2 amount=" + COIN / 20);
        assertThat(assess(7).marginEquity()).isEqualTo(95_800 * USD);
    }

    @Test
    void aDebtHasOneRateHoweverLarge() {
        ok("DefineHaircuts asset=2 liability=100000 tiers=0:50000:50000,100000000000:200000:100000");
        ok("Deposit account=7 amount=" + 1_000_000 * USD);
        ok("MarkPrice price=20000");
        ok("DefineInstrument instrument=2 symbol=BTC-USDC underlying=2 settlement=1 tickValue=10000 kind=SPOT"
                + " lotSize=100000000 priceTicksMax=10000000 positionLotsMax=100000");
        ok("Trade id=1 instrument=2 price=2000000 lots=8 buy=8 sell=7");
        // 1,160,000 less a debt of 160,000 and a tenth more.
        assertThat(assess(7).marginEquity()).isEqualTo((1_160_000 - 176_000) * USD);
    }

    @Test
    void tiersMustStandTogether() {
        assertThat(driver.send("DefineHaircuts asset=9 tiers=0:0:0")).isEqualTo("UNKNOWN_ASSET");
        assertThat(driver.send("DefineHaircuts asset=2 tiers=5:0:0")).isEqualTo("TIERS_NOT_ASCENDING");
        assertThat(driver.send("DefineHaircuts asset=2 tiers=0:5:0,0:6:0")).isEqualTo("TIERS_NOT_ASCENDING");
        assertThat(driver.send("DefineHaircuts asset=2 tiers=0:5:0,1:4:1")).isEqualTo("TIERS_NOT_ASCENDING");
        assertThat(driver.send("DefineHaircuts asset=2 tiers=0:5:5,1:6:3")).isEqualTo("TIERS_NOT_ASCENDING");
        assertThat(driver.send("DefineHaircuts asset=2 tiers=0:600000:400001")).isEqualTo("RATE_OUT_OF_RANGE");
        assertThat(driver.send("DefineHaircuts asset=2 liability=-1 tiers=0:0:0"))
                .isEqualTo("RATE_OUT_OF_RANGE");
        assertThat(driver.send("DefineHaircuts asset=2 tiers=0:0:0,1:0:0,2:0:0,3:0:0,4:0:0,5:0:0,6:0:0,7:0:0,8:0:0"))
                .isEqualTo("BAD_GROUP");
    }

    @Test
    void theFirstTierIsAParameterAndStaysBelowTheSecond() {
        ok("DefineHaircuts asset=2 liability=100000 tiers=0:50000:50000,100000000000:200000:100000");
        ok("ParameterChange parameter=HAIRCUT_PPM scope=2 value=200000");
        assertThat(driver.send("ParameterChange parameter=HAIRCUT_PPM scope=2 value=200001"))
                .isEqualTo("TIERS_NOT_ASCENDING");
        ok("Deposit account=7 asset=2 amount=" + COIN);
        assertThat(assess(7).marginEquity()).isEqualTo(16_000 * USD);
        assertThat(driver.host("Checkpoint")).isEqualTo("OK");
    }

    @Test
    void aCapKeepsNewRiskFromUsingWhatIsAboveIt() {
        ok("Deposit account=7 asset=2 amount=" + COIN);
        ok("Deposit account=8 asset=2 amount=" + 3 * COIN);
        final long equity = assess(7).marginEquity();
        final long initial = assess(7).initialMargin();
        ok("ParameterChange parameter=COLLATERAL_CAP scope=2 value=" + 2 * COIN);
        // Of 20,000 count 19,000, 18,000 for initial margin; all have 4 BTC and the cap is 2: half of that.
        assertThat(assess(7).cappedCollateral()).isEqualTo(9_000 * USD);
        assertThat(assess(7).marginEquity()).isEqualTo(equity);
        assertThat(assess(7).initialMargin()).isEqualTo(initial);
        ok("MarkPrice price=20000");
        // 9,000 of free margin carry 2 % of 250,000, 4 % of 87,400, and 500: the haircut of the coin once more,
        // 1,000, of which the cap has taken half.
        assertThat(driver.send("OrderPlace account=7 order=1 lots=1688 limit=20000"))
                .isEqualTo("INSUFFICIENT_MARGIN (-4000000)");
        assertThat(driver.send("OrderPlace account=7 order=1 lots=1687 limit=20000"))
                .isEqualTo("OK (4000000)");
        // Others take theirs away: the cap binds no more.
        ok("WithdrawalRequest account=8 asset=2 amount=" + 2 * COIN);
        assertThat(assess(7).cappedCollateral()).isZero();
        assertThat(driver.host("Checkpoint")).isEqualTo("OK");
    }

    @Test
    void aboveACapAnAccountThatOwesNothingCanWithdrawEverything() {
        ok("Deposit account=7 asset=2 amount=" + COIN);
        ok("ParameterChange parameter=COLLATERAL_CAP scope=2 value=0");
        assertThat(driver.send("WithdrawalRequest account=7 asset=2 amount=" + COIN))
                .isEqualTo("OK");
    }

    @Test
    void aCapTakesNothingOfDustThatHaircutsLeaveNothingOf() {
        ok("DefineHaircuts asset=1 liability=0 tiers=0:50000:50000");
        ok("ParameterChange parameter=COLLATERAL_CAP scope=1 value=0");
        ok("Deposit account=7 asset=1 amount=1");
        // A millionth, of which each haircut takes one.
        assertThat(assess(7).haircutInitialMargin()).isEqualTo(1);
        assertThat(assess(7).cappedCollateral()).isZero();
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
