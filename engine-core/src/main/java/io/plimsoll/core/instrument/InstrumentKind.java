package io.plimsoll.core.instrument;

/** Contract type. Mirrored in the schema. */
public enum InstrumentKind {
    /** Spot pair: a trade moves two balances, no position remains. */
    SPOT(1),
    /** Perpetual, linear in price. */
    LINEAR_PERPETUAL(2),
    /** Perpetual whose lots are worth a fixed amount of the quote currency and settle in the coin. */
    INVERSE_PERPETUAL(3),
    /** Dated, linear in price. */
    LINEAR_FUTURE(4),
    /** Dated, inverse. */
    INVERSE_FUTURE(5),
    /** European option, settled in any asset. */
    OPTION(6);

    private final int code;

    InstrumentKind(final int code) {
        this.code = code;
    }

    /** {@return value in the schema} */
    public int code() {
        return code;
    }

    /**
     * Looks a value of the schema up.
     *
     * @param code to look up.
     * @return the kind, or null when there is none.
     */
    public static InstrumentKind of(final int code) {
        for (final InstrumentKind kind : values()) {
            if (kind.code == code) {
                return kind;
            }
        }
        return null;
    }

    /** {@return whether a lot's value in the settlement asset falls when the price rises} */
    public boolean isInverse() {
        return this == INVERSE_PERPETUAL || this == INVERSE_FUTURE;
    }

    /** {@return whether it expires} */
    public boolean isDated() {
        return this == LINEAR_FUTURE || this == INVERSE_FUTURE || this == OPTION;
    }

    /** {@return whether it never expires and may pay funding} */
    public boolean isPerpetual() {
        return this == LINEAR_PERPETUAL || this == INVERSE_PERPETUAL;
    }

    /** {@return whether its terms name a lot size in the underlying} */
    public boolean hasLotSize() {
        return this == SPOT || this == OPTION;
    }

    /** {@return whether its prices may be below zero, where its terms say so} */
    public boolean mayHaveNegativePrices() {
        return this == LINEAR_PERPETUAL || this == LINEAR_FUTURE;
    }
}
