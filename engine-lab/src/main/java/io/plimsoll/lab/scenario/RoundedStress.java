package io.plimsoll.lab.scenario;

import io.plimsoll.config.scenario.StressSource;

/** Moves of the named events in whole per cents, for a set that is made without data. */
final class RoundedStress {
    private RoundedStress() {}

    static StressTable table() {
        final StressTable table = new StressTable();
        put(table, NamedEvent.MARCH_2020, "BTC", -47, 38);
        put(table, NamedEvent.MARCH_2020, "ETH", -48, 40);
        put(table, NamedEvent.MARCH_2020, "BNB", -51, 42);
        put(table, NamedEvent.MARCH_2020, "LINK", -53, 54);
        put(table, NamedEvent.MAY_2021, "BTC", -20, 19);
        put(table, NamedEvent.MAY_2021, "ETH", -34, 30);
        put(table, NamedEvent.MAY_2021, "BNB", -40, 35);
        put(table, NamedEvent.MAY_2021, "SOL", -21, 0);
        put(table, NamedEvent.MAY_2021, "DOGE", -43, 49);
        put(table, NamedEvent.MAY_2021, "LINK", -43, 32);
        put(table, NamedEvent.LUNA_2022, "BTC", -15, 13);
        put(table, NamedEvent.LUNA_2022, "ETH", -25, 15);
        put(table, NamedEvent.LUNA_2022, "BNB", -27, 33);
        put(table, NamedEvent.LUNA_2022, "SOL", -24, 0);
        put(table, NamedEvent.LUNA_2022, "DOGE", -32, 28);
        put(table, NamedEvent.LUNA_2022, "AVAX", -43, 27);
        put(table, NamedEvent.FTX_2022, "BTC", -16, 10);
        put(table, NamedEvent.FTX_2022, "ETH", -25, 14);
        put(table, NamedEvent.FTX_2022, "BNB", -23, 7);
        put(table, NamedEvent.FTX_2022, "SOL", -42, 25);
        put(table, NamedEvent.FTX_2022, "DOGE", -25, 3);
        put(table, NamedEvent.OCTOBER_2025, "BTC", -10, 4);
        put(table, NamedEvent.OCTOBER_2025, "ETH", -18, 9);
        put(table, NamedEvent.OCTOBER_2025, "BNB", -23, 20);
        put(table, NamedEvent.OCTOBER_2025, "SOL", -22, 10);
        put(table, NamedEvent.OCTOBER_2025, "DOGE", -33, 18);
        put(table, NamedEvent.OCTOBER_2025, "ADA", -44, 47);
        return table;
    }

    private static void put(
            final StressTable table, final NamedEvent event, final String symbol, final int down, final int up) {
        table.put(event, symbol, new Move(down / 100.0, up / 100.0, StressSource.ROUNDED));
    }
}
