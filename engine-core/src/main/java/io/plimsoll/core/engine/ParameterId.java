package io.plimsoll.core.engine;

/** What a parameter change may set. Mirrored in the schema. */
public enum ParameterId {
    /** psi: share of positive unrealised P and L that may be withdrawn. Scope 0. */
    UNREALISED_PROFIT_CREDIT_PPM(1),
    /** Point between MM and IM below which a margin call goes out. Scope 0. */
    MARGIN_CALL_POINT_PPM(2),
    /** Multiple of MM at which liquidation is left, at least 1,000,000. Scope 0. */
    LIQUIDATION_EXIT_PPM(3),
    /** Largest distance of a limit from the mark, where the instrument has none of its own. Scope 0. */
    ORDER_PRICE_BAND_PPM(4),
    /** Over what time a raise of maintenance margin comes to count. Scope 0. */
    PHASE_IN_NS(5),
    /** Haircut on a positive amount, first tier. Scope: asset. */
    HAIRCUT_PPM(20),
    /** Further haircut that counts as initial margin only, first tier. Scope: asset. */
    INITIAL_HAIRCUT_PPM(21),
    /** Surcharge on a negative amount. Scope: asset. */
    LIABILITY_HAIRCUT_PPM(22),
    /** What an account may withdraw in 24 hours. Scope: asset. */
    WITHDRAWAL_ACCOUNT_MAX(23),
    /** What all accounts may withdraw in 24 hours. Scope: asset. */
    WITHDRAWAL_TOTAL_MAX(24),
    /** How much of what all accounts have counts for new risk. Scope: asset. */
    COLLATERAL_CAP(25),
    /** What an account may owe. Scope: asset. */
    BORROW_ACCOUNT_MAX(26),
    /** What all accounts may owe together. Scope: asset. */
    BORROW_TOTAL_MAX(27),
    /** Interest on a debt for a year of 365 days. Scope: asset. */
    BORROW_RATE(28),
    /** What is traded in a day in all instruments on an asset, in millionths of the margin currency. Scope: asset. */
    DAILY_VOLUME(32),
    /** How old an index price may be, in ns; 0: as old as it is. Scope: asset. */
    INDEX_AGE_MAX(33),
    /** 1: the index price is doubtful; 0: it is not. Scope: asset. */
    INDEX_DOUBTFUL(34),
    /** How sure an index price is, in parts per million: models may ask for more where it is not. Scope: asset. */
    INDEX_CONFIDENCE(35),
    /** Share of its haircut that cross mode charges once more as far as an account is long in contracts on an asset. Scope: asset. */
    WRONG_WAY_SHARE(36),
    /** Largest position of an account, in lots. Scope: instrument. */
    POSITION_LOTS_MAX(40),
    /** Table of margin tiers in use. Scope: instrument. */
    TIER_TABLE(41),
    /** Worth of one lot at a price of one tick, while the market is halted. Scope: instrument. */
    TICK_VALUE(42),
    /** Largest notional of an order at its limit price, in millionths of the margin currency. Scope: instrument. */
    ORDER_VALUE_MAX(43),
    /** Largest position of all accounts of a group together, orders included, in lots. Scope: instrument. */
    GROUP_LOTS_MAX(44),
    /** Largest open interest, in lots; orders that could raise it further are refused. Scope: instrument. */
    OPEN_INTEREST_MAX(45),
    /** Largest distance of a limit from the mark on the side that trades at once; market orders go as far. Scope: instrument. */
    TAKING_BAND_PPM(46),
    /** Largest distance of a limit from the mark on the side that rests. Scope: instrument. */
    RESTING_BAND_PPM(47);

    private final int code;

    ParameterId(final int code) {
        this.code = code;
    }

    /** {@return value in the schema} */
    public int code() {
        return code;
    }

    private static final ParameterId[] BY_CODE = new ParameterId[64];

    static {
        for (final ParameterId value : values()) {
            BY_CODE[value.code] = value;
        }
    }

    /**
     * Looks a schema value up.
     *
     * @param code value in the schema.
     * @return what it names, or null when it names nothing.
     */
    public static ParameterId of(final int code) {
        return code >= 0 && code < BY_CODE.length ? BY_CODE[code] : null;
    }
}
