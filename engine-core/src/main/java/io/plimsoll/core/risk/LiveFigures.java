package io.plimsoll.core.risk;

import io.plimsoll.core.account.Accounts;
import io.plimsoll.core.fixed.FixedPoint;
import io.plimsoll.core.fixed.Rate;
import io.plimsoll.core.instrument.Asset;
import io.plimsoll.core.instrument.AssetRule;
import io.plimsoll.core.instrument.Instrument;
import io.plimsoll.core.market.FundingBook;
import io.plimsoll.core.market.PriceBook;

/**
 * Reads what charges want to know of an underlying from the state of a venue, when rows are switched over: the volume that was set for
 * it, or that of the scenario set; the funding rate that is the largest of its perpetuals, either way; the notional of all contracts
 * that have a row, open when that was made; coins that accounts own and owe, claims on the underlying as well, at the index price; and how sure that
 * price is said to be; and what the weakest stable coin is worth. Amounts are rounded up.
 */
public final class LiveFigures {
    /** A rate of one, by an index price of one. */
    static final long RATE_PER_PRICE = Rate.ONE / Asset.INDEX_PRICE_ONE;

    private final Accounts accounts;
    private final FundingBook funding;
    private final PriceBook prices;

    /**
     * Reads from a venue.
     *
     * @param accounts of the venue.
     * @param funding of its perpetuals.
     * @param prices of the venue.
     */
    public LiveFigures(final Accounts accounts, final FundingBook funding, final PriceBook prices) {
        this.accounts = accounts;
        this.funding = funding;
        this.prices = prices;
    }

    /** Reads all figures of an underlying, but for the open interest that is given. */
    void read(final Listed of, final RiskRegime regime, final long openInterest, final UnderlyingFigures figures) {
        final Asset asset = of.asset();
        final long set = asset.rules().get(AssetRule.DAILY_VOLUME);
        final long volume =
                set > 0 ? set : regime.set().underlyings().get(of.place()).dailyVolume();
        long rate = 0;
        for (int i = 0; i < of.instruments().size(); i++) {
            rate = larger(rate, of.instruments().get(i));
        }
        figures.trade(volume, rate);
        figures.price(Rate.ofPpm((int) asset.rules().get(AssetRule.INDEX_CONFIDENCE)), stablePrice());
        long owned = 0;
        long owed = 0;
        for (int i = 0; i < of.coins().size(); i++) {
            final Coin coin = of.coins().get(i);
            owned = FixedPoint.addSaturated(
                    owned, worth(coin, coin.asset().totals().credit()), Long.MAX_VALUE);
            owed = FixedPoint.addSaturated(
                    owed, worth(coin, coin.asset().totals().debt()), Long.MAX_VALUE);
        }
        figures.hold(openInterest, owned, owed);
    }

    private long larger(final long rate, final Instrument instrument) {
        final long own = funding.terms(instrument) == null ? 0 : funding.rate(instrument);
        return Math.abs(own) > Math.abs(rate) ? own : rate;
    }

    /** The weakest stable coin's, by {@link Rate}. */
    long stablePrice() {
        return prices.stablePrice() * RATE_PER_PRICE;
    }

    /** Notional of all open contracts of an instrument, by its row. */
    long openInterest(final Instrument instrument, final RiskInstrument row) {
        return FixedPoint.mulDivCeil(
                accounts.openInterest(instrument),
                row.row().column(Column.NOTIONAL),
                FixedPoint.powerOfTen(row.row().exponent()),
                Long.MAX_VALUE);
    }

    private static long worth(final Coin coin, final long amount) {
        final Asset asset = coin.asset();
        return FixedPoint.mulDivCeil(amount, asset.priceToCount(coin.price()), asset.usdDivisor(), Long.MAX_VALUE);
    }
}
