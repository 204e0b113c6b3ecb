package io.plimsoll.lab.backtest;

import io.plimsoll.config.Nearest;
import io.plimsoll.lab.scenario.Classes;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * The books of the backtest. Each is put up anew every day; its notional is the dollars of one side, {@link #NOTIONAL}. The basket
 * is all coins with 500 days of prices, in equal parts; it changes as coins come and go.
 */
public enum Book {
    /** One coin. */
    LONG_BTC("long BTC perpetual") {
        @Override
        List<Leg> legs(final List<String> symbols) {
            return List.of(new Leg(Instrument.perpetual(BTC), NOTIONAL));
        }
    },
    /** One coin, short. */
    SHORT_BTC("short BTC perpetual") {
        @Override
        List<Leg> legs(final List<String> symbols) {
            return List.of(new Leg(Instrument.perpetual(BTC), -NOTIONAL));
        }
    },
    /** All coins. */
    LONG_BASKET("long perpetuals of all coins, equal parts") {
        @Override
        List<Leg> legs(final List<String> symbols) {
            return basket(symbols, 1);
        }
    },
    /** All coins, short. */
    SHORT_BASKET("short perpetuals of all coins, equal parts") {
        @Override
        List<Leg> legs(final List<String> symbols) {
            return basket(symbols, -1);
        }
    },
    /** Two coins that move together. */
    BTC_ETH("long BTC, short ETH, one to one") {
        @Override
        List<Leg> legs(final List<String> symbols) {
            return List.of(new Leg(Instrument.perpetual(BTC), NOTIONAL), new Leg(Instrument.perpetual(ETH), -NOTIONAL));
        }
    },
    /** All coins but the two largest, hedged with the largest. */
    ALTS_BTC("long all coins but BTC and ETH in equal parts, short BTC") {
        @Override
        List<Leg> legs(final List<String> symbols) {
            final List<Leg> legs = new ArrayList<>(basket(
                    symbols.stream()
                            .filter(symbol -> !symbol.equals(BTC) && !symbol.equals(ETH))
                            .toList(),
                    1));
            if (!legs.isEmpty()) {
                legs.add(new Leg(
                        Instrument.perpetual(BTC),
                        -legs.stream().mapToLong(Leg::dollars).sum()));
            }
            return legs;
        }
    },
    /** A perpetual against a dated future. */
    CARRY("long BTC perpetual, short BTC future of 90 days") {
        @Override
        List<Leg> legs(final List<String> symbols) {
            return List.of(
                    new Leg(Instrument.perpetual(BTC), NOTIONAL), new Leg(Instrument.future(BTC, FAR), -NOTIONAL));
        }
    },
    /** Out-of-the-money options on both sides. */
    SHORT_STRANGLE("short BTC put and call of 30 days, one standard deviation away") {
        @Override
        List<Leg> legs(final List<String> symbols) {
            return List.of(
                    new Leg(Instrument.put(BTC, NEAR, -1), -NOTIONAL),
                    new Leg(Instrument.call(BTC, NEAR, 1), -NOTIONAL));
        }
    },
    /** At-the-money options on both sides. */
    SHORT_STRADDLE("short BTC put and call of 30 days, at the money") {
        @Override
        List<Leg> legs(final List<String> symbols) {
            return List.of(
                    new Leg(Instrument.put(BTC, NEAR, 0), -NOTIONAL),
                    new Leg(Instrument.call(BTC, NEAR, 0), -NOTIONAL));
        }
    },
    /** A put that is sold, with another below it that is bought. */
    SHORT_PUT_SPREAD("short BTC put half a deviation below, long one 1.5 below, 30 days") {
        @Override
        List<Leg> legs(final List<String> symbols) {
            return List.of(
                    new Leg(Instrument.put(BTC, NEAR, -0.5), -NOTIONAL),
                    new Leg(Instrument.put(BTC, NEAR, -1.5), NOTIONAL));
        }
    },
    /** A coin against a call that is sold. */
    COVERED_CALL("long BTC perpetual, short BTC call of 30 days, half a deviation above") {
        @Override
        List<Leg> legs(final List<String> symbols) {
            return List.of(
                    new Leg(Instrument.perpetual(BTC), NOTIONAL), new Leg(Instrument.call(BTC, NEAR, 0.5), -NOTIONAL));
        }
    },
    /** A stock index. */
    LONG_INDEX("long perpetual of the S&P 500, by SPY or the index itself") {
        @Override
        List<Leg> legs(final List<String> symbols) {
            return firstOf(symbols, INDICES);
        }
    },
    /** A currency. */
    LONG_FX("long perpetual of USDJPY") {
        @Override
        List<Leg> legs(final List<String> symbols) {
            return firstOf(symbols, List.of(FX));
        }
    };

    /** Dollars of one side of a book. */
    public static final long NOTIONAL = 1_000_000;

    static final String BTC = "BTC";
    static final String ETH = "ETH";
    static final String FX = "USDJPY";
    static final List<String> INDICES = List.of("SPY", "SP500");

    /** What books hold besides coins. */
    static final List<String> MARKETS = List.of("SPY", "SP500", FX);

    static final int NEAR = 30;
    static final int FAR = 90;

    private final String description;

    Book(final String description) {
        this.description = description;
    }

    /**
     * The positions on a day.
     *
     * @param symbols underlyings with enough days of prices, in their order.
     * @return positions; none when the book cannot be put up that day.
     */
    abstract List<Leg> legs(List<String> symbols);

    private static List<Leg> basket(final List<String> symbols, final int sign) {
        final List<String> coins = symbols.stream().filter(Classes::isCoin).toList();
        return coins.stream()
                .map(symbol -> new Leg(Instrument.perpetual(symbol), sign * (NOTIONAL / coins.size())))
                .toList();
    }

    /** A long position in the first of some underlyings that has enough prices. */
    private static List<Leg> firstOf(final List<String> symbols, final List<String> wanted) {
        return wanted.stream()
                .filter(symbols::contains)
                .limit(1)
                .map(symbol -> new Leg(Instrument.perpetual(symbol), NOTIONAL))
                .toList();
    }

    /** {@return name in files and on the command line, such as {@code long-btc}} */
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** {@return what it holds} */
    public String description() {
        return description;
    }

    /**
     * Finds books by name.
     *
     * @param names of books, or {@code all}.
     * @return the books in their own order.
     * @throws IllegalArgumentException naming what is no book.
     */
    public static List<Book> named(final List<String> names) {
        if (names.equals(List.of("all"))) {
            return List.of(values());
        }
        final List<String> ids = Arrays.stream(values()).map(Book::id).toList();
        for (final String name : names) {
            if (!ids.contains(name)) {
                throw new IllegalArgumentException("there is no book '" + name + "'; there are: all, "
                        + String.join(", ", ids) + Nearest.question(name, ids));
            }
        }
        return Arrays.stream(values()).filter(book -> names.contains(book.id())).toList();
    }
}
