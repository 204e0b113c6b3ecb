package io.plimsoll.lab.venue;

import io.plimsoll.lab.tape.VenueLiquidation;
import java.util.List;

/**
 * Where on the tape a listed liquidation happened.
 *
 * @param listed as the venue has it.
 * @param eventIndex first event of the tape that belongs to the liquidation: our account is looked at just before it. The
 *     number of events when the tape ends before.
 * @param closed what the tape shows was closed; empty: the tape shows no close-out of this account in that second.
 */
public record LiquidationPoint(VenueLiquidation listed, int eventIndex, List<Closed> closed) {
    /**
     * One position that was closed.
     *
     * @param coin index of the coin on the tape.
     * @param lots signed lots that the account had to trade: what it held, with the other sign.
     * @param markAgeNs how old the last mark of the coin was; -1: there was none.
     */
    public record Closed(int coin, long lots, long markAgeNs) {}
}
