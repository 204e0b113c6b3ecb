package io.plimsoll.lab.whatif;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every node follows from its children, to the last unit; what is shown fits a screen. */
class ExplanationTest {
    private static final int SCREEN_LINES = 60;
    private static final int SCREEN_COLUMNS = 120;

    /** Units of a wide tree: 10^-40 of a millionth. */
    private static final int SCALE = 46;

    static Stream<String> models() {
        return Presets.there();
    }

    @ParameterizedTest
    @MethodSource("models")
    void everyNodeOfRandomPortfoliosFollowsFromItsChildren(final String model) {
        final Market market = market();
        final Preset preset = Preset.shipped(model);
        int nodes = 0;
        for (int seed = 1; seed <= 20; seed++) {
            final Portfolio portfolio = Chains.random(market, 3 + 2 * seed, seed)
                    .with("ETH-PERP", String.valueOf(seed - 10.5))
                    .with("ETH", String.valueOf(3 - seed % 7 - 0.5));
            final Explanation tree =
                    WhatIf.margin(portfolio, market, preset).get(0).tree();
            nodes += TreeCheck.check(tree, SCALE);
        }
        assertThat(nodes).isGreaterThanOrEqualTo(400);
    }

    @ParameterizedTest
    @MethodSource("models")
    void noNodeIsLeftWithANumberInsteadOfAName(final String model) {
        final Market market = market();
        final Portfolio portfolio =
                Chains.random(market, 30, 5).with("ETH-PERP", "3").with("BTC-26JUN26", "-2");
        final Explanation tree =
                WhatIf.margin(portfolio, market, Preset.shipped(model)).get(0).tree();
        final List<ExplainedNode> all = TreeCheck.nodes(tree);

        assertThat(all.stream().map(ExplainedNode::label))
                .doesNotContain("underlying", "expiry", "strike", "class", "position", "coin", "group", "alone")
                .hasSizeGreaterThan(10);
        assertThat(all.stream().filter(node -> node.scenario().isPresent()))
                .allSatisfy(node -> assertThat(node.scenario().orElseThrow()).contains(": "));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void threeHundredLegsOnTheFullChainAreExplainedOnOneScreen(final long seed) {
        final Market market = ChainFile.read(Chains.path());
        final Portfolio portfolio = Chains.random(market, 300, seed);
        for (final MarginAnswer answer : WhatIf.margin(portfolio, market, Presets.all())) {
            final List<String> lines = ExplanationText.of(answer.tree(), ExplanationText.Detail.SCREEN);

            assertThat(lines).hasSizeLessThanOrEqualTo(SCREEN_LINES);
            assertThat(lines).allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(SCREEN_COLUMNS));
            assertThat(lines.get(0)).startsWith("initial margin ");
            TreeCheck.check(answer.tree(), SCALE);
        }
    }

    @Test
    void everythingIsShownOnRequest() {
        final Market market = market();
        final MarginAnswer answer = WhatIf.margin(Chains.random(market, 40, 9), market, Preset.shipped("plimsoll"))
                .get(0);

        final List<String> screen = ExplanationText.of(answer.tree(), ExplanationText.Detail.SCREEN);
        final List<String> all = ExplanationText.of(answer.tree(), ExplanationText.Detail.ALL);
        final List<String> shallow = ExplanationText.of(answer.tree(), new ExplanationText.Detail(1, false));

        assertThat(all.size()).isGreaterThan(2 * screen.size());
        assertThat(shallow).hasSizeLessThan(10);
        assertThat(String.join("\n", all)).contains("BTC-PERP x -7.5").doesNotContain("other positions");
    }

    static Market market() {
        UnderlyingMarket bitcoin = UnderlyingMarket.of("BTC", 92_500, 0.024).withDailyVolume(2e9);
        bitcoin = bitcoin.with(Expiry.of("26DEC25", Instant.parse("2025-12-26T08:00:00Z"), 92_900)
                        .with(Smile.points(new double[] {60_000, 90_000, 140_000}, new double[] {0.7, 0.45, 0.6})))
                .with(Expiry.of("26JUN26", Instant.parse("2026-06-26T08:00:00Z"), 95_000)
                        .withFuture(95_100)
                        .with(Smile.flat(0.5)));
        return Market.at(Instant.parse("2025-12-05T01:10:00Z"))
                .withRate(0.03)
                .with(bitcoin)
                .with(UnderlyingMarket.of("ETH", 3_100, 0.035));
    }
}
