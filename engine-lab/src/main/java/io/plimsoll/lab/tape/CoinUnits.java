package io.plimsoll.lab.tape;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Finds the smallest steps of every coin from all its prices and sizes. */
final class CoinUnits {
    private static final class Span {
        private int priceDecimals;
        private int lotDecimals;
        private Decimal highest;
    }

    private final Map<String, Span> spans = new TreeMap<>();

    void see(final String coin, final Decimal price, final Decimal size) {
        final Span span = spans.computeIfAbsent(coin, c -> new Span());
        span.priceDecimals = Math.max(span.priceDecimals, price.scale());
        span.lotDecimals = Math.max(span.lotDecimals, size.scale());
        seeMark(span, price);
    }

    /** A price from elsewhere: it counts for the largest price, not for the steps; it will be rounded to the nearest tick. */
    void seeMark(final String coin, final Decimal price) {
        seeMark(spans.get(coin), price);
    }

    private static void seeMark(final Span span, final Decimal price) {
        if (span.highest == null || isAbove(price, span.highest)) {
            span.highest = price;
        }
    }

    private static boolean isAbove(final Decimal a, final Decimal b) {
        return java.math.BigDecimal.valueOf(a.unscaled(), a.scale())
                        .compareTo(java.math.BigDecimal.valueOf(b.unscaled(), b.scale()))
                > 0;
    }

    /** Coins by name, in order of their names. */
    List<Coin> coins() {
        final List<Coin> coins = new ArrayList<>();
        spans.forEach((name, span) -> coins.add(
                new Coin(name, span.priceDecimals, span.lotDecimals, span.highest.unitsRounded(span.priceDecimals))));
        return coins;
    }

    static Map<String, Integer> indexByName(final List<Coin> coins) {
        final Map<String, Integer> index = new LinkedHashMap<>();
        for (final Coin coin : coins) {
            index.put(coin.name(), index.size());
        }
        return index;
    }
}
