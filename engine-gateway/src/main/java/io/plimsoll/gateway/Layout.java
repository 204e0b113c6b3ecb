package io.plimsoll.gateway;

/** On how many threads the same agents run. The forcer always has its own: it blocks on the disk. */
public enum Layout {
    /** All on one thread: for two cores. */
    ONE,
    /** Ingress and command journal on one thread, engine and egress on another. */
    TWO,
    /** Each agent on its own thread: for five cores or more. */
    FOUR;

    /**
     * The layout that suits a number of cores.
     *
     * @param cores available to the process.
     * @return the layout with the most threads that leaves a core for driver and clients.
     */
    public static Layout forCores(final int cores) {
        if (cores > 6) {
            return FOUR;
        }
        return cores > 3 ? TWO : ONE;
    }
}
