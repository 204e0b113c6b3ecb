package io.plimsoll.example;

/** The markets of the example, as {@code config/markets.yaml} defines them. A tick of a lot is worth 10 millionths of a USDC in both. */
enum Market {
    /** Bitcoin, by a tenth of a dollar. */
    BTC_PERP(1, 3, "BTC", 20_000, 10, 60_000),
    /** Ether, by a hundredth of a dollar. */
    ETH_PERP(2, 4, "ETH", 25_000, 100, 3_000);

    /** What one tick of one lot is worth, in millionths of a USDC. */
    static final long TICK_VALUE = 10;

    private final int instrument;
    private final int asset;
    private final String coin;
    private final int initialPpm;
    private final long ticksPerDollar;
    private final long dollars;

    Market(
            final int instrument,
            final int asset,
            final String coin,
            final int initialPpm,
            final long ticksPerDollar,
            final long dollars) {
        this.instrument = instrument;
        this.asset = asset;
        this.coin = coin;
        this.initialPpm = initialPpm;
        this.ticksPerDollar = ticksPerDollar;
        this.dollars = dollars;
    }

    /** Id of the instrument, and of its table of margin tiers. */
    int instrument() {
        return instrument;
    }

    /** Id of the coin that it is about. */
    int asset() {
        return asset;
    }

    String coin() {
        return coin;
    }

    /** Initial margin of small positions, in millionths of their notional. */
    int initialPpm() {
        return initialPpm;
    }

    /** Price of the coin when the day begins. */
    long dollars() {
        return dollars;
    }

    /** The same in ticks. */
    long firstMark() {
        return dollars * ticksPerDollar;
    }
}
