package io.plimsoll.client;

import io.plimsoll.sbe.Side;
import io.plimsoll.sbe.TradeEncoder;

/**
 * A trade to report: both sides at once. Made once and filled again for every trade; {@link #trade} begins a new one and
 * clears what is optional.
 */
public final class TradeReport {
    /** A fee that is left to the engine: that of the account's schedule. */
    public static final long FEE_BY_SCHEDULE = TradeEncoder.buyFeeNullValue();

    int instrument;
    long tradeId;
    long price;
    long lots;
    Side takerSide = Side.BUY;
    long buyAccount;
    long buyOrder;
    long buyFee;
    long sellAccount;
    long sellOrder;
    long sellFee;

    /** A report without content. */
    public TradeReport() {}

    /**
     * Begins a new report. Accounts must follow; orders and fees are 0 until set.
     *
     * @param instrumentId instrument.
     * @param id of the trade; a known id gets the same answer again.
     * @param priceTicks price in ticks.
     * @param size in lots, positive.
     * @param taker side that took.
     * @return this.
     */
    public TradeReport trade(
            final int instrumentId, final long id, final long priceTicks, final long size, final Side taker) {
        instrument = instrumentId;
        tradeId = id;
        price = priceTicks;
        lots = size;
        takerSide = taker;
        buyer(0, 0, 0);
        return seller(0, 0, 0);
    }

    /**
     * Names the buyer.
     *
     * @param account that buys.
     * @param order of the buyer; 0: none.
     * @param fee in minor units of the settlement asset; negative: a rebate; {@link #FEE_BY_SCHEDULE}: by the account's schedule.
     * @return this.
     */
    public TradeReport buyer(final long account, final long order, final long fee) {
        buyAccount = account;
        buyOrder = order;
        buyFee = fee;
        return this;
    }

    /**
     * Names the seller.
     *
     * @param account that sells.
     * @param order of the seller; 0: none.
     * @param fee in minor units of the settlement asset; negative: a rebate; {@link #FEE_BY_SCHEDULE}: by the account's schedule.
     * @return this.
     */
    public TradeReport seller(final long account, final long order, final long fee) {
        sellAccount = account;
        sellOrder = order;
        sellFee = fee;
        return this;
    }
}
