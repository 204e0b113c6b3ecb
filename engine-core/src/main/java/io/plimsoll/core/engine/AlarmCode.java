package io.plimsoll.core.engine;

/** What an operator must look at. Mirrored in the schema. */
public enum AlarmCode {
    /** A side of a trade was booked to the error account. */
    TRADE_TO_ERROR_ACCOUNT(1),
    /** A trade could not be booked at all. */
    TRADE_UNBOOKABLE(2),
    /** A trade named an order that is not open. */
    UNKNOWN_ORDER_FILLED(3),
    /** A trade was larger than what remained of its order. */
    ORDER_OVERFILLED(4),
    /** An instrument could not be revalued: positions in it are margined by tiers. */
    ROW_NOT_PRICED(5),
    /** Funding of an instrument has come to all that its positions can be worth: no more is paid. */
    FUNDING_INDEX_LIMIT(6),
    /** No price came in the settlement window: the last one before settles. */
    SETTLEMENT_PRICE_OLD(7),
    /** The settlement price lies outside the prices of the instrument: the nearest of them settles. */
    SETTLEMENT_LIMITED(8),
    /** The smallest move of the scenario set is too few risk units of a lot: positions are margined by tiers. */
    LOT_TOO_COARSE(9),
    /** A lot, or the largest position, is worth more than rows can count: positions are margined by tiers. */
    LOT_TOO_LARGE(10);

    private final int code;

    AlarmCode(final int code) {
        this.code = code;
    }

    /** {@return value in the schema} */
    public int code() {
        return code;
    }
}
