package io.plimsoll.example;

import io.plimsoll.sbe.Side;

/**
 * What somebody wants in one market.
 *
 * @param instrument of the market.
 * @param side buy or sell.
 * @param lots size.
 * @param limit price in ticks.
 */
record Leg(int instrument, Side side, long lots, long limit) {}
