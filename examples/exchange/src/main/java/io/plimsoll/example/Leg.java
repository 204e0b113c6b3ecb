package io.plimsoll.example;

import io.plimsoll.client.PlimsollClient;
import io.plimsoll.sbe.Side;

/**
 * What somebody wants in one market.
 *
 * @param instrument of the market.
 * @param side buy or sell.
 * @param lots size.
 * @param limit price in ticks; {@link PlimsollClient#MARKET}: a market order.
 */
record Leg(int instrument, Side side, long lots, long limit) {
    static Leg atMarket(final int instrument, final Side side, final long lots) {
        return new Leg(instrument, side, lots, PlimsollClient.MARKET);
    }
}
