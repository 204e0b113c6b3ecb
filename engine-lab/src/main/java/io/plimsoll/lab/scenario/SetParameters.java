package io.plimsoll.lab.scenario;

/** Rules, classes and grid that a new set begins with. */
final class SetParameters {
    /** Parts of the file that do not depend on data. */
    static final String RULES_AND_CLASSES = """
            # How volatilities move: x (30 d / max(T, dte-floor-days))^p, p = short-power up to 30 days, long-power beyond.
            # Skew: a volatility x (1 + clamp(k c / k*, -c, c)), c = cap + cbase sqrt(t), t in years, k = ln(K/F) or |ln(K/F)|,
            # k* = max(min-k-star, sqrt(t) x width-scale x (vol-static + vol-scale sqrt(t))).
            volatility-rules:
              standard:
                range-up: 50 %
                range-down: 30 %
                short-power: 0.3
                long-power: 0.13
                dte-floor-days: 1
                min-vol-up: 45 %                  # a volatility that moves up is at least this
                max-vol: 300 %
                skew:
                  linear:   { cap: 0.25, cbase: -0.1 }
                  absolute: { cap: 0.25, cbase: -0.1 }
                  min-k-star: 0.01
                  width-scale: 4
                  vol-static: 0.6
                  vol-scale: 0
              stock-index:
                range-up: 80 %
                range-down: 30 %
                short-power: 0.3
                long-power: 0.13
                dte-floor-days: 1
                min-vol-up: 45 %
                max-vol: 300 %
                skew:
                  linear:   { cap: 0.25, cbase: -0.1 }
                  absolute: { cap: 0.25, cbase: -0.1 }
                  min-k-star: 0.01
                  width-scale: 4
                  vol-static: 0.6
                  vol-scale: 0

            # group: classes of one group are taken to move together; range: how far the grid moves a price, up and down
            classes:
              btc:   { group: coins,      range: 16 %, volatility: standard }
              eth:   { group: coins,      range: 20 %, volatility: standard }
              large: { group: coins,      range: 25 %, volatility: standard }
              other: { group: coins,      range: 40 %, volatility: standard }
              index: { group: indices,    range: 8 %,  volatility: stock-index }
              fx:    { group: currencies, range: 4 %,  volatility: standard }
            """;

    private static final String[] POINTS = {"-100 %", "-75 %", "-50 %", "-25 %", "0 %", "25 %", "50 %", "75 %", "100 %"
    };
    private static final String[] MOVES = {"down", "none", "up"};
    private static final String[] TAILS = {"-66 %", "-33 %", "50 %", "100 %", "200 %", "300 %", "400 %", "500 %"};

    private SetParameters() {}

    static String grid() {
        final StringBuilder text = new StringBuilder("""

                # One underlying moves. price: a share of the range of its class, or of spot. damping: the P&L counts x
                # min(1, damping x range / |move|). hours: time that passes.
                grid:
                  scenarios:
                """);
        for (final String point : POINTS) {
            for (final String move : MOVES) {
                text.append("    - { price: " + point + ", of: range, volatility: " + move + " }\n");
            }
        }
        for (final String tail : TAILS) {
            text.append("    - { price: " + tail + ", of: spot, volatility: none, damping: 77 % }\n");
        }
        text.append("    - { volatility: linear }\n    - { volatility: absolute }\n");
        text.append("    - { volatility: none, hours: 24 }\n");
        return text.toString();
    }
}
