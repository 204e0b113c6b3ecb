package io.plimsoll.lab.live;

import io.plimsoll.lab.whatif.Preset;

/**
 * Three accounts in a market of BTC and ETH, margined by the default model: 1 in portfolio mode with perpetuals, options of two
 * expiries, BTC and a perpetual on an asset that is in no scenario set; 2 in portfolio mode on the other side of all; 3 in cross
 * mode.
 */
final class LiveWorld {
    static final long DECEMBER_NS = 1_766_736_000_000_000_000L;
    static final long JUNE_NS = 1_782_460_800_000_000_000L;
    static final int BTC_PERP = 1;
    static final int ETH_PERP = 2;
    static final int DECEMBER_PUT = 3;
    static final int DECEMBER_CALL = 4;
    static final int JUNE_CALL = 5;
    static final int TOY_PERP = 6;

    private LiveWorld() {}

    /** All rows are there. */
    static LivePortfolio with(final Preset preset) {
        final LivePortfolio live = new LivePortfolio();
        live.send(
                "DefineAsset asset=4 symbol=TOY scale=8 haircut=400000 initialHaircut=200000 liability=400000 stable=NO");
        live.price(2, 60_000);
        live.price(3, 3_000);
        live.price(4, 50);
        list(live);
        live.load(preset, preset.model().version());
        live.account(1, 100_000);
        live.account(2, 1_000_000);
        live.send("DefineGroup group=3");
        live.send("DefineAccount account=3 group=3 mode=CROSS");
        live.send("Deposit account=3 asset=1 amount=500000000000");
        live.send("Deposit account=1 asset=2 amount=50000000");
        live.work();
        trade(live);
        live.mark(BTC_PERP, 60_100);
        live.work();
        return live;
    }

    private static void list(final LivePortfolio live) {
        live.perpetual(BTC_PERP, 2);
        live.perpetual(ETH_PERP, 3);
        live.option(DECEMBER_PUT, "BTC-DEC-55000-P", DECEMBER_NS, 55_000);
        live.option(DECEMBER_CALL, "BTC-DEC-65000-C", DECEMBER_NS, 65_000);
        live.option(JUNE_CALL, "BTC-JUN-70000-C", JUNE_NS, 70_000);
        live.perpetual(TOY_PERP, 4);
        live.mark(BTC_PERP, 60_000);
        live.mark(ETH_PERP, 3_000);
        live.mark(TOY_PERP, 50);
        live.svi(DECEMBER_NS, 60_000, 60_150);
        live.points(JUNE_NS, 60_000, 61_300);
    }

    private static void trade(final LivePortfolio live) {
        live.trade(1, BTC_PERP, 5_950_000, 100, 1, 2);
        live.trade(2, ETH_PERP, 301_000, 2_000, 2, 1);
        live.trade(3, DECEMBER_PUT, 90_000, 200, 2, 1);
        live.trade(4, DECEMBER_CALL, 95_000, 150, 1, 2);
        live.trade(5, JUNE_CALL, 520_000, 50, 2, 1);
        live.trade(6, TOY_PERP, 5_100, 40_000, 1, 2);
        live.trade(7, BTC_PERP, 5_990_000, 300, 3, 2);
    }
}
