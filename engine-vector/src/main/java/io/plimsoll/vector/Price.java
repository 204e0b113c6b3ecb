package io.plimsoll.vector;

import io.plimsoll.core.math.BlackNumbers;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/** From differences to prices, by the density at t - z. */
final class Price {
    private static final VectorSpecies<Double> N = Lanes.NUMBERS;
    private static final int EXPONENT_AT = 52;
    private static final long BIAS = 1023 + BlackNumbers.ENLARGED_EXPONENT;

    private Price() {}

    /** Exponents of the densities, the argument of the polynomial for the rest, and what the square lost. */
    static void densities(final BlackScratch s) {
        for (int i = 0; i < s.count; i += Lanes.COUNT) {
            final DoubleVector distance = DoubleVector.fromArray(N, s.inner, i).abs();
            final VectorMask<Double> isFar = distance.compare(VectorOperators.GT, BlackNumbers.NO_DENSITY);
            final DoubleVector z = distance.blend(BlackNumbers.NO_DENSITY, isFar);
            final DoubleVector square = z.mul(z);
            final DoubleVector x = square.mul(-0.5);
            final DoubleVector shifted =
                    x.lanewise(VectorOperators.FMA, BlackNumbers.LOG2_E, DoubleVector.broadcast(N, BlackNumbers.SHIFT));
            shifted.intoArray(s.exponents, i);
            final DoubleVector minus = shifted.sub(BlackNumbers.SHIFT).neg();
            minus.lanewise(
                            VectorOperators.FMA,
                            BlackNumbers.LN2_LOW,
                            minus.lanewise(VectorOperators.FMA, BlackNumbers.LN2_HIGH, x))
                    .intoArray(s.arguments, i);
            z.lanewise(VectorOperators.FMA, z, square.neg()).mul(-0.5).intoArray(s.squares, i);
        }
    }

    static void prices(final BlackScratch s) {
        for (int i = 0; i < s.count; i += Lanes.COUNT) {
            final DoubleVector r = DoubleVector.fromArray(N, s.arguments, i);
            final DoubleVector power = r.mul(r)
                    .lanewise(VectorOperators.FMA, DoubleVector.fromArray(N, s.polynomials, i), r)
                    .add(1);
            final DoubleVector mantissa = power.lanewise(
                            VectorOperators.FMA, DoubleVector.fromArray(N, s.squares, i), power)
                    .mul(BlackNumbers.INVERSE_SQRT_2PI);
            final LongVector exponent =
                    DoubleVector.fromArray(N, s.exponents, i).reinterpretAsLongs();
            final DoubleVector enlarged = exponent.add(BIAS)
                    .lanewise(VectorOperators.LSHL, EXPONENT_AT)
                    .reinterpretAsDoubles();
            final DoubleVector product = mantissa.mul(DoubleVector.fromArray(N, s.differences, i))
                    .mul(enlarged)
                    .mul(BlackNumbers.ENLARGED);
            final DoubleVector side = DoubleVector.fromArray(N, s.sides, i);
            final DoubleVector value = side.add(1).mul(0.5).sub(side.mul(product));
            final DoubleVector forward = DoubleVector.fromArray(N, s.forwards, i);
            final DoubleVector strike = DoubleVector.fromArray(N, s.strikes, i);
            final DoubleVector lesser = strike.blend(forward, forward.compare(VectorOperators.LT, strike));
            final DoubleVector gain = forward.sub(strike).mul(s.sign);
            lesser.mul(value).add(gain.add(gain.abs()).mul(0.5)).intoArray(s.prices, i);
        }
    }
}
