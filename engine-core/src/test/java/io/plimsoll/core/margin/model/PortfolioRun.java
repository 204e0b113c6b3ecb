package io.plimsoll.core.margin.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.core.EngineDriver;
import io.plimsoll.core.engine.Limits;
import io.plimsoll.core.fixed.Rate;
import io.plimsoll.core.fixed.Words;
import io.plimsoll.core.instrument.Instrument;
import io.plimsoll.core.market.SettlementBook;
import java.util.Random;
import java.util.function.IntFunction;

/** A long random run of accounts in portfolio mode: after every command the engine and the slow twin agree on every
 * account, its orders included. */
public final class PortfolioRun {
    private static final int ACCOUNTS = 5;

    /** So many accounts begin with coins, the others with none. */
    private static final int WITH_COINS = 2;

    /** From here on an asset that accounts hold by then is a claim. */
    private static final int CLAIM_FROM = 400;

    private final EngineDriver driver = new EngineDriver(new Limits(8, 8, 8, 16, 16, 16, 16, 64, 8, 8_192));
    private final LiveTwin twin = new LiveTwin(driver.engine());
    private final long seed;
    private final IntFunction<Words> sets;
    private final LiveMarket market;
    private long trades;
    private long orders;
    private int documents = 1;
    private int modelVersion = 1;
    private int modelChanges;

    /** With scenario sets by their version, and a model. */
    public PortfolioRun(final long seed, final IntFunction<Words> sets, final MarginModel model) {
        this.seed = seed;
        this.sets = sets;
        this.market = new LiveMarket(driver, sets.apply(1), model, ACCOUNTS, ACCOUNTS);
        market.listSpot(WITH_COINS);
        send("DefineFeeSchedule schedule=1 maker=-100 taker=450");
        send("FeeScheduleAssign account=1 schedule=1");
        send("ParameterChange parameter=COLLATERAL_CAP scope=2 value=100000000");
        send("ParameterChange parameter=BORROW_ACCOUNT_MAX scope=1 value=1000000000");
        send("ParameterChange parameter=BORROW_ACCOUNT_MAX scope=3 value=900000");
    }

    /** How often an account was given another model. */
    int modelChanges() {
        return modelChanges;
    }

    void loadModel(final int id, final int version, final MarginModel model) {
        LiveSet.load(
                driver, "DefineDocumentPart kind=MARGIN_MODEL id=" + id + " version=" + version, LiveSet.model(model));
    }

    /** Ends with the settlement of all that is dated, and with a replay to the same hash. */
    public void run(final int commands) {
        final Random random = new Random(seed);
        haircuts(random);
        send("DefineAsset asset=4 symbol=STETH scale=7 haircut=200000 initialHaircut=50000 liability=100000 stable=NO");
        for (int i = 0; i < commands; i++) {
            final String command = i == CLAIM_FROM ? claim() : step(random);
            for (long id = 1; id <= ACCOUNTS; id++) {
                twin.assertAgree(id, "seed " + seed + ", command " + i + ": " + command);
            }
        }
        assertThat(twin.withOrders())
                .as("requirements with orders, seed " + seed)
                .isGreaterThan(commands);
        expire("seed " + seed);
        assertThat(driver.host("Checkpoint")).isEqualTo("OK");
        assertThat(driver.replay().engine().stateHash())
                .isEqualTo(driver.engine().stateHash());
    }

    /** All that is dated settles, in slices; after each the engine and its twin agree. */
    private void expire(final String what) {
        driver.advance(LiveMarket.EXPIRY_NS - driver.timeNs());
        driver.host("Tick");
        final SettlementBook book = driver.engine().state().settlement();
        int commands = 0;
        while (book.nextDueNs() <= driver.timeNs()) {
            goOn();
            commands++;
            for (long id = 1; id <= ACCOUNTS; id++) {
                twin.assertAgree(id, what + ", settled " + commands);
            }
        }
        assertThat(commands).isPositive();
        for (int i = 0; i < driver.engine().state().instruments().count(); i++) {
            final Instrument instrument = driver.engine().state().instruments().at(i);
            assertThat(book.isBegun(instrument)).isEqualTo(instrument.kind().isDated());
            assertThat(book.isBegun(instrument)
                            && driver.engine()
                                            .state()
                                            .accounts()
                                            .holdersOf(instrument)
                                            .count()
                                    > 0)
                    .isFalse();
        }
    }

    private String step(final Random random) {
        final int kind = random.nextInt(100);
        driver.advance(random.nextInt(20) == 0 ? 400_000_000_000L : 1_000_000L);
        if (kind < 14) {
            return move(kind < 8 ? "Deposit" : "WithdrawalRequest", random);
        }
        if (kind < 24) {
            return price(random);
        }
        if (kind < 29) {
            return surface(random);
        }
        if (kind < 36) {
            return rare(kind, random);
        }
        if (kind < 48) {
            return kind < 46 ? order(random) : cancel(random);
        }
        return kind < 72 ? trade(random) : goOn();
    }

