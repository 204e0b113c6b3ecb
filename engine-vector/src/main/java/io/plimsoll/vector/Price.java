package io.plimsoll.vector;

import io.plimsoll.core.math.BlackNumbers;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/** From differences to prices, by the density at t - z. */
final class Price {
    private static final VectorSpecies<Double> N = Lanes.NUMBERS;
    private static final int EXPONENT_AT = 52;
    private static final long BIAS = 1023 + BlackNumbers.ENLARGED_EXPONENT;

    private Price() {}

    /** The argument of the polynomial for the density. */
    static DoubleVector rest(final DoubleVector distance) {
        final DoubleVector z = nearEnough(distance);
        final DoubleVector x = z.mul(z).mul(-0.5);
        final DoubleVector minus = shifted(x).sub(BlackNumbers.SHIFT).neg();
        return minus.lanewise(
                VectorOperators.FMA,
                BlackNumbers.LN2_LOW,
                minus.lanewise(VectorOperators.FMA, BlackNumbers.LN2_HIGH, x));
    }

    private static DoubleVector nearEnough(final DoubleVector distance) {
        final DoubleVector size = distance.abs();
        return size.blend(BlackNumbers.NO_DENSITY, size.compare(VectorOperators.GT, BlackNumbers.NO_DENSITY));
    }

    /** The exponent of the density, in the last bits of a large number. */
    private static DoubleVector shifted(final DoubleVector x) {
        return x.lanewise(VectorOperators.FMA, BlackNumbers.LOG2_E, DoubleVector.broadcast(N, BlackNumbers.SHIFT));
    }

    static void prices(final BlackScratch s) {
        for (int i = 0; i < s.count; i += Lanes.COUNT) {
            final DoubleVector distance =
                    DoubleVector.fromArray(N, s.deviations, i).mul(0.5).sub(DoubleVector.fromArray(N, s.zs, i));
            final VectorMask<Double> isFar = Mills.isFar(distance);
            final DoubleVector z = nearEnough(distance);
            final DoubleVector square = z.mul(z);
            final DoubleVector lost =
                    z.lanewise(VectorOperators.FMA, z, square.neg()).mul(-0.5);
            final DoubleVector r = DoubleVector.fromArray(N, s.rests, i);
            final DoubleVector power = r.mul(r)
                    .lanewise(VectorOperators.FMA, DoubleVector.fromArray(N, s.polynomials, i), r)
                    .add(1);
            final DoubleVector mantissa =
                    power.lanewise(VectorOperators.FMA, lost, power).mul(BlackNumbers.INVERSE_SQRT_2PI);
            final DoubleVector enlarged = shifted(square.mul(-0.5))
                    .reinterpretAsLongs()
                    .add(BIAS)
                    .lanewise(VectorOperators.LSHL, EXPONENT_AT)
                    .reinterpretAsDoubles();
            final DoubleVector product =
                    mantissa.mul(Mills.joined(s, i, isFar)).mul(enlarged).mul(BlackNumbers.ENLARGED);
            final DoubleVector value =
                    product.blend(DoubleVector.broadcast(N, 1.0).sub(product), isFar);
            final DoubleVector forward = DoubleVector.fromArray(N, s.forwards, i);
            final DoubleVector strike = DoubleVector.fromArray(N, s.strikes, i);
            final DoubleVector lesser = strike.blend(forward, forward.compare(VectorOperators.LT, strike));
            final DoubleVector gain = forward.sub(strike).mul(s.sign);
            lesser.mul(value).add(gain.add(gain.abs()).mul(0.5)).intoArray(s.prices, i);
        }
    }
}
