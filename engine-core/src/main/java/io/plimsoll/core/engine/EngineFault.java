package io.plimsoll.core.engine;

/** A broken invariant: the engine must stop at once and nothing it did since may leave. */
public final class EngineFault extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /**
     * Says what is broken.
     *
     * @param message which invariant, with the figures.
     */
    public EngineFault(final String message) {
        super(message);
    }
}
