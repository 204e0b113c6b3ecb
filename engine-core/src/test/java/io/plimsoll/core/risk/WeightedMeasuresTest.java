package io.plimsoll.core.risk;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.core.fixed.Rate;
import java.math.BigDecimal;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** Measures of scenarios that are not equally likely. */
class WeightedMeasuresTest {
    private static final ScenarioBlock ALL = new ScenarioBlock("all", 0, 5);
    private final WideAccumulator tree = new WideAccumulator(5);
    private final int vector = vector(-40, 10, -20, -30, -10);

    private int vector(final long... profits) {
        final RiskRow row = new RiskRow(profits.length, 0);
        System.arraycopy(profits, 0, row.values(), Column.COUNT, profits.length);
        final int taken = tree.take(0);
        tree.addTimes(taken, 1, row);
        return taken;
    }

    @Test
    void equalWeightsAreNoWeights() {
        final long[] equal = new long[5];
        Arrays.fill(equal, Rate.ONE / 5);
        for (int level = 50_000; level < 1_000_000; level += 50_000) {
            assertThat(tree.exact(tree.weightedValueAtRisk("var", 0, vector, ALL, equal, level)))
                    .as("VaR %d", level)
                    .isEqualByComparingTo(tree.exact(tree.valueAtRisk("var", 0, vector, ALL, level)));
            assertThat(tree.exact(tree.weightedShortfall("es", 0, vector, ALL, equal, level)))
                    .as("ES %d", level)
                    .isEqualByComparingTo(tree.exact(tree.shortfall("es", 0, vector, ALL, level)));
        }
    }

    @Test
    void theLossAtWhichTheWeightsReachTheTailIsTheValueAtRisk() {
        final long[] weights = weights(5, 50, 10, 5, 30);

        assertThat(valueAtRisk(weights, 960_000)).isEqualTo(40);
        assertThat(valueAtRisk(weights, 950_000)).as("reached exactly").isEqualTo(40);
        assertThat(valueAtRisk(weights, 949_999)).isEqualTo(30);
        assertThat(valueAtRisk(weights, 800_000)).isEqualTo(20);
        assertThat(tree.scenario(tree.weightedValueAtRisk("var", 0, vector, ALL, weights, 800_000)))
                .isEqualTo(2);
    }

    @Test
    void theLastLossOfTheShortfallTakesWhatIsLeft() {
        final long[] weights = weights(5, 50, 10, 5, 30);

        assertThat(tree.exact(tree.weightedShortfall("es", 0, vector, ALL, weights, 840_000)))
                .as("(0.05 x 40 + 0.05 x 30 + 0.06 x 20) / 0.16")
                .isEqualByComparingTo(new BigDecimal("29.375"));
    }

    @Test
    void weightsThatDoNotReachTheTailEndAtTheLeastLoss() {
        assertThat(valueAtRisk(weights(1, 1, 1, 1, 1), 900_000)).isEqualTo(-10);
    }

    private long valueAtRisk(final long[] weights, final int level) {
        return tree.ceil(tree.weightedValueAtRisk("var", 0, vector, ALL, weights, level));
    }

    private static long[] weights(final long... percents) {
        return Arrays.stream(percents)
                .map(percent -> percent * (Rate.ONE / 100))
                .toArray();
    }
}
