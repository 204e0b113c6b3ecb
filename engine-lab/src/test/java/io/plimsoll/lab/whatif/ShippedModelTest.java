package io.plimsoll.lab.whatif;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The default model and scenario set as they ship, over random portfolios of contracts and options on two underlyings. */
class ShippedModelTest {
    private static final int PAIRS = 40;
    private static final List<String> PARTS = List.of("grid", "joint", "stress");

    /** Rows are rounded at the 9th decimal and finer. */
    private static final BigDecimal ROUNDINGS = new BigDecimal("0.0001");

    private final Market market = ExplanationTest.market();
    private final Preset preset = Preset.shipped("plimsoll");

    /** Twice the book needs twice as much, and two books together no more than each alone: of G, J, S, and of the largest. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 20261122})
    void gridJointAndStressAreHomogeneousAndSubadditive(final long seed) {
        final Random random = new Random(seed);
        final Map<String, Integer> decided = new TreeMap<>();
        for (int pair = 0; pair < PAIRS; pair++) {
            final String what = "seed " + seed + ", pair " + pair;
            final Map<String, Long> one = book(random);
            final Map<String, Long> other = book(random);
            final long times = 2L + random.nextInt(20);
            final Map<String, Long> both = new TreeMap<>(one);
            other.forEach((name, quantity) -> both.merge(name, quantity, Long::sum));
            final Map<String, Long> larger = new TreeMap<>();
            one.forEach((name, quantity) -> larger.put(name, times * quantity));

            final List<BigDecimal> alone = risks(one, decided);
            final List<BigDecimal> others = risks(other, decided);
            final List<BigDecimal> together = risks(both, decided);
            final List<BigDecimal> multiple = risks(larger, decided);
            for (int i = 0; i < alone.size(); i++) {
                assertThat(together.get(i))
                        .as("%s, part %d", what, i)
                        .isLessThanOrEqualTo(alone.get(i).add(others.get(i)).add(ROUNDINGS));
                assertThat(multiple.get(i).subtract(alone.get(i).multiply(BigDecimal.valueOf(times))))
                        .as("%s, part %d", what, i)
                        .isBetween(ROUNDINGS.negate(), ROUNDINGS);
            }
        }
        assertThat(decided.size())
                .as("parts that decided, seed %d: %s", seed, decided)
                .isGreaterThan(1);
    }

    private Map<String, Long> book(final Random random) {
        final Map<String, Long> book = new TreeMap<>();
        for (int i = random.nextInt(6); i >= 0; i--) {
            final String expiry = random.nextBoolean() ? "BTC-26DEC25" : "BTC-26JUN26";
            final String name =
                    switch (random.nextInt(6)) {
                        case 0 -> "BTC-PERP";
                        case 1 -> "ETH-PERP";
                        case 2 -> "BTC-26JUN26";
                        default ->
                            expiry + "-" + (60_000 + 2_000 * random.nextInt(40)) + (random.nextBoolean() ? "-C" : "-P");
                    };
            book.put(name, (1L + random.nextInt(50)) * (random.nextBoolean() ? 1 : -1));
        }
        return book;
    }

    /** Of each part, and of the largest of them last. */
    private List<BigDecimal> risks(final Map<String, Long> book, final Map<String, Integer> decided) {
        Portfolio portfolio = Portfolio.ofCash("0");
        for (final Map.Entry<String, Long> held : book.entrySet()) {
            if (held.getValue() != 0) {
                portfolio = portfolio.with(held.getKey(), String.valueOf(held.getValue()));
            }
        }
        final ExplainedNode risk =
                WhatIf.margin(portfolio, market, preset).get(0).tree().risk().orElseThrow();
        assertThat(risk.children().stream().map(ExplainedNode::name)).containsExactlyElementsOf(PARTS);
        risk.binding().ifPresent(part -> decided.merge(part.name(), 1, Integer::sum));
        return Stream.concat(risk.children().stream(), Stream.of(risk))
                .map(ExplainedNode::amount)
                .toList();
    }
}
