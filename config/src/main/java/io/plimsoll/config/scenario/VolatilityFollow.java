package io.plimsoll.config.scenario;

/**
 * How the volatility that joint scenarios use follows prices in a live engine.
 *
 * @param lambdaFemto decay of a day, x 10^15.
 * @param riseFemto share by which it rises at most within any 24 hours, x 10^15.
 * @param fallFemto share by which it falls at most within any 24 hours, x 10^15.
 */
public record VolatilityFollow(long lambdaFemto, long riseFemto, long fallFemto) {
    /** Of a set that says nothing of it. */
    public static final VolatilityFollow DEFAULT =
            new VolatilityFollow(Femto.ONE / 100 * 99, Femto.ONE / 100 * 10, Femto.ONE / 100 * 5);
}