    private String rare(final int kind, final Random random) {
        if (kind == 29) {
            driver.host("VolatilityFix");
            return "VolatilityFix";
        }
        if (kind == 30) {
            final String command = "RedemptionRate asset=4 rate=" + (950 + random.nextInt(150)) + "000000000000";
            driver.send(command);
            return command;
        }
        if (kind == 31) {
            return random.nextInt(8) == 0 ? another() : trade(random);
        }
        if ((kind == 33 || kind == 34) && driver.engine().state().risk().modelVersion(2) != 0) {
            return random.nextInt(32) == 0 ? anotherModel() : changeModel(random);
        }
        return kind == 35 ? haircuts(random) : changeMode(random);
    }

    private String claim() {
        final String command = "DefineClaim asset=4 underlying=3 step=100000";
        send(command);
        send("RedemptionRate asset=4 rate=1000000000000000");
        return command;
    }

    private String goOn() {
        driver.host("Continue");
        return "Continue";
    }

    /** A refused change must leave no trace, and sums of an account that comes back are made anew. */
    private String changeMode(final Random random) {
        final String command = "ModeChange account=" + (1 + random.nextInt(ACCOUNTS)) + " mode="
                + (random.nextInt(4) == 0 ? "CROSS" : "PORTFOLIO");
        driver.send(command);
        return command;
    }

    private String changeModel(final Random random) {
        final String command =
                "ModelChange account=" + (1 + random.nextInt(ACCOUNTS)) + " model=" + (1 + random.nextInt(3));
        modelChanges += driver.send(command).startsWith("OK (") ? 1 : 0;
        return command;
    }

    private String anotherModel() {
        modelVersion++;
        loadModel(2, modelVersion, LiveMarket.model(modelVersion, modelVersion % 2 == 0));
        return "another version of model 2";
    }

    /** Tiers that deposits of a few thousand reach. */
    private String haircuts(final Random random) {
        final StringBuilder tiers = new StringBuilder("0:50000:50000");
        long from = 0;
        for (int i = 1; i <= random.nextInt(4); i++) {
            from += 1 + random.nextInt(2_000_000_000);
            tiers.append(',')
                    .append(from)
                    .append(':')
                    .append(50_000 + 60_000 * i)
                    .append(":40000");
        }
        final String command = "DefineHaircuts asset=" + (2 + random.nextInt(3)) + " liability=100000 tiers=" + tiers;
        send(command);
        return command;
    }

    private String another() {
        documents++;
        LiveSet.load(driver, "DefineDocumentPart kind=SCENARIO_SET version=" + documents, sets.apply(documents));
        return "another scenario set";
    }

    private String move(final String what, final Random random) {
        final int asset = 1 + random.nextInt(4);
        final String command = what + " account=" + (1 + random.nextInt(ACCOUNTS)) + " asset=" + asset + " amount="
                + (1 + random.nextInt(asset == 2 ? 9_000_000 : 300_000_000));
        driver.send(command);
        return command;
    }

    private String price(final Random random) {
        final int asset = 2 + random.nextInt(2);
        market.index(
                asset,
                Math.max(100, market.index(asset) * (970 + random.nextInt(61)) / 1_000),
                random.nextInt(1_000_000));
        final int instrument = 1 + random.nextInt(4);
        final String command = "MarkPrice instrument=" + instrument + " price=" + market.mark(instrument);
        send(command);
        return command;
    }

    private String surface(final Random random) {
        final int asset = 2 + random.nextInt(2);
        final long price = market.index(asset) * LiveMarket.DOLLAR;
        final Words points = LiveSet.surface(
                LiveMarket.EXPIRY_NS,
                driver.timeNs(),
                price,
                price / 100 * (99 + random.nextInt(4)),
                Rate.ONE / 100 * (40 + random.nextInt(60)));
        LiveSet.load(driver, "SurfacePart asset=" + asset, points);
        return "a surface of asset " + asset;
    }

    private String trade(final Random random) {
        final int instrument = 1 + random.nextInt(10);
        final long buyer = 1L + random.nextInt(ACCOUNTS);
        final long seller = 1L + random.nextInt(ACCOUNTS);
        final long lots = 1L + random.nextInt(random.nextInt(10) == 0 ? 300 : 20);
        final String command = "Trade id=" + ++trades + " instrument=" + instrument + " price="
                + (market.mark(instrument) + random.nextInt(5)) + " lots=" + lots + " buy=" + buyer + " sell=" + seller;
        send(command);
        return command;
    }

    private String order(final Random random) {
        final int instrument = 1 + random.nextInt(10);
        final String command = "OrderPlace account=" + (1 + random.nextInt(ACCOUNTS)) + " instrument=" + instrument
                + " order=" + ++orders + " lots=" + (1 + random.nextInt(20)) + " limit="
                + Math.max(1, market.mark(instrument) + random.nextInt(9) - 4) + " side="
                + (random.nextBoolean() ? "BUY" : "SELL");
        driver.send(command);
        return command;
    }

    private String cancel(final Random random) {
        final String command = "OrdersCancel account=" + (1 + random.nextInt(ACCOUNTS));
        driver.send(command);
        return command;
    }

    private void send(final String command) {
        assertThat(driver.send(command)).as(command).isEqualTo("OK");
    }
}
