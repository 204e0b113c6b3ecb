package io.plimsoll.core.margin.model;

import io.plimsoll.core.fixed.Rate;
import io.plimsoll.core.risk.Column;
import io.plimsoll.core.risk.Holdings;
import io.plimsoll.core.risk.RiskFrame;
import java.math.BigInteger;
import java.util.Arrays;

/** The slow twin of {@link ConcentrationCharge}, without orders. */
final class SlowConcentration {
    private static final BigInteger ONE = BigInteger.valueOf(Rate.ONE);
    private static final BigInteger PPM = BigInteger.valueOf(1_000_000);

    private final RiskFrame frame;
    private final Holdings holdings;
    private final SlowMargin slow;

    SlowConcentration(final RiskFrame frame, final Holdings holdings, final SlowMargin slow) {
        this.frame = frame;
        this.holdings = holdings;
        this.slow = slow;
    }

    BigInteger charge(final MarginModel model, final ConcentrationCharge charge) {
        BigInteger sum = BigInteger.ZERO;
        for (int u = 0; u < frame.underlyings(); u++) {
            final RiskFrame.Underlying underlying = frame.underlying(u);
            final BigInteger closable =
                    SlowMargin.timesFloor(BigInteger.valueOf(frame.figures(u).dailyVolume()), charge.share());
            BigInteger held = BigInteger.ZERO;
            for (int i = 0; i < holdings.count(); i++) {
                held = held.add(
                        holdings.instrument(i).underlying() == u ? slow.times(i, Column.DELTA) : BigInteger.ZERO);
            }
            if (closable.signum() > 0) {
                final BigInteger units = closable.multiply(BigInteger.TEN.pow(underlying.exponent()));
                final BigInteger delta = held.abs().add(BigInteger.valueOf(others(u)));
                final BigInteger worst = SlowMargin.measure(
                        new ScenarioCharge("worst", charge.block(), Measure.WORST, Across.SUM),
                        profitOrNone(model, charge, u),
                        underlying.exponent());
                sum = sum.add(SlowMargin.timesCeil(worst.max(BigInteger.ZERO), multiple(delta, units, charge.most())));
            }
        }
        return sum;
    }

    private long others(final int underlying) {
        return holdings.exposure().isAny(underlying) ? holdings.exposure().others(underlying) : 0;
    }

    private BigInteger[] profitOrNone(final MarginModel model, final ConcentrationCharge charge, final int underlying) {
        for (int i = 0; i < holdings.count(); i++) {
            if (holdings.instrument(i).underlying() == underlying) {
                return slow.profit(model, underlying);
            }
        }
        final BigInteger[] none = new BigInteger[charge.block().to()];
        Arrays.fill(none, BigInteger.ZERO);
        return none;
    }

    /** The root of how often the delta is closable, less one; both roundings up to a millionth. */
    private static long multiple(final BigInteger delta, final BigInteger closable, final long most) {
        final BigInteger root = BigInteger.valueOf(most).add(ONE);
        final BigInteger ratio = SlowMargin.ceilDiv(delta.multiply(ONE), closable)
                .max(ONE)
                .min(SlowMargin.ceilDiv(root.multiply(root), ONE));
        final BigInteger micros = SlowMargin.ceilDiv(ratio, ONE.divide(PPM)).multiply(PPM);
        final BigInteger[] exact = micros.sqrtAndRemainder();
        final BigInteger up = exact[1].signum() > 0 ? exact[0].add(BigInteger.ONE) : exact[0];
        return Math.min(most, up.subtract(PPM).multiply(ONE.divide(PPM)).longValueExact());
    }
}
