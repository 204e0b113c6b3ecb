package io.plimsoll.lab.whatif;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.plimsoll.core.math.Normal;
import io.plimsoll.lab.margin.Scenarios;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ApproximateRiskTest {
    private static final Preset PLIMSOLL = Preset.shipped("plimsoll");
    private static final double SIGMA = 0.024;

    private static MarginAnswer answer(final Portfolio portfolio) {
        return WhatIf.margin(portfolio, ExplanationTest.market(), PLIMSOLL).get(0);
    }

    @Test
    void ofAPerpetualItIsTheNormalQuantileOfItsMoves() {
        final double[] moves = Scenarios.of(PLIMSOLL.set(), PLIMSOLL.model()).jointPriceMoves("BTC", SIGMA);
        double sum = 0;
        double squares = 0;
        for (final double move : moves) {
            sum += move;
            squares += move * move;
        }
        final double mean = sum / moves.length;
        final double deviation = Math.sqrt(squares / moves.length - mean * mean);

        final ApproximateRisk risk =
                answer(Portfolio.ofCash("0").with("BTC-PERP", "2")).approximation();

        assertThat(risk.valueAtRisk99().doubleValue())
                .isCloseTo(Normal.inverseCdf(0.99) * deviation * 2 * 92_500, within(0.01));
        assertThat(risk.valueAtRisk975().doubleValue())
                .isCloseTo(Normal.inverseCdf(0.975) * deviation * 2 * 92_500, within(0.01));
    }

    @Test
    void whatIsHedgedHasNone() {
        final Portfolio hedged = Portfolio.ofCash("0").with("BTC-PERP", "2").with("BTC-PERP", "-2");

        assertThat(answer(hedged).approximation().valueAtRisk99()).isZero();
        assertThat(answer(Portfolio.ofCash("5")).approximation().valueAtRisk99())
                .isZero();
    }

    /** Calls and puts, long and short, at the money and away from it: within a quarter of the full revaluation. */
    @ParameterizedTest
    @CsvSource({
        "BTC-26JUN26-90000-C, 5",
        "BTC-26JUN26-90000-C, -5",
        "BTC-26JUN26-90000-P, 5",
        "BTC-26JUN26-90000-P, -5",
        "BTC-26JUN26-120000-C, -5",
        "BTC-26JUN26-70000-P, -5",
    })
    void ofAnOptionItIsNearTheFullRevaluation(final String option, final String quantity) {
        final MarginAnswer answer = answer(Portfolio.ofCash("0").with(option, quantity));
        final BigDecimal full = answer.tail().valueAtRisk975();

        assertThat(answer.approximation().valueAtRisk975())
                .isCloseTo(full, within(full.multiply(new BigDecimal("0.25"))));
    }
}
