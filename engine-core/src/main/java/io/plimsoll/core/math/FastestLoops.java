package io.plimsoll.core.math;

import java.util.ServiceLoader;

/** The choice between implementations of {@link ArrayLoops}, made once. It decides about time alone: all give the same bits. */
final class FastestLoops {
    static final ArrayLoops LOOPS =
            ServiceLoader.load(ArrayLoops.Provider.class, ArrayLoops.class.getClassLoader()).stream()
                    .map(ServiceLoader.Provider::get)
                    .filter(ArrayLoops.Provider::isUsable)
                    .findFirst()
                    .map(ArrayLoops.Provider::loops)
                    .orElseGet(ArrayLoops::plain);

    private FastestLoops() {}
}
