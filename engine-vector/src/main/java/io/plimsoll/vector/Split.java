package io.plimsoll.vector;

import io.plimsoll.core.math.BlackNumbers;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/** Moves the options whose difference is a sum together, and the others, so that each pays for its own way alone; and back. */
final class Split {
    private static final VectorSpecies<Double> N = Lanes.NUMBERS;

    /** A step is above its limit just where its square, rounded, is above the limit's. */
    private static final double LARGEST_SQUARE = BlackNumbers.LARGEST_STEP * BlackNumbers.LARGEST_STEP;

    private Split() {}

    /** Which options are near, and how many of the block. */
    static void findNear(final BlackScratch s) {
        int count = 0;
        for (int i = 0; i < s.count; i += Lanes.COUNT) {
            final int lanes = (int) DoubleVector.fromArray(N, s.steps, i)
                    .compare(VectorOperators.LE, LARGEST_SQUARE)
                    .toLong();
            s.near[i / Lanes.COUNT] = lanes;
            count += Integer.bitCount(lanes);
        }
        // The room of the last vector is filled with the last option.
        final int last = s.count - 1;
        final int over = Lanes.COUNT - 1 - last % Lanes.COUNT;
        s.nearCount = count - (s.steps[last] <= LARGEST_SQUARE ? over : 0);
    }

    static void compress(final BlackScratch s) {
        int near = 0;
        int far = 0;
        for (int i = 0; i < s.count; i += Lanes.COUNT) {
            final int lanes = s.near[i / Lanes.COUNT];
            final LongVector together = Lanes.together(lanes);
            final LongVector place = DoubleVector.fromArray(N, s.places, i).reinterpretAsLongs();
            final LongVector step = DoubleVector.fromArray(N, s.steps, i).reinterpretAsLongs();
            together.selectFrom(place).reinterpretAsDoubles().intoArray(s.places, near);
            together.selectFrom(step).reinterpretAsDoubles().intoArray(s.steps, near);
            final LongVector others = Lanes.together(~lanes & Lanes.ALL);
            final LongVector inner = DoubleVector.fromArray(N, s.inner, i).reinterpretAsLongs();
            final LongVector outer = DoubleVector.fromArray(N, s.outer, i).reinterpretAsLongs();
            others.selectFrom(inner).reinterpretAsDoubles().intoArray(s.farInner, far);
            others.selectFrom(outer).reinterpretAsDoubles().intoArray(s.farOuter, far);
            near += Integer.bitCount(lanes);
            far += Lanes.COUNT - Integer.bitCount(lanes);
        }
    }

    static void merge(final BlackScratch s) {
        int near = 0;
        int far = 0;
        for (int i = 0; i < s.count; i += Lanes.COUNT) {
            final int lanes = s.near[i / Lanes.COUNT];
            final DoubleVector sum = Lanes.apart(lanes)
                    .selectFrom(DoubleVector.fromArray(N, s.sums, near).reinterpretAsLongs())
                    .reinterpretAsDoubles();
            final DoubleVector difference = Lanes.apart(~lanes & Lanes.ALL)
                    .selectFrom(DoubleVector.fromArray(N, s.farOuter, far).reinterpretAsLongs())
                    .reinterpretAsDoubles();
            final VectorMask<Double> isNear = VectorMask.fromLong(N, lanes);
            final DoubleVector scaled = DoubleVector.fromArray(N, s.scales, i).mul(sum);
            difference.blend(scaled, isNear).intoArray(s.differences, i);
            final VectorMask<Double> isBelow =
                    DoubleVector.fromArray(N, s.inner, i).compare(VectorOperators.LT, 0);
            DoubleVector.broadcast(N, 1.0).blend(-1, isBelow.or(isNear)).intoArray(s.sides, i);
            near += Integer.bitCount(lanes);
            far += Lanes.COUNT - Integer.bitCount(lanes);
        }
    }

    /** What the two above come to where every option of a block is near. */
    static void allNear(final BlackScratch s) {
        for (int i = 0; i < s.count; i += Lanes.COUNT) {
            DoubleVector.fromArray(N, s.scales, i)
                    .mul(DoubleVector.fromArray(N, s.sums, i))
                    .intoArray(s.differences, i);
            DoubleVector.broadcast(N, -1.0).intoArray(s.sides, i);
        }
    }
}
