package io.plimsoll.core.engine;

/** What a source may send. Mirrored in the schema. */
public enum Role {
    /** The engine's own host: time, checkpoints, first definitions. */
    HOST(0),
    /** Definitions, parameters, halts; and everything the others may send. */
    ADMIN(1),
    /** Trades and orders. */
    MATCHING(2),
    /** Index and mark prices. */
    PRICES(3),
    /** Deposits, withdrawals, transfers. */
    LEDGER(4);

    private final int code;

    Role(final int code) {
        this.code = code;
    }

    /** {@return value in the schema} */
    public int code() {
        return code;
    }

    /**
     * Whether a source of this role may send a command.
     *
     * @param family of the command.
     * @return true when it may.
     */
    public boolean maySend(final CommandFamily family) {
        return switch (this) {
            case HOST, ADMIN -> true;
            case MATCHING -> family == CommandFamily.TRADING;
            case PRICES -> family == CommandFamily.PRICES;
            case LEDGER -> family == CommandFamily.MONEY;
        };
    }
}
