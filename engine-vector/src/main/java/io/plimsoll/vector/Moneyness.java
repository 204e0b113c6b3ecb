package io.plimsoll.vector;

import io.plimsoll.core.math.BlackNumbers;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/** From prices to what Black's formula takes: ln(F / K) / s and s / 2. */
final class Moneyness {
    private static final VectorSpecies<Double> N = Lanes.NUMBERS;
    private static final int EXPONENT_AT = 52;
    private static final long LEAST = Double.doubleToRawLongBits(BlackNumbers.LEAST_PRICE);
    private static final long MOST = Double.doubleToRawLongBits(BlackNumbers.MOST);
    private static final long LEAST_DEVIATION = Double.doubleToRawLongBits(BlackNumbers.LEAST_DEVIATION);
    private static final long SHIFT_BITS = Double.doubleToRawLongBits(BlackNumbers.SHIFT);

    private Moneyness() {}

    /**
     * Exponents of the quotients, greater over lesser, and the arguments of the logarithm of what is left. A sign bit says that a
     * number is outside the range.
     */
    static void ratios(final BlackScratch s) {
        LongVector outside = LongVector.zero(Lanes.BITS);
        for (int i = 0; i < s.count; i += Lanes.COUNT) {
            final DoubleVector forward = DoubleVector.fromArray(N, s.forwards, i);
            final DoubleVector strike = DoubleVector.fromArray(N, s.strikes, i);
            final LongVector t = DoubleVector.fromArray(N, s.deviations, i).reinterpretAsLongs();
            final VectorMask<Double> isBelow = forward.compare(VectorOperators.LT, strike);
            final DoubleVector lesser = strike.blend(forward, isBelow);
            final LongVector low = lesser.reinterpretAsLongs();
            final LongVector high = forward.blend(strike, isBelow).reinterpretAsLongs();
            outside = outside.or(t)
                    .or(t.neg().add(MOST))
                    .or(t.sub(LEAST_DEVIATION).and(t.neg()))
                    .or(low)
                    .or(low.sub(LEAST))
                    .or(high)
                    .or(high.neg().add(MOST));
            final LongVector power =
                    high.sub(low).add(1L << (EXPONENT_AT - 1)).lanewise(VectorOperators.ASHR, EXPONENT_AT);
            power.add(SHIFT_BITS).reinterpretAsDoubles().sub(BlackNumbers.SHIFT).intoArray(s.exponents, i);
            final DoubleVector near =
                    high.sub(power.lanewise(VectorOperators.LSHL, EXPONENT_AT)).reinterpretAsDoubles();
            final DoubleVector argument = near.sub(lesser).div(near.add(lesser));
            argument.intoArray(s.arguments, i);
            argument.mul(argument).intoArray(s.squares, i);
        }
        s.isOutside = outside.reduceLanes(VectorOperators.OR) < 0;
    }

    /** From the polynomials of the logarithm to z, and what the density takes. */
    static void arguments(final BlackScratch s) {
        for (int i = 0; i < s.count; i += Lanes.COUNT) {
            final DoubleVector exponent = DoubleVector.fromArray(N, s.exponents, i);
            final DoubleVector argument = DoubleVector.fromArray(N, s.arguments, i);
            final DoubleVector rest = argument.mul(argument.mul(argument))
                    .lanewise(VectorOperators.FMA, DoubleVector.fromArray(N, s.polynomials, i), argument.add(argument));
            final DoubleVector log = exponent.lanewise(
                    VectorOperators.FMA,
                    BlackNumbers.LN2_HIGH,
                    exponent.lanewise(VectorOperators.FMA, BlackNumbers.LN2_LOW, rest));
            final DoubleVector deviation = DoubleVector.fromArray(N, s.deviations, i);
            final DoubleVector z = log.div(deviation.add(BlackNumbers.SMALLEST_DEVIATION));
            z.intoArray(s.zs, i);
            Price.rest(deviation.mul(0.5).sub(z)).intoArray(s.rests, i);
        }
    }
}
