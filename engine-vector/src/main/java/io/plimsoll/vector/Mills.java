package io.plimsoll.vector;

import io.plimsoll.core.math.BlackNumbers;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/** The difference of two of Mills' ratios, or their sum. */
final class Mills {
    private static final VectorSpecies<Double> N = Lanes.NUMBERS;

    private Mills() {}

    /** From z and t to what the polynomial takes, and what makes a difference or a sum of it. */
    static void arguments(final BlackScratch s) {
        for (int i = 0; i < s.count; i += Lanes.COUNT) {
            final DoubleVector z = DoubleVector.fromArray(N, s.zs, i);
            final DoubleVector t = DoubleVector.fromArray(N, s.deviations, i).mul(0.5);
            final DoubleVector distance = t.sub(z);
            final VectorMask<Double> isFar = isFar(distance);
            final DoubleVector inner = distance.neg().blend(distance, isFar);
            final DoubleVector first = reciprocal(inner);
            place(inner, first).intoArray(s.innerPlaces, i);
            final DoubleVector outer = z.add(t);
            final DoubleVector second = reciprocal(outer);
            place(outer, second).intoArray(s.outerPlaces, i);
            second.intoArray(s.seconds, i);
            t.blend(z, isFar).mul(2).mul(first).mul(second).intoArray(s.steps, i);
        }
    }

    /** 1 / (z + c), what the sum lost put back. */
    private static DoubleVector reciprocal(final DoubleVector z) {
        final DoubleVector sum = z.add(BlackNumbers.CENTRE);
        final DoubleVector lost = z.sub(sum.sub(BlackNumbers.CENTRE));
        final DoubleVector reciprocal = DoubleVector.broadcast(N, 1.0).div(sum);
        return lost.mul(reciprocal).neg().lanewise(VectorOperators.FMA, reciprocal, reciprocal);
    }

    /** 1 - h / (z + c), with one step of correction. */
    private static DoubleVector place(final DoubleVector z, final DoubleVector reciprocal) {
        final DoubleVector v = reciprocal.lanewise(
                VectorOperators.FMA, DoubleVector.broadcast(N, -BlackNumbers.SPAN), DoubleVector.broadcast(N, 1.0));
        final DoubleVector rest = v.lanewise(VectorOperators.FMA, -BlackNumbers.CENTRE, z.sub(BlackNumbers.ZERO));
        return reciprocal.lanewise(VectorOperators.FMA, v.neg().lanewise(VectorOperators.FMA, z, rest), v);
    }

    /** From value and slope of the polynomial to the difference, or the sum where it is far. */
    static DoubleVector joined(final BlackScratch s, final int i, final VectorMask<Double> isFar) {
        final DoubleVector value = DoubleVector.fromArray(N, s.innerPlaces, i);
        final DoubleVector scaled = DoubleVector.fromArray(N, s.outerPlaces, i).mul(BlackNumbers.SPAN);
        final DoubleVector step = DoubleVector.fromArray(N, s.steps, i);
        final DoubleVector second = DoubleVector.fromArray(N, s.seconds, i);
        final DoubleVector other = scaled.lanewise(VectorOperators.FMA, step, value);
        final DoubleVector difference = step.mul(scaled.neg().lanewise(VectorOperators.FMA, second, value));
        return difference.blend(second.mul(2).lanewise(VectorOperators.FMA, other, difference), isFar);
    }

    /** Whether the value is one less density times the sum of the ratios. */
    static VectorMask<Double> isFar(final DoubleVector distance) {
        return distance.add(BlackNumbers.LEAST_ARGUMENT).compare(VectorOperators.GT, 0);
    }
}
