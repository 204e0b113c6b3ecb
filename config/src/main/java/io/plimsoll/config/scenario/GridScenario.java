package io.plimsoll.config.scenario;

/**
 * One scenario of the grid; it moves one underlying.
 *
 * @param priceFemto price move as a share of {@code unit}, x 10^15.
 * @param unit what the move is a share of.
 * @param volatility what volatilities do.
 * @param dampingFemto the P&amp;L is multiplied by min(1, damping x range / |move|); x 10^15; 0: not at all.
 * @param hours that pass.
 */
public record GridScenario(long priceFemto, PriceUnit unit, VolatilityMove volatility, long dampingFemto, int hours) {}
