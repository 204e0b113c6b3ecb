package io.plimsoll.example;

/**
 * Both sides of a market maker in one market.
 *
 * @param instrument of the market.
 * @param lots size of each side.
 * @param bid price in ticks.
 * @param ask price in ticks.
 */
record Quote(int instrument, long lots, long bid, long ask) {}
