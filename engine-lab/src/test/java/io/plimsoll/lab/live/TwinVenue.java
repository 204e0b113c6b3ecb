package io.plimsoll.lab.live;

import io.plimsoll.core.account.Account;
import io.plimsoll.core.engine.EngineState;
import io.plimsoll.core.engine.MarginEngine;
import io.plimsoll.core.instrument.Instrument;
import io.plimsoll.core.margin.model.MarginModel;
import io.plimsoll.core.risk.RiskInstrument;
import io.plimsoll.core.risk.RiskRegime;
import io.plimsoll.lab.whatif.Preset;
import java.util.ArrayList;
import java.util.List;

/**
 * A venue with contracts of every kind on BTC and ETH, and with one on SOL where the scenario set knows it: perpetuals in two
 * currencies and in coin, futures of two expiries, options of three expiries of either style and either settlement, and a coin with
 * tiers of haircuts. Funding is due, the price of ETH is doubtful, volumes are known. Rows are the engine's own.
 */
final class TwinVenue {
    private static final long MARCH_NS = 1_774_598_400_000_000_000L;
    private static final int BTC = 2;
    private static final int ETH = 3;
    private static final int SOL = 5;
    private static final long SECOND_TIER = 500_000_000_000L;
    private static final String TIERS = " positionLotsMax=100000 tierTable=1";
    private static final String MOST = " priceTicksMax=100000000" + TIERS;

    private final LivePortfolio live = new LivePortfolio();
    private int instruments;

    TwinVenue(final Preset preset) {
        live.send("DefineAsset asset=4 symbol=USDT scale=6 haircut=0 initialHaircut=5000 liability=0 stable=YES");
        live.send(
                "DefineAsset asset=5 symbol=SOL scale=9 haircut=150000 initialHaircut=100000 liability=50000 stable=NO");
        live.send("DefineHaircuts asset=2 liability=50000 tiers=0:50000:50000," + SECOND_TIER + ":120000:50000");
        live.price(BTC, 60_000);
        live.price(ETH, 3_000);
        // 95 cents: below the peg of the models.
        live.send("IndexPrice asset=4 price=9500000000");
        live.price(SOL, 150);
        contracts();
        options();
        spot();
        figures();
        live.load(preset, preset.model().version());
        live.account(1, 1_000_000);
        live.account(2, 1_000_000);
        live.send("Deposit account=1 asset=2 amount=50000000000");
        live.trade(1, 4, 15_000, 80_000, 1, 2);
        live.work();
    }

    private void contracts() {
        final String december = " window=1800000000000 expiry=" + LiveWorld.DECEMBER_NS;
        final String june = " window=1800000000000 expiry=" + LiveWorld.JUNE_NS;
        contract("underlying=2 settlement=1 tickValue=100", 60_000);
        contract("underlying=2 settlement=4 tickValue=100", 60_000);
        contract("underlying=3 settlement=1 tickValue=100", 3_000);
        contract("underlying=5 settlement=1 tickValue=1000000 priceTicksMax=100000", 150);
        contract("underlying=2 settlement=1 tickValue=100 kind=LINEAR_FUTURE" + december, 60_150);
        contract("underlying=2 settlement=1 tickValue=100 kind=LINEAR_FUTURE" + june, 61_300);
        contract("underlying=3 settlement=4 tickValue=100 kind=LINEAR_FUTURE" + june, 3_060);
        final String inverse =
                "underlying=2 settlement=2 tickValue=1000000000000 contractValue=100000000 priceTicksMin=1000";
        contract(inverse + " kind=INVERSE_PERPETUAL", 60_000);
        contract(inverse + " kind=INVERSE_FUTURE" + june, 61_300);
    }

    private void contract(final String terms, final long dollars) {
        final int id = ++instruments;
        live.send("DefineInstrument instrument=" + id + " symbol=C" + id + " " + terms
                + (terms.contains("priceTicksMax") ? TIERS : MOST));
        live.mark(id, dollars);
    }

    private void options() {
        final long[] expiries = {LiveWorld.DECEMBER_NS, MARCH_NS, LiveWorld.JUNE_NS};
        for (int e = 0; e < expiries.length; e++) {
            final boolean isPremium = e != 1;
            for (final long percent : new long[] {85, 100, 120}) {
                option(BTC, e == 2 ? BTC : 1, 600 * percent, expiries[e], isPremium);
                option(ETH, 1, 30 * percent, expiries[e], isPremium);
            }
            surface(BTC, 60_000, 60_150 + 500 * e, expiries[e]);
            surface(ETH, 3_000, 3_010 + 25 * e, expiries[e]);
        }
    }

