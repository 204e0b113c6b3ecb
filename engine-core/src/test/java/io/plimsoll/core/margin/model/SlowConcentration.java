package io.plimsoll.core.margin.model;

import io.plimsoll.core.fixed.FixedPoint;
import io.plimsoll.core.fixed.Rate;
import io.plimsoll.core.risk.Column;
import io.plimsoll.core.risk.Exposure;
import io.plimsoll.core.risk.RiskFrame;
import java.math.BigInteger;
import java.util.List;

/** The slow twin of {@link ConcentrationCharge}: delta with the orders filled that make it largest. */
final class SlowConcentration {
    private static final BigInteger ONE = BigInteger.valueOf(Rate.ONE);
    private static final BigInteger PPM = BigInteger.valueOf(FixedPoint.PPM);

    private final RiskFrame frame;
    private final List<SlowPosition> positions;
    private final Exposure exposure;
    private final SlowScenarios scenarios;

    SlowConcentration(
            final RiskFrame frame,
            final List<SlowPosition> positions,
            final Exposure exposure,
            final SlowScenarios scenarios) {
        this.frame = frame;
        this.positions = positions;
        this.exposure = exposure;
        this.scenarios = scenarios;
    }

    BigInteger charge(final ConcentrationCharge charge) {
        BigInteger sum = BigInteger.ZERO;
        for (int u = 0; u < frame.underlyings(); u++) {
            final BigInteger volume = BigInteger.valueOf(frame.figures(u).dailyVolume());
            final BigInteger closable = SlowNumbers.timesFloor(volume, charge.share());
            if (closable.signum() > 0) {
                final int exponent = frame.underlying(u).exponent();
                final BigInteger units = closable.multiply(BigInteger.TEN.pow(exponent));
                final BigInteger delta = delta(u).add(BigInteger.valueOf(others(u)));
                sum = sum.add(SlowNumbers.timesCeil(
                        scenarios.worst(u, charge.block()), multiple(delta, units, charge.most())));
            }
        }
        return sum;
    }

    /** The larger size of both ends. */
    private BigInteger delta(final int underlying) {
        BigInteger most = BigInteger.ZERO;
        BigInteger least = BigInteger.ZERO;
        for (final SlowPosition position : positions) {
            if (position.underlying() == underlying) {
                most = most.add(position.most(Column.DELTA));
                least = least.add(position.least(Column.DELTA));
            }
        }
        return most.abs().max(least.abs());
    }

    private long others(final int underlying) {
        return exposure.isAny(underlying) ? exposure.others(underlying) : 0;
    }

    /** The root of how often the delta is closable, less one; both roundings up to a millionth. */
    private static long multiple(final BigInteger delta, final BigInteger closable, final long most) {
        final BigInteger root = BigInteger.valueOf(most).add(ONE);
        final BigInteger ratio = SlowNumbers.ceilDiv(delta.multiply(ONE), closable)
                .max(ONE)
                .min(SlowNumbers.ceilDiv(root.multiply(root), ONE));
        final BigInteger micros = SlowNumbers.ceilDiv(ratio, ONE.divide(PPM)).multiply(PPM);
        final BigInteger[] exact = micros.sqrtAndRemainder();
        final BigInteger up = exact[1].signum() > 0 ? exact[0].add(BigInteger.ONE) : exact[0];
        return Math.min(most, up.subtract(PPM).multiply(ONE.divide(PPM)).longValueExact());
    }
}
