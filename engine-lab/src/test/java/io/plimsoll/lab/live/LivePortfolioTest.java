package io.plimsoll.lab.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.plimsoll.core.margin.MarginAssessment;
import io.plimsoll.core.risk.RiskRegime;
import io.plimsoll.lab.whatif.MarginAnswer;
import io.plimsoll.lab.whatif.Market;
import io.plimsoll.lab.whatif.Portfolio;
import io.plimsoll.lab.whatif.Position;
import io.plimsoll.lab.whatif.Preset;
import io.plimsoll.lab.whatif.UnderlyingMarket;
import io.plimsoll.lab.whatif.WhatIf;
import java.math.BigDecimal;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The live engine and what-if say the same of the same portfolio. */
class LivePortfolioTest {
    private static final Preset PLIMSOLL = Preset.shipped("plimsoll");

    @Test
    void anAccountInPortfolioModeHasTheMarginThatWhatIfShows() {
        final LivePortfolio live = new LivePortfolio();
        live.price(2, 60_000);
        live.price(3, 3_000);
        live.perpetual(1, 2);
        live.perpetual(2, 3);
        live.mark(1, 60_000);
        live.mark(2, 3_000);
        live.account(1, 100_000);
        live.account(2, 100_000);
        live.load(PLIMSOLL, 1);
        live.send("Trade id=1 instrument=1 price=6000000 lots=100 buy=1 sell=2");
        live.send("Trade id=2 instrument=2 price=300000 lots=2000 buy=2 sell=1");
        final MarginAssessment before = live.assess(1);
        assertThat(before.initialMargin()).isEqualTo(2 * 60_000 * 20_000L);

        live.work();

        final MarginAssessment assessment = live.assess(1);
        final RiskRegime regime = live.driver().engine().state().risk().inUse().regime();
        final MarginAnswer answer = WhatIf.margin(
                        Portfolio.ofCash("100000")
                                .with(Position.of("BTC-PERP", "1"))
                                .with(Position.of("ETH-PERP", "-20")),
                        Market.at(Instant.ofEpochSecond(LivePortfolio.START_NS / 1_000_000_000L))
                                .with(UnderlyingMarket.of("BTC", 60_000, regime.sigma(0) / 1e15))
                                .with(UnderlyingMarket.of("ETH", 3_000, regime.sigma(1) / 1e15)),
                        PLIMSOLL)
                .get(0);
        assertSame(assessment.initialMargin(), answer.initial());
        assertSame(assessment.maintenanceMargin(), answer.maintenance());
    }

    /** A rate by the size of a position needs to know how many units a lot holds. */
    @ParameterizedTest
    @ValueSource(strings = {"tiered-synthetix", "tiered-vega"})
    void presetsOfPositionsAskForTheSameLiveAndInWhatIf(final String name) {
        final Preset preset = Preset.shipped(name);
        final LivePortfolio live = new LivePortfolio();
        live.price(2, 60_000);
        live.price(3, 3_000);
        live.perpetual(1, 2);
        live.perpetual(2, 3);
        live.mark(1, 60_000);
        live.mark(2, 3_000);
        live.account(1, 1_000_000);
        live.account(2, 1_000_000);
        live.load(preset, 1);
        live.work();
        live.send("Trade id=1 instrument=1 price=6000000 lots=1000 buy=1 sell=2");
        live.send("Trade id=2 instrument=2 price=300000 lots=2000 buy=2 sell=1");

        final MarginAnswer answer = WhatIf.margin(
                        Portfolio.ofCash("1000000")
                                .with(Position.of("BTC-PERP", "10"))
                                .with(Position.of("ETH-PERP", "-20")),
                        Market.at(Instant.ofEpochSecond(LivePortfolio.START_NS / 1_000_000_000L))
                                .with(UnderlyingMarket.of("BTC", 60_000, 0.03))
                                .with(UnderlyingMarket.of("ETH", 3_000, 0.03)),
                        preset)
                .get(0);
        assertSame(live.assess(1).initialMargin(), answer.initial());
        assertSame(live.assess(1).maintenanceMargin(), answer.maintenance());
        assertThat(answer.initial()).isPositive();
    }

    /** The engine's rows are whole risk units, so what it says may differ by some millionths of a dollar. */
    private static void assertSame(final long micros, final BigDecimal amount) {
        assertThat(BigDecimal.valueOf(micros, 6)).isCloseTo(amount, within(new BigDecimal("0.00001")));
    }
}
