package io.plimsoll.lab.scenario;

import java.util.List;
import java.util.Map;

/** The class of each underlying, as the design of the default set has them. */
public final class Classes {
    private static final String LARGE = "large";
    private static final String INDEX = "index";
    private static final String FX = "fx";

    private static final Map<String, String> BY_SYMBOL = Map.ofEntries(
            Map.entry("BTC", "btc"),
            Map.entry("ETH", "eth"),
            Map.entry("SOL", LARGE),
            Map.entry("XRP", LARGE),
            Map.entry("BNB", LARGE),
            Map.entry("ADA", LARGE),
            Map.entry("DOGE", LARGE),
            Map.entry("LINK", LARGE),
            Map.entry("LTC", LARGE),
            Map.entry("AVAX", LARGE),
            Map.entry("TRX", LARGE),
            Map.entry("SP500", INDEX),
            Map.entry("SPY", INDEX),
            Map.entry("EURUSD", FX),
            Map.entry("USDJPY", FX));

    private Classes() {}

    /**
     * The class of an underlying.
     *
     * @param symbol of it.
     * @return name of its class; {@code other} for a symbol that is not listed.
     */
    public static String of(final String symbol) {
        return BY_SYMBOL.getOrDefault(symbol, "other");
    }

    /**
     * Whether an underlying is a coin.
     *
     * @param symbol of it.
     * @return false for a stock index and a currency.
     */
    public static boolean isCoin(final String symbol) {
        return !of(symbol).equals(INDEX) && !of(symbol).equals(FX);
    }

    /** The symbols of a list that are of a class. */
    static List<String> among(final List<String> symbols, final String name) {
        return symbols.stream().filter(symbol -> of(symbol).equals(name)).toList();
    }
}
