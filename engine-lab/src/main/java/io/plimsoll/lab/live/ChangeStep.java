package io.plimsoll.lab.live;

/** What makes an account's figures change, in the order in which changes are attributed. */
public enum ChangeStep {
    /**
     * Trades, deposits, withdrawals, transfers, delistings, and what they need to be booked: new instruments with their first
     * price and first funding terms, and new tick sizes.
     */
    TRADES("trades and money"),
    /** The clock, and what its time has come for: settlement, interest, funding at the last premium. */
    TIME("time"),
    /** Index and mark prices, redemption rates, premiums of perpetuals. */
    PRICES("prices"),
    /** Surfaces and fixes of volatility. */
    VOLATILITIES("volatilities"),
    /** Parameters, haircuts, tiers, scenario sets and margin models. */
    PARAMETERS("parameters");

    private final String label;

    ChangeStep(final String label) {
        this.label = label;
    }

    /** {@return what it is called} */
    public String label() {
        return label;
    }
}
