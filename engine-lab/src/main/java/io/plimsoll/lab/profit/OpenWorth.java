package io.plimsoll.lab.profit;

import io.plimsoll.core.account.Account;
import io.plimsoll.core.account.Positions;
import io.plimsoll.core.instrument.Asset;
import io.plimsoll.core.instrument.Instrument;
import io.plimsoll.core.margin.Valuation;
import io.plimsoll.core.market.PriceBook;

/** What is open is worth at the prices of a book, with the engine's own rounding. */
public final class OpenWorth {
    private final PriceBook prices;
    private final Valuation valuation;

    /**
     * Values at the prices of a book.
     *
     * @param prices of marks.
     * @param valuation of assets at the same prices.
     */
    public OpenWorth(final PriceBook prices, final Valuation valuation) {
        this.prices = prices;
        this.valuation = valuation;
    }

    /**
     * What a position is worth.
     *
     * @param positions of an account.
     * @param index place of the position.
     * @return minor units of its settlement asset, signed: unrealised profit with accrued funding, or the value of an option whose
     *     premium was paid.
     */
    public long of(final Positions positions, final int index) {
        final Instrument instrument = positions.instrumentAt(index);
        final long value = instrument.value(positions.lotsAt(index), prices.markTicks(instrument));
        return instrument.isPremiumStyle()
                ? value
                : value - positions.entryCostAt(index) + positions.accruedFundingAt(index);
    }

    /** Of an asset with all that settles in it: its part of the net asset value, in millionths of the margin currency. */
    long of(final Account account, final Asset asset) {
        long net = account.balances().of(asset) - account.balances().accruedInterest(asset);
        long options = 0;
        final Positions positions = account.positions();
        for (int i = 0; i < positions.count(); i++) {
            if (positions.instrumentAt(i).settlement() == asset) {
                final long open = of(positions, i);
                net += positions.instrumentAt(i).isPremiumStyle() ? 0 : open;
                options += positions.instrumentAt(i).isPremiumStyle() ? open : 0;
            }
        }
        return valuation.usdSignedFloor(asset, net) + valuation.usdSignedFloor(asset, options);
    }
}
