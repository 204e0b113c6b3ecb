package io.plimsoll.vector;

import io.plimsoll.core.math.BlackNumbers;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/** Mills' ratio, and the difference of two of them for the options that are not near. */
final class Mills {
    private static final VectorSpecies<Double> N = Lanes.NUMBERS;

    private Mills() {}

    /** 1 / (z + 4), what the sum lost put back. */
    static DoubleVector reciprocal(final DoubleVector z) {
        final DoubleVector sum = z.add(BlackNumbers.CENTRE);
        final DoubleVector lost = z.sub(sum.sub(BlackNumbers.CENTRE));
        final DoubleVector reciprocal = DoubleVector.broadcast(N, 1.0).div(sum);
        return lost.mul(reciprocal).neg().lanewise(VectorOperators.FMA, reciprocal, reciprocal);
    }

    /** (z - 4) / (z + 4), with one step of correction. */
    static DoubleVector place(final DoubleVector z, final DoubleVector reciprocal) {
        final DoubleVector v = z.sub(BlackNumbers.CENTRE).mul(reciprocal);
        final DoubleVector inner = v.add(1).lanewise(VectorOperators.FMA, -BlackNumbers.CENTRE, z);
        final DoubleVector residual = v.neg().lanewise(VectorOperators.FMA, z, inner);
        return reciprocal.lanewise(VectorOperators.FMA, residual, v);
    }

    /** Arguments of the two ratios of each. */
    static void arguments(final BlackScratch s) {
        final int n = s.farCount();
        for (int i = 0; i < n; i += Lanes.COUNT) {
            final DoubleVector inner = DoubleVector.fromArray(N, s.farInner, i).abs();
            final DoubleVector reciprocal = reciprocal(inner);
            reciprocal.intoArray(s.innerReciprocals, i);
            place(inner, reciprocal).intoArray(s.innerPlaces, i);
        }
        for (int i = 0; i < n; i += Lanes.COUNT) {
            final DoubleVector outer = DoubleVector.fromArray(N, s.farOuter, i);
            final DoubleVector reciprocal = reciprocal(outer);
            reciprocal.intoArray(s.outerReciprocals, i);
            place(outer, reciprocal).intoArray(s.outerPlaces, i);
        }
    }

    /** From the polynomials of the two ratios to their difference, or sum where t is above z; it goes into {@code farOuter}. */
    static void differences(final BlackScratch s) {
        final int n = s.farCount();
        for (int i = 0; i < n; i += Lanes.COUNT) {
            final DoubleVector inner =
                    DoubleVector.fromArray(N, s.innerPlaces, i).mul(DoubleVector.fromArray(N, s.innerReciprocals, i));
            final DoubleVector outer =
                    DoubleVector.fromArray(N, s.outerPlaces, i).mul(DoubleVector.fromArray(N, s.outerReciprocals, i));
            final VectorMask<Double> isBelow =
                    DoubleVector.fromArray(N, s.farInner, i).compare(VectorOperators.LT, 0);
            inner.add(outer.blend(outer.neg(), isBelow)).intoArray(s.farOuter, i);
        }
    }
}
