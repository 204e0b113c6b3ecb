package io.plimsoll.config;

import java.util.List;

/** Names of the documents that ship with Plimsoll. */
public final class Shipped {
    /** The scenario sets, the default first. */
    public static final List<String> SCENARIO_SETS = List.of("plimsoll", "pmrm2", "deribit", "okx", "span");

    /** The margin models, the default first. */
    public static final List<String> MODELS = List.of(
            "plimsoll",
            "pmrm2",
            "deribit",
            "okx",
            "span",
            "standard",
            "tiered-binance",
            "tiered-drift",
            "tiered-dydx",
            "tiered-hyperliquid",
            "tiered-mango",
            "tiered-synthetix",
            "tiered-vega",
            "by-side");

    private Shipped() {}
}
