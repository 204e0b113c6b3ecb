package io.plimsoll.core.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.core.EngineDriver;
import io.plimsoll.core.account.LedgerAccount;
import io.plimsoll.core.margin.MarginAssessment;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FundingTest {
    private static final long HOUR_NS = 3_600_000_000_000L;
    private static final long PERIOD_NS = 8 * HOUR_NS;
    private static final String EIGHT_HOURS = "DefineFunding interval=28800000000000 period=28800000000000";
    private static final String ALL_THE_TIME = "DefineFunding interval=0 period=28800000000000";

    /** One lot is worth 200 USDC at the index of 20,000 ticks. */
    private final EngineDriver driver =
            EngineDriver.withMarket().account(7, 10_000).account(8, 10_000).account(9, 10_000);

    private final MarginAssessment assessment = new MarginAssessment();
    private long nextTrade = 1;

    private String trade(final int buyer, final int seller, final int lots) {
        driver.clear();
        return driver.send(
                "Trade id=" + nextTrade++ + " price=20000 lots=" + lots + " buy=" + buyer + " sell=" + seller);
    }

    private void sampleUntil(final long timeNs, final long premium) {
        driver.advance(timeNs - driver.timeNs());
        assertThat(driver.send("PremiumSample premium=" + premium + " index=20000"))
                .isEqualTo("OK");
    }

    /** Goes on with all that is due; says how many commands that took. */
    private int goOn() {
        driver.clear();
        int commands = 0;
        while (driver.engine().risk().hasWork()) {
            assertThat(driver.host("Continue")).isEqualTo("OK");
            commands++;
        }
        return commands;
    }

    private long equity(final long account) {
        driver.engine().assess(driver.engine().state().accounts().account(account), assessment);
        return assessment.marginEquity();
    }

    private long ledger() {
        return driver.engine()
                .state()
                .ledger()
                .of(LedgerAccount.FUNDING, driver.engine().state().assets().get(1));
    }

    private void assertSound() {
        assertThat(driver.host("Checkpoint")).isEqualTo("OK");
        assertThat(driver.replay().engine().stateHash())
                .isEqualTo(driver.engine().stateHash());
    }

    @Test
    void aPositionAccruesAtTheEndOfTheIntervalAndBooksWhenItChanges() {
        assertThat(driver.send(EIGHT_HOURS)).isEqualTo("OK");
        trade(7, 8, 10);
        sampleUntil(HOUR_NS, 100_000_000_000L);
        driver.advance(PERIOD_NS - HOUR_NS - 1);
        driver.host("Tick");
        assertThat(goOn()).isZero();

        driver.advance(1);
        driver.host("Tick");

        assertThat(goOn()).isEqualTo(1);
        assertThat(driver.events())
                .containsExactly(
                        "funding of 1 premium 100000000000 rate 100000000000 at 20000 index 671088640000/2^25");
        assertThat(equity(7)).isEqualTo(9_999_800_000L);
        assertThat(equity(8)).isEqualTo(10_000_200_000L);

        trade(7, 9, 5);

        assertThat(driver.events())
                .containsExactly(
                        "7 funding -200000 on 10 of 1",
                        "7 FUNDING -200000 of 1 to 9999800000",
                        "7 position 15 of 1 cost 3000000000 realised 0",
                        "9 position -5 of 1 cost -1000000000 realised 0");
        assertThat(ledger()).isEqualTo(200_000);

        trade(8, 9, 10);

        assertThat(driver.events()).contains("8 funding 200000 on -10 of 1", "8 FUNDING 200000 of 1 to 10000200000");
        assertThat(ledger()).isZero();
        assertSound();
    }

    @Test
    void aTradeAfterTheEndOfTheIntervalPaysNothingForIt() {
        driver.send(EIGHT_HOURS);
        trade(7, 8, 10);
        sampleUntil(HOUR_NS, 100_000_000_000L);
        driver.advance(PERIOD_NS - HOUR_NS);

        trade(9, 8, 10);

        assertThat(driver.events())
                .startsWith("funding of 1 premium 100000000000 rate 100000000000 at 20000 index 671088640000/2^25");
        assertThat(driver.engine().risk().hasWork()).isFalse();
        assertThat(equity(7)).isEqualTo(9_999_800_000L);
        assertThat(equity(8)).isEqualTo(10_000_200_000L);
        assertThat(equity(9)).isEqualTo(10_000_000_000L);
        assertSound();
    }

    @Test
    void theRateFollowsTheMeanPremiumByTime() {
        driver.send(EIGHT_HOURS);
        trade(7, 8, 1);
        sampleUntil(2 * HOUR_NS, 300_000_000_000L);
        sampleUntil(4 * HOUR_NS, -100_000_000_000L);
        driver.advance(4 * HOUR_NS);
        driver.host("Tick");
        goOn();

        // From the first premium on: 2 hours at 0.0003, 4 hours at -0.0001.
        assertThat(driver.events())
                .containsExactly("funding of 1 premium 33333333333 rate 33333333333 at 20000 index 223696213331/2^25");
        assertThat(equity(7)).isEqualTo(9_999_993_333L);
        assertThat(equity(8)).isEqualTo(10_000_006_666L);
    }

    @Test
    void whatThePremiumWasHoldsInTheNextIntervalAndAnIntervalWithoutPremiumsPaysNothing() {
        driver.send(EIGHT_HOURS);
        trade(7, 8, 1);
        sampleUntil(HOUR_NS, 100_000_000_000L);
        sampleUntil(PERIOD_NS + 4 * HOUR_NS, 300_000_000_000L);
        driver.advance(4 * HOUR_NS);
        driver.host("Tick");
        goOn();

        assertThat(driver.events())
                .containsExactly(
                        "funding of 1 premium 200000000000 rate 200000000000 at 20000 index 2013265920000/2^25");

        driver.advance(10 * PERIOD_NS);
        driver.host("Tick");

        assertThat(goOn()).isEqualTo(1);
        assertThat(driver.events()).isEmpty();
        assertThat(equity(7)).isEqualTo(9_999_940_000L);
        assertSound();
    }

    @Test
    void fundingAllTheTimeGrowsWithEveryPriceAndPremium() {
        assertThat(driver.send(ALL_THE_TIME)).isEqualTo("OK");
        trade(7, 8, 10);
        sampleUntil(HOUR_NS, 100_000_000_000L);
        driver.advance(HOUR_NS);
        driver.send("MarkPrice price=20000");
        assertThat(equity(7)).isEqualTo(9_999_975_000L);
        driver.advance(HOUR_NS);
        trade(7, 9, 10);
        assertThat(driver.events()).startsWith("7 funding -50000 on 10 of 1");
        driver.clear();
        sampleUntil(4 * HOUR_NS, -100_000_000_000L);
        assertThat(driver.events())
                .containsExactly(
                        "funding of 1 premium -100000000000 rate -100000000000 at 20000 index 251658240000/2^25");
        assertThat(equity(7)).isEqualTo(9_999_900_000L);
        assertThat(equity(8)).isEqualTo(10_000_075_000L);
        assertThat(equity(9)).isEqualTo(10_000_025_000L);
        assertSound();
    }

    @Test
    void aPremiumCountsForOnePeriodAtMost() {
        driver.send(ALL_THE_TIME);
        trade(7, 8, 10);
        sampleUntil(HOUR_NS, 100_000_000_000L);
        driver.advance(30 * HOUR_NS);
        driver.send("MarkPrice price=20000");
        driver.advance(30 * HOUR_NS);
        driver.send("MarkPrice price=20000");

        assertThat(equity(7)).isEqualTo(9_999_800_000L);
    }

    @Test
    void aPositionThatIsFlatOwesNothingMore() {
        driver.send(ALL_THE_TIME);
        trade(7, 8, 10);
        sampleUntil(HOUR_NS, 100_000_000_000L);
        driver.advance(HOUR_NS);
        trade(8, 7, 10);
        assertThat(driver.events()).contains("7 funding -25000 on 10 of 1", "8 funding 25000 on -10 of 1");
        driver.advance(HOUR_NS);
        trade(7, 8, 10);

        assertThat(driver.events()).noneMatch(event -> event.contains("funding"));
        assertThat(equity(7)).isEqualTo(9_999_975_000L);
    }

    @Test
    void accountsThatFundingTakesBelowTheirMarginAreCalled() {
        driver.account(10, 41);
        driver.send(EIGHT_HOURS);
        trade(10, 8, 10);
        assertThat(driver.events()).noneMatch(event -> event.contains("NORMAL"));
        sampleUntil(HOUR_NS, 1_000_000_000_000L);
        driver.advance(PERIOD_NS);
        driver.host("Tick");
        goOn();

        assertThat(driver.events()).anyMatch(event -> event.startsWith("10 NORMAL->NO_NEW_RISK equity 39000000"));
    }

    @Test
    void theRateStaysWithinWhatMarginRatesAllow() {
        // The lowest tier asks for 2 % and 1 %.
        driver.send(EIGHT_HOURS + " marginFactor=10000");
        trade(7, 8, 10);
        sampleUntil(HOUR_NS, -500_000_000_000_000L);
        driver.advance(PERIOD_NS);
        driver.host("Tick");
        goOn();

        assertThat(driver.events().get(0)).startsWith("funding of 1 premium -500000000000000 rate -100000000000 at");
    }

    @Test
    void termsMayBeReplacedAndWhatAccruedIsKept() {
        driver.send(ALL_THE_TIME);
        trade(7, 8, 10);
        sampleUntil(HOUR_NS, 100_000_000_000L);
        driver.advance(HOUR_NS);
        driver.clear();
        assertThat(driver.send(EIGHT_HOURS)).isEqualTo("OK");

        assertThat(driver.events()).containsExactly("defined FUNDING 1");
        assertThat(equity(7)).isEqualTo(9_999_975_000L);
        driver.advance(2 * PERIOD_NS);
        driver.host("Tick");
        goOn();
        assertThat(driver.events()).isEmpty();
        assertSound();
    }

    @Test
    void theIndexStopsAtItsBoundAndSaysSo() {
        driver.send("DefineFunding interval=1000000000 period=1000000000");
        trade(7, 8, 1);
        int intervals = 0;
        do {
            driver.clear();
            driver.advance(1_000_000_000L);
            driver.send("PremiumSample premium=1000000000000000 index=10000000");
            intervals++;
        } while (driver.events().stream().noneMatch(event -> event.startsWith("alarm")) && intervals < 10);

        assertThat(intervals).isEqualTo(2);
        assertThat(driver.events()).contains("alarm FUNDING_INDEX_LIMIT account 0 instrument 1 trade 0 order 0 lots 0");
        assertSound();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            DefineFunding instrument=9 interval=0 period=1000000000                           | UNKNOWN_INSTRUMENT
            DefineFunding instrument=2 interval=0 period=1000000000                           | UNSUPPORTED_KIND
            DefineFunding interval=1 period=1000000000                                        | VALUE_OUT_OF_RANGE (2592000000000000)
            DefineFunding interval=0 period=0                                                 | VALUE_OUT_OF_RANGE (2592000000000000)
            DefineFunding interval=0 period=1000000000 clampLower=1                           | RATE_OUT_OF_RANGE
            DefineFunding interval=0 period=1000000000 rateLower=1 rateUpper=0                | RATE_OUT_OF_RANGE
            DefineFunding interval=0 period=1000000000 factor=-1                              | RATE_OUT_OF_RANGE
            DefineFunding interval=0 period=1000000000 marginFactor=-1                        | RATE_OUT_OF_RANGE
            PremiumSample instrument=9 premium=0 index=1                                      | UNKNOWN_INSTRUMENT
            PremiumSample instrument=2 premium=0 index=1                                      | NO_FUNDING
            PremiumSample instrument=3 premium=1000000000000001 index=1                       | VALUE_OUT_OF_RANGE (1000000000000000)
            PremiumSample instrument=3 premium=0 index=0                                      | PRICE_OUT_OF_RANGE (10000000)
            PremiumSample instrument=3 premium=0 index=10000001                               | PRICE_OUT_OF_RANGE (10000000)
            """)
    void whatCannotBeIsRefused(final String command, final String answer) {
        driver.send("DefineInstrument instrument=2 symbol=S underlying=2 settlement=1 tickValue=100 kind=SPOT"
                + " lotSize=1000 priceTicksMax=10000000 positionLotsMax=100000");
        driver.send("DefineInstrument instrument=3 symbol=P underlying=2 settlement=1 tickValue=100"
                + " priceTicksMax=10000000 priceTicksMin=-5 positionLotsMax=100000");
        driver.send(EIGHT_HOURS + " instrument=3");
        driver.clear();

        assertThat(driver.send(command)).isEqualTo(answer);
        assertThat(driver.events()).isEmpty();
    }
}
