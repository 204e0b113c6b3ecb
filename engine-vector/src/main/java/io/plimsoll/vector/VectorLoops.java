package io.plimsoll.vector;

import io.plimsoll.core.math.ArrayLoops;
import io.plimsoll.core.math.BlackBlock;
import io.plimsoll.core.math.Lowest;
import io.plimsoll.core.math.RowSums;

/** The loops in vector instructions. */
final class VectorLoops implements ArrayLoops {
    @Override
    public BlackBlock black() {
        return new VectorBlackBlock();
    }

    /** Sets of lanes are slow before Java 21, so that plain Java is faster there. */
    @Override
    public Lowest lowest() {
        return Runtime.version().feature() >= 21
                ? new VectorLowest()
                : ArrayLoops.plain().lowest();
    }

    @Override
    public RowSums rowSums() {
        return new VectorRowSums();
    }
}
