package io.plimsoll.config.scenario;

/**
 * Skew scenarios: a volatility is multiplied by 1 + clamp(k c / k*, -c, c) with k the log-moneyness, c the cap of the
 * move and k* = max(minKStar, sqrt(t) x widthScale x (volStatic + volScale x sqrt(t))). Figures x 10^15.
 *
 * @param linear cap for k = ln(K/F).
 * @param absolute cap for k = |ln(K/F)|.
 * @param minKStarFemto smallest k*.
 * @param widthScaleFemto width in standard deviations.
 * @param volStaticFemto volatility that sets the width, at expiry.
 * @param volScaleFemto its change with the square root of time.
 */
public record SkewRule(
        SkewMove linear,
        SkewMove absolute,
        long minKStarFemto,
        long widthScaleFemto,
        long volStaticFemto,
        long volScaleFemto) {}
