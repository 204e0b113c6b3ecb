package io.plimsoll.config.scenario;

/**
 * Underlyings that are alike.
 *
 * @param name of the class.
 * @param group classes of one group are taken to move together; groups are not.
 * @param rangeFemto price range of the grid, as a share of the price, x 10^15.
 * @param volatility rule for its volatilities.
 */
public record RiskClass(String name, String group, long rangeFemto, VolatilityRule volatility) {}
