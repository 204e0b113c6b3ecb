package io.plimsoll.lab.profit;

import io.plimsoll.core.instrument.Asset;
import io.plimsoll.core.instrument.Instrument;
import io.plimsoll.core.margin.Valuation;
import io.plimsoll.sbe.BalanceReason;

/** What was booked for one instrument since a moment, and what its open position was worth then. In minor units. */
final class InstrumentSums {
    private long realised;
    private long premium;
    private long settled;
    private long funding;
    private long fees;
    private long spot;
    private long openBefore;
    private long openNow;

    void openBefore(final long worth) {
        openBefore = worth;
    }

    void openNow(final long worth) {
        openNow = worth;
    }

    void funding(final long amount) {
        funding += amount;
    }

    void settled(final long amount) {
        settled += amount;
    }

    /** A side of a spot trade, in millionths of the margin currency. */
    void spot(final long usd) {
        spot += usd;
    }

    /** A balance moved because of a trade. */
    void traded(final BalanceReason reason, final long change) {
        switch (reason) {
            case REALISED_PNL -> realised += change;
            case PREMIUM -> premium += change;
            case FEE -> fees += change;
            default -> throw new IllegalArgumentException(reason + " is of no trade");
        }
    }

    InstrumentProfit profit(final Instrument instrument, final Valuation valuation) {
        final Asset asset = instrument.settlement();
        return new InstrumentProfit(
                instrument.terms().symbol().toString(),
                asset.symbol().toString(),
                asset.scale(),
                realised,
                premium,
                settled,
                funding,
                fees,
                openBefore,
                openNow,
                spot,
                valuation.usdSignedFloor(asset, realised + premium + settled + funding + fees + openNow - openBefore));
    }
}
