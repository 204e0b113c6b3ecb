package io.plimsoll.core.engine;

import io.plimsoll.core.instrument.Asset;
import io.plimsoll.core.instrument.Instrument;
import io.plimsoll.core.market.FundingBook;
import io.plimsoll.core.market.MarketStatus;
import io.plimsoll.core.market.SettlementBook;

/** What the engine says of markets: their status, funding, settlement, volatility and rows. */
public interface MarketEvents {
    /**
     * A market was halted, made cancel-only or opened.
     *
     * @param instrument which.
     * @param status now.
     */
    void onMarketStatusChanged(Instrument instrument, MarketStatus status);

    /**
     * The volatility that joint scenarios use was looked at again and has moved.
     *
     * @param underlying of which.
     * @param filtered what accepted prices say: standard deviation of a day's return x 10^15.
     * @param before what was used.
     * @param after what is used from the next revaluation on.
     */
    void onVolatilityFixed(Asset underlying, long filtered, long before, long after);

    /**
     * Rows of all instruments of an underlying were switched over to new ones.
     *
     * @param underlying of which.
     * @param revaluation its number, from 1.
     * @param indexPrice at which they were made.
     * @param priced instruments with a row.
     * @param unpriced instruments without one, margined by tiers.
     */
    void onRowsReplaced(Asset underlying, long revaluation, long indexPrice, int priced, int unpriced);

    /**
     * An interval of funding ended; or, with funding all the time, a premium came.
     *
     * @param instrument of which.
     * @param book says premium, rate and time; the instrument's index has moved.
     */
    void onFundingRateSet(Instrument instrument, FundingBook book);

    /**
     * The settlement price of an instrument is known.
     *
     * @param instrument which.
     * @param book says price and worth of a lot.
     * @param positions to settle.
     */
    void onInstrumentSettled(Instrument instrument, SettlementBook book, int positions);
}
