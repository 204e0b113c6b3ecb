package io.plimsoll.config.scenario;

/**
 * How volatilities move with the time to expiry: up by rangeUp x (30 d / max(T, dteFloorDays))^p, down by rangeDown x the
 * same, p = shortPower up to 30 days and longPower beyond. Figures x 10^15.
 *
 * @param name of the rule.
 * @param rangeUpFemto relative rise of a 30-day volatility.
 * @param rangeDownFemto relative fall of a 30-day volatility.
 * @param shortPowerFemto p up to 30 days.
 * @param longPowerFemto p beyond.
 * @param dteFloorDays a shorter time counts as so many days.
 * @param minVolUpFemto a volatility that rises is at least this, per year.
 * @param maxVolFemto no volatility rises above this, per year.
 * @param skew skew scenarios.
 */
public record VolatilityRule(
        String name,
        long rangeUpFemto,
        long rangeDownFemto,
        long shortPowerFemto,
        long longPowerFemto,
        int dteFloorDays,
        long minVolUpFemto,
        long maxVolFemto,
        SkewRule skew) {}
