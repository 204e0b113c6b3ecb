package io.plimsoll.cli.doctor;

/** There are cores for the threads, and none is spun away that something else needs. */
final class CoresCheck implements Check {
    private final Machine machine;
    private final int threads;
    private final boolean spins;

    /**
     * A check.
     *
     * @param machine for its cores.
     * @param threads of the pipeline.
     * @param spins whether they spin when there is nothing to do.
     */
    CoresCheck(final Machine machine, final int threads, final boolean spins) {
        this.machine = machine;
        this.threads = threads;
        this.spins = spins;
    }

    @Override
    public String name() {
        return "cores";
    }

    /** Beside the pipeline a driver, the force of the journal and the clients want to run. */
    @Override
    public Finding look() {
        final int cores = machine.cores();
        final String found = cores + " cores for " + threads + (threads == 1 ? " thread" : " threads")
                + " of the pipeline, the driver and the clients";
        if (spins && cores < threads + 2) {
            return Finding.warn(
                    found + "; idle: busy spins each of those threads",
                    "set idle: backoff, or fewer threads, or give it " + (threads + 2) + " cores");
        }
        return cores < threads
                ? Finding.warn(found, "set threads: auto, or give it " + threads + " cores")
                : Finding.ok(found);
    }
}
