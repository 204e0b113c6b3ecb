package io.plimsoll.core.margin.model;

import io.plimsoll.core.fixed.FixedPoint;
import io.plimsoll.core.risk.ScenarioBlock;
import java.math.BigInteger;
import java.util.Arrays;

/** The slow twin of {@link Measure}: profits of a block sorted, and read off. */
final class SlowMeasure {
    private static final BigInteger PPM = BigInteger.valueOf(FixedPoint.PPM);

    private SlowMeasure() {}

    /** In minor units, rounded up; negative when every scenario that counts gains. */
    static BigInteger read(final Measure measure, final ScenarioBlock block, final long[] profit, final int exponent) {
        if (block.count() == 0) {
            return BigInteger.ZERO;
        }
        final long[] worstFirst = Arrays.copyOfRange(profit, block.from(), block.to());
        Arrays.sort(worstFirst);
        final BigInteger mass =
                BigInteger.valueOf(block.count()).multiply(PPM.subtract(BigInteger.valueOf(measure.levelPpm())));
        return switch (measure.kind()) {
            case WORST -> loss(worstFirst[0], exponent);
            case VALUE_AT_RISK -> loss(worstFirst[SlowNumbers.ceilDiv(mass, PPM).intValueExact() - 1], exponent);
            case SHORTFALL ->
                SlowNumbers.ceilDiv(losses(worstFirst, mass), mass.multiply(BigInteger.TEN.pow(exponent)));
        };
    }

    private static BigInteger loss(final long profit, final int exponent) {
        return SlowNumbers.toMinorCeil(BigInteger.valueOf(profit).negate(), exponent);
    }

    /** Losses of the worst scenarios, each with a weight of a million and the last with what is left. */
    private static BigInteger losses(final long[] worstFirst, final BigInteger mass) {
        BigInteger left = mass;
        BigInteger sum = BigInteger.ZERO;
        for (int i = 0; left.signum() > 0; i++) {
            final BigInteger weight = left.min(PPM);
            sum = sum.subtract(weight.multiply(BigInteger.valueOf(worstFirst[i])));
            left = left.subtract(weight);
        }
        return sum;
    }
}
