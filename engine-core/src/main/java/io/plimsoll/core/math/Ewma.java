package io.plimsoll.core.math;

/** Exponentially weighted variance of returns: the newest counts most, each older one lambda times the one after it. */
public final class Ewma {
    private Ewma() {}

    /**
     * The variance after another return.
     *
     * @param variance before it.
     * @param change the return.
     * @param lambda decay per return, within [0, 1].
     * @return {@code lambda variance + (1 - lambda) change^2}.
     */
    public static double next(final double variance, final double change, final double lambda) {
        return lambda * variance + (1 - lambda) * change * change;
    }
}
