package io.plimsoll.config.scenario;

/**
 * What an underlying does in a stress event. Moves are shares of the price, x 10^15.
 *
 * @param downFemto to the trough, above -1 and at most 0.
 * @param upFemto the rebound, from 0.
 * @param source of the figures.
 */
public record StressMove(long downFemto, long upFemto, StressSource source) {}
