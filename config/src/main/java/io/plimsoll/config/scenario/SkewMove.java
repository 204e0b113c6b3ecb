package io.plimsoll.config.scenario;

/**
 * How far a skew scenario may move a volatility: by at most cap + cbase x sqrt(t), t years to expiry.
 *
 * @param capFemto the cap at expiry, x 10^15.
 * @param cbaseFemto change of the cap with the square root of time, x 10^15.
 */
public record SkewMove(long capFemto, long cbaseFemto) {}