    /** A call and a put on a hundredth of a coin. */
    private void option(
            final int asset, final int settlement, final long strike, final long expiryNs, final boolean isPremium) {
        for (final String side : List.of("CALL", "PUT")) {
            final int id = ++instruments;
            live.send("DefineInstrument instrument=" + id + " symbol=O" + id + " underlying=" + asset + " settlement="
                    + settlement
                    + " tickValue=100 kind=OPTION lotSize=1000000 priceTicksMin=0 window=1800000000000 expiry="
                    + expiryNs + " strike=" + strike * 10_000_000_000L + " side=" + side + " premium="
                    + (isPremium ? "PREMIUM" : "FUTURES") + MOST);
        }
    }

    private void surface(final int asset, final long index, final long forward, final long expiryNs) {
        live.send("SurfacePart asset=" + asset + " words=" + expiryNs + "," + index * 10_000_000_000L + ","
                + forward * 10_000_000_000L + ",40000000000000," + (expiryNs - LivePortfolio.START_NS)
                + ",1,10000000000000,30000000000000,-300000000000000,0,150000000000000");
    }

    private void spot() {
        contract("underlying=2 settlement=1 tickValue=100 kind=SPOT lotSize=1000000", 60_000);
        contract("underlying=3 settlement=1 tickValue=100 kind=SPOT lotSize=1000000", 3_000);
        contract("underlying=3 settlement=2 tickValue=1 kind=SPOT lotSize=1000000", 500);
    }

    /** Fees, a cap on a coin, and coins and money that may be borrowed. */
    void terms() {
        live.send("ParameterChange parameter=COLLATERAL_CAP scope=2 value=40000000000");
        feesAndLoans();
    }

    void feesAndLoans() {
        live.send("DefineFeeSchedule schedule=1 maker=-100 taker=450");
        live.send("FeeScheduleAssign account=1 schedule=1");
        live.send("ParameterChange parameter=BORROW_ACCOUNT_MAX scope=1 value=1000000000000");
        live.send("ParameterChange parameter=BORROW_ACCOUNT_MAX scope=3 value=1000000000");
    }

    /** Both accounts have a billion dollars, the trader some coins of each, and the other so many that it never comes to owe any. */
    void fund(final int bitcoins, final int ethers) {
        deposit(1, bitcoins, ethers);
        deposit(2, 3_000, 1_000);
    }

    private void deposit(final int account, final int bitcoins, final int ethers) {
        live.send("Deposit account=" + account + " asset=1 amount=1000000000000000");
        live.send("Deposit account=" + account + " asset=2 amount=" + bitcoins * 100_000_000L);
        live.send("Deposit account=" + account + " asset=3 amount=" + ethers * 100_000_000L);
    }

    /** Account 1 trades with account 2 at the mark. */
    void trade(final long id, final Instrument instrument, final long signedLots) {
        trade(id, instrument, signedLots, Math.max(1, state().prices().markTicks(instrument)));
    }

    void trade(final long id, final Instrument instrument, final long signedLots, final long price) {
        final boolean buys = signedLots > 0;
        live.trade(id, instrument.id(), price, Math.abs(signedLots), buys ? 1 : 2, buys ? 2 : 1);
    }

    Account trader() {
        return live.of(1);
    }

    MarginEngine engine() {
        return live.driver().engine();
    }

    private void figures() {
        live.send("ParameterChange parameter=DAILY_VOLUME scope=2 value=3000000000000");
        live.send("ParameterChange parameter=DAILY_VOLUME scope=3 value=40000000000");
        live.send("ParameterChange parameter=INDEX_CONFIDENCE scope=3 value=400000");
        live.send("DefineFunding instrument=1 interval=0 period=28800000000000");
        live.send("DefineFunding instrument=3 interval=0 period=28800000000000");
        live.send("PremiumSample instrument=1 premium=1000000000000 index=60000");
        live.send("PremiumSample instrument=3 premium=-700000000000 index=3000");
    }

    /** Prices move and time passes; all rows are made anew. */
    void move(final int perMille) {
        live.driver().advance(LivePortfolio.HOUR_NS);
        live.price(BTC, 60_000 + 60L * perMille);
        live.price(ETH, 3_000 - 3L * perMille);
        live.send("Revalue asset=2");
        live.send("Revalue asset=3");
        live.work();
    }

    private EngineState state() {
        return live.driver().engine().state();
    }

    RiskRegime regime() {
        return state().risk().inUse().regime();
    }

    MarginModel model() {
        final Account account = live.of(1);
        return state().risk().inUse().of(account).model();
    }

    /** Rows of all contracts that have one, then of coins as they are held and as they are owed. */
    List<RiskInstrument> rows() {
        final List<RiskInstrument> rows = new ArrayList<>();
        for (int i = 0; i < state().instruments().count(); i++) {
            final Instrument instrument = state().instruments().at(i);
            if (regime().row(instrument) != null) {
                rows.add(regime().row(instrument));
            }
        }
        for (int c = 0; c < regime().coins().count(); c++) {
            if (regime().coins().asset(c) != null) {
                rows.add(regime().coins().row(c, false));
            }
        }
        return rows;
    }
}
