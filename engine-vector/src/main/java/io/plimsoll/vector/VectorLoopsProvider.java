package io.plimsoll.vector;

import io.plimsoll.core.math.ArrayLoops;

/**
 * Offers {@link VectorLoops} where the Java that runs has the Vector API among its modules, which takes
 * {@code --add-modules jdk.incubator.vector} at its start. The system property {@value #SWITCH} with the value {@code off} leaves
 * them out; it changes no result.
 */
public final class VectorLoopsProvider implements ArrayLoops.Provider {
    /** Name of the system property. */
    public static final String SWITCH = "plimsoll.vectors";

    private static final String MODULE = "jdk.incubator.vector";

    /** Made by a service loader. */
    public VectorLoopsProvider() {}

    @Override
    public boolean isUsable() {
        return !"off".equals(System.getProperty(SWITCH))
                && ModuleLayer.boot().findModule(MODULE).isPresent();
    }

    @Override
    public ArrayLoops loops() {
        return new VectorLoops();
    }
}
