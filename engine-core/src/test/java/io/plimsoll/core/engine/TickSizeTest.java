package io.plimsoll.core.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.core.EngineDriver;
import io.plimsoll.core.margin.MarginAssessment;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TickSizeTest {
    private final EngineDriver driver =
            EngineDriver.withMarket().account(7, 10_000).account(8, 10_000);

    private final MarginAssessment assessment = new MarginAssessment();

    @BeforeEach
    void trade() {
        driver.send("DefineFunding interval=0 period=28800000000000");
        driver.send("PremiumSample premium=1000000000000 index=20000");
        driver.send("MarkPrice price=20100");
        driver.send("Trade id=1 price=20000 lots=10 buy=7 sell=8");
        driver.send("OrderPlace account=7 order=5 lots=1 limit=20010");
        driver.clear();
    }

    private String tickValue(final long value) {
        return driver.send("ParameterChange parameter=TICK_VALUE scope=1 value=" + value);
    }

    private long freeMargin(final long account) {
        driver.engine().assess(driver.engine().state().accounts().account(account), assessment);
        return assessment.freeMargin();
    }

    @Test
    void everyPriceStaysWhatItIsInFinerTicksAndBack() {
        final long before = freeMargin(7);
        final long hash = driver.engine().state().instruments().get(1).hash();
        driver.send("MarketHalt");
        driver.clear();

        assertThat(tickValue(1_000)).isEqualTo("OK");

        assertThat(driver.events()).containsExactly("parameter TICK_VALUE scope 1 10000->1000 by 1");
        assertThat(freeMargin(7)).isEqualTo(before);
        assertThat(driver.engine()
                        .state()
                        .prices()
                        .markTicks(driver.engine().state().instruments().get(1)))
                .isEqualTo(201_000);
        assertThat(driver.host("Checkpoint")).isEqualTo("OK");
        driver.send("MarketResume");
        driver.clear();
        assertThat(driver.send("OrderAmend account=7 order=5 lots=1 limit=200101"))
                .startsWith("OK");
        assertThat(driver.send("OrderAmend account=7 order=5 lots=1 limit=200100"))
                .startsWith("OK");
        driver.send("MarketHalt");

        assertThat(tickValue(10_000)).isEqualTo("OK");

        assertThat(freeMargin(7)).isEqualTo(before);
        assertThat(driver.engine().state().instruments().get(1).hash()).isEqualTo(hash);
        driver.advance(28_800_000_000_000L);
        driver.send("MarketResume");
        driver.clear();
        driver.send("Trade id=2 price=20000 lots=10 buy=8 sell=7 sellOrder=0");
        assertThat(driver.events()).contains("7 funding -2000000 on 10 of 1");
        assertThat(driver.host("Checkpoint")).isEqualTo("OK");
        assertThat(driver.replay().engine().stateHash())
                .isEqualTo(driver.engine().stateHash());
    }

    @Test
    void anInverseContractHasMoreTicksWithALargerTickValue() {
        driver.send("DefineInstrument instrument=6 symbol=I underlying=2 settlement=2 tickValue=20000000000"
                + " contractValue=100000000 priceTicksMin=1000 kind=INVERSE_PERPETUAL priceTicksMax=10000000"
                + " positionLotsMax=1000");
        driver.send("MarkPrice instrument=6 price=40000");
        driver.send("Trade instrument=6 id=3 price=40100 lots=10 buy=7 sell=8");
        final long before = freeMargin(8);
        driver.send("MarketHalt instrument=6");

        assertThat(driver.send("ParameterChange parameter=TICK_VALUE scope=6 value=40000000000"))
                .isEqualTo("OK");

        assertThat(freeMargin(8)).isEqualTo(before);
        assertThat(driver.engine()
                        .state()
                        .prices()
                        .markTicks(driver.engine().state().instruments().get(6)))
                .isEqualTo(80_000);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            # a mark of 20,100 and a limit of 20,010 ticks cannot be said in ticks ten times, or a hundred times, as large
            ParameterChange parameter=TICK_VALUE scope=1 value=1000000   | VALUE_OUT_OF_RANGE (10000)
            ParameterChange parameter=TICK_VALUE scope=1 value=10000     | VALUE_OUT_OF_RANGE (10000)
            ParameterChange parameter=TICK_VALUE scope=1 value=3000      | VALUE_OUT_OF_RANGE (10000)
            ParameterChange parameter=TICK_VALUE scope=1 value=0         | VALUE_OUT_OF_RANGE (10000)
            ParameterChange parameter=TICK_VALUE scope=1 value=-10000    | VALUE_OUT_OF_RANGE (10000)
            ParameterChange parameter=TICK_VALUE scope=9 value=1000      | UNKNOWN_INSTRUMENT
            """)
    void whatWouldMoveAPriceIsRefused(final String command, final String answer) {
        driver.send("MarketHalt");
        driver.clear();

        assertThat(driver.send(command)).isEqualTo(answer);
        assertThat(driver.events()).isEmpty();
    }

    @Test
    void theMarketMustBeHalted() {
        assertThat(tickValue(1_000)).isEqualTo("MARKET_NOT_HALTED");
    }
}
