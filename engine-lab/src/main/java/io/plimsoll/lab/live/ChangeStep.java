package io.plimsoll.lab.live;

/** What makes an account's figures change, in the order in which changes are attributed. */
public enum ChangeStep {
    /** Trades, deposits, withdrawals, transfers, and what they need to be booked: new instruments with their first price. */
    TRADES("trades and money"),
    /** The clock. */
    TIME("time"),
    /** Index and mark prices. */
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
