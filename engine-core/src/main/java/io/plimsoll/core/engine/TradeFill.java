package io.plimsoll.core.engine;

/** The figures of a trade, as the command brings them. Reused: valid during the call only. */
public final class TradeFill {
    /** A fee that the trade leaves to the account's schedule. */
    public static final long BY_SCHEDULE = Long.MIN_VALUE;

    private boolean buyerTook;
    private int instrument;
    private long tradeId;
    private long price;
    private long lots;
    private long buyAccount;
    private long sellAccount;
    private long buyOrder;
    private long sellOrder;
    private long buyFee;
    private long sellFee;

    /**
     * Sets what was traded.
     *
     * @param newInstrument id of the instrument.
     * @param newTradeId id of the trade.
     * @param newPrice ticks.
     * @param newLots size.
     * @return this.
     */
    public TradeFill what(final int newInstrument, final long newTradeId, final long newPrice, final long newLots) {
        instrument = newInstrument;
        tradeId = newTradeId;
        price = newPrice;
        lots = newLots;
        return this;
    }

    /**
     * Sets who bought.
     *
     * @param account id of the account.
     * @param order id of the order; 0: none.
     * @param fee in the settlement asset; negative: a rebate; {@link #BY_SCHEDULE}: the engine computes it.
     * @return this.
     */
    public TradeFill buyer(final long account, final long order, final long fee) {
        buyAccount = account;
        buyOrder = order;
        buyFee = fee;
        return this;
    }

    /**
     * Sets who sold.
     *
     * @param account id of the account.
     * @param order id of the order; 0: none.
     * @param fee in the settlement asset; negative: a rebate; {@link #BY_SCHEDULE}: the engine computes it.
     * @return this.
     */
    public TradeFill seller(final long account, final long order, final long fee) {
        sellAccount = account;
        sellOrder = order;
        sellFee = fee;
        return this;
    }

    /**
     * Sets who took.
     *
     * @param buyer whether it was the buyer.
     * @return this.
     */
    public TradeFill taker(final boolean buyer) {
        buyerTook = buyer;
        return this;
    }

    boolean buyerTook() {
        return buyerTook;
    }

    int instrument() {
        return instrument;
    }

    long tradeId() {
        return tradeId;
    }

    long price() {
        return price;
    }

    long lots() {
        return lots;
    }

    long buyAccount() {
        return buyAccount;
    }

    long sellAccount() {
        return sellAccount;
    }

    long buyOrder() {
        return buyOrder;
    }

    long sellOrder() {
        return sellOrder;
    }

    long buyFee() {
        return buyFee;
    }

    long sellFee() {
        return sellFee;
    }
}
