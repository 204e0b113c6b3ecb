package io.plimsoll.vector;

import io.plimsoll.core.math.ArrayLoops;
import io.plimsoll.core.math.BlackBlock;

/** The loops in vector instructions. */
final class VectorLoops implements ArrayLoops {
    @Override
    public BlackBlock black() {
        return new VectorBlackBlock();
    }
}
