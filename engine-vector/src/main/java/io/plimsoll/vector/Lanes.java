package io.plimsoll.vector;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.VectorSpecies;

/** The width of vectors here, and how numbers move within one. */
final class Lanes {
    private static final int MOST_BITS = 512;

    /** The widest vectors that the processor has, as far as the tables below go. */
    static final VectorSpecies<Double> NUMBERS = DoubleVector.SPECIES_PREFERRED.vectorBitSize() <= MOST_BITS
            ? DoubleVector.SPECIES_PREFERRED
            : DoubleVector.SPECIES_512;

    /** Vectors of bits as wide. */
    static final VectorSpecies<Long> BITS = NUMBERS.withLanes(long.class);

    /** Numbers in a vector. */
    static final int COUNT = NUMBERS.length();

    /** All lanes, as a set of bits. */
    static final int ALL = (1 << COUNT) - 1;

    private static final long[] TOGETHER = new long[(ALL + 1) * COUNT];
    private static final long[] APART = new long[(ALL + 1) * COUNT];

    static {
        for (int set = 0; set <= ALL; set++) {
            int members = 0;
            for (int lane = 0; lane < COUNT; lane++) {
                if ((set >> lane & 1) != 0) {
                    TOGETHER[set * COUNT + members] = lane;
                    APART[set * COUNT + lane] = members;
                    members++;
                }
            }
        }
    }

    private Lanes() {}

    /** From which lane each takes its number, so that the lanes of a set come first, in their order. */
    static LongVector together(final int set) {
        return LongVector.fromArray(BITS, TOGETHER, set * COUNT);
    }

    /** From which lane each lane of a set takes its number, so that what came first is back in its place. */
    static LongVector apart(final int set) {
        return LongVector.fromArray(BITS, APART, set * COUNT);
    }
}
