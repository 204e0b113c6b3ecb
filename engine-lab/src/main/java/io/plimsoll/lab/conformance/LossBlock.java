package io.plimsoll.lab.conformance;

import io.plimsoll.core.fixed.FixedPoint;
import io.plimsoll.core.risk.Column;
import io.plimsoll.core.risk.RiskRow;
import io.plimsoll.core.risk.ScenarioBlock;
import io.plimsoll.core.risk.WideAccumulator;
import java.math.BigDecimal;
import java.math.RoundingMode;

/** A block of scenarios with given losses, for the measures of the accumulator. Losses have twelve decimals. */
final class LossBlock {
    private static final int DECIMALS = 12;

    private final ScenarioBlock block;
    private final RiskRow row;

    LossBlock(final int scenarios) {
        if (scenarios < 1) {
            throw new CaseException("there are no losses");
        }
        block = new ScenarioBlock("losses", 0, scenarios);
        row = new RiskRow(scenarios, DECIMALS);
    }

    /** Sets the loss under a scenario; those that are not set have none. */
    void loss(final int scenario, final BigDecimal loss) {
        row.values()[Column.COUNT + scenario] = loss.movePointRight(DECIMALS)
                .setScale(0, RoundingMode.UNNECESSARY)
                .negate()
                .longValueExact();
    }

    /** The loss at a level. */
    BigDecimal valueAtRisk(final BigDecimal level) {
        return measured((tree, vector) -> tree.valueAtRisk("VaR", 0, vector, block, ppm(level)));
    }

    /** Mean of the losses beyond a level. */
    BigDecimal shortfall(final BigDecimal level) {
        return measured((tree, vector) -> tree.shortfall("ES", 0, vector, block, ppm(level)));
    }

    /** The loss at a level of scenarios with weights. */
    BigDecimal valueAtRisk(final BigDecimal level, final long[] weights) {
        return measured((tree, vector) -> tree.weightedValueAtRisk("VaR", 0, vector, block, weights, ppm(level)));
    }

    /** Mean of the losses beyond a level, of scenarios with weights. */
    BigDecimal shortfall(final BigDecimal level, final long[] weights) {
        return measured((tree, vector) -> tree.weightedShortfall("ES", 0, vector, block, weights, ppm(level)));
    }

    /** The loss at a rank, 1 for the worst: the value at risk at a level between this rank and the one before. */
    BigDecimal ranked(final int rank) {
        if (rank < 1 || rank > block.count()) {
            throw new CaseException("there is no loss of rank " + rank + " among " + block.count());
        }
        final long middle = (2L * rank - 1) * FixedPoint.PPM / (2L * block.count());
        return measured(
                (tree, vector) -> tree.valueAtRisk("VaR", 0, vector, block, FixedPoint.PPM - Math.toIntExact(middle)));
    }

    int count() {
        return block.count();
    }

    private interface Measured {
        int node(WideAccumulator tree, int vector);
    }

    private BigDecimal measured(final Measured measure) {
        final WideAccumulator tree = new WideAccumulator(block.count());
        final int vector = tree.take(0);
        tree.addTimes(vector, 1, row);
        return tree.exact(measure.node(tree, vector));
    }

    /** A level in parts per million. */
    static int ppm(final BigDecimal level) {
        try {
            final int ppm = level.movePointRight(6).intValueExact();
            if (ppm > 0 && ppm < FixedPoint.PPM) {
                return ppm;
            }
        } catch (final ArithmeticException e) {
            throw new CaseException("a level of " + level + " is finer than a millionth", e);
        }
        throw new CaseException("a level of " + level + " is not within 0 and 1");
    }
}
