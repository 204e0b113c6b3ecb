package io.plimsoll.vector;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorShape;
import jdk.incubator.vector.VectorSpecies;

/** The width of vectors here. */
final class Lanes {
    private static final int MOST_BITS = 512;

    /** The widest vectors that the processor has, up to the width that array lengths allow for. */
    static final VectorSpecies<Double> NUMBERS = DoubleVector.SPECIES_PREFERRED.vectorBitSize() <= MOST_BITS
            ? DoubleVector.SPECIES_PREFERRED
            : DoubleVector.SPECIES_512;

    /** Vectors of bits as wide. */
    static final VectorSpecies<Long> BITS = NUMBERS.withLanes(long.class);

    /** As many numbers in 32 bits. */
    static final VectorSpecies<Integer> HALVES =
            VectorSpecies.of(int.class, VectorShape.forBitSize(BITS.vectorBitSize() / 2));

    /** Numbers in a vector. */
    static final int COUNT = NUMBERS.length();

    private Lanes() {}
}
