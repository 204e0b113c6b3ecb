package io.plimsoll.config.scenario;

/**
 * Underlyings that are alike.
 *
 * @param name of the class.
 * @param rangeFemto price range of the grid, as a share of the price, x 10^15.
 * @param volatility rule for its volatilities.
 */
public record RiskClass(String name, long rangeFemto, VolatilityRule volatility) {}
