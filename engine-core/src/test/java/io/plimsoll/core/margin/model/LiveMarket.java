package io.plimsoll.core.margin.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.core.EngineDriver;
import io.plimsoll.core.engine.EngineState;
import io.plimsoll.core.fixed.Rate;
import io.plimsoll.core.fixed.Words;
import io.plimsoll.core.risk.RiskKind;
import java.util.EnumSet;
import java.util.List;

/** Seven instruments of every kind on BTC and ETH, a scenario set, a model, and accounts in portfolio mode with some money. */
public final class LiveMarket {
    static final long DAY_NS = 86_400_000_000_000L;
    static final long EXPIRY_NS = 40 * DAY_NS;
    static final long DOLLAR = 10_000_000_000L;

    private static final List<Long> DISCOUNT =
            List.of(Rate.ONE * 95 / 100, Rate.ONE, Rate.ONE / 100, Rate.ONE * 104 / 100, Rate.ONE, Rate.ONE / 100);

    private final EngineDriver driver;
    private final long[] index = {0, 1, 20_000, 1_500};

    LiveMarket(final EngineDriver driver, final long seed, final boolean byExpiry, final int accounts) {
        this(driver, LiveSet.set(1, seed), model(1, byExpiry), accounts, accounts);
    }

    /** With other documents, and accounts in so many groups in turn. */
    LiveMarket(
            final EngineDriver driver, final Words set, final MarginModel model, final int accounts, final int groups) {
        this.driver = driver;
        driver.host("DefineSource newSource=1 window=16 role=ADMIN ordering=STRICT");
        send("DefineAsset asset=1 symbol=USDC scale=6 haircut=0 initialHaircut=0 liability=0 stable=YES");
        send("DefineAsset asset=2 symbol=BTC scale=8 haircut=50000 initialHaircut=50000 liability=100000 stable=NO");
        send("DefineTierTable table=1 tiers=0:20000:10000,250000000000:40000:20000");
        for (int asset = 1; asset <= 2; asset++) {
            send("IndexPrice asset=" + asset + " price=" + index[asset] * DOLLAR);
        }
        LiveSet.load(driver, "DefineDocumentPart kind=SCENARIO_SET version=1", set);
        LiveSet.load(driver, "DefineDocumentPart kind=MARGIN_MODEL version=1", LiveSet.model(model));
        // What comes after the set is taken up as well.
        send("DefineAsset asset=3 symbol=ETH scale=6 haircut=150000 initialHaircut=50000 liability=100000 stable=NO");
        send("IndexPrice asset=3 price=" + index[3] * DOLLAR);
        final String most = " tickValue=10000 priceTicksMax=10000000 positionLotsMax=10000 tierTable=1 settlement=1";
        final String dated = " expiry=" + EXPIRY_NS + " window=1800000000000";
        send("DefineInstrument instrument=1 symbol=BP underlying=2" + most);
        send("DefineInstrument instrument=2 symbol=EP underlying=3" + most);
        send("DefineInstrument instrument=3 symbol=BF underlying=2 kind=LINEAR_FUTURE" + dated + most);
        send(
                "DefineInstrument instrument=4 symbol=BI underlying=2 kind=INVERSE_PERPETUAL settlement=2 priceTicksMin=1000"
                        + " tickValue=20000000000 contractValue=100000000 priceTicksMax=10000000 positionLotsMax=100000 tierTable=1");
        final String option = dated + " kind=OPTION lotSize=1000000 priceTicksMin=0" + most;
        send("DefineInstrument instrument=5 symbol=BC underlying=2 strike=" + 21_000 * DOLLAR
                + " side=CALL premium=PREMIUM" + option);
        send("DefineInstrument instrument=6 symbol=BU underlying=2 strike=" + 19_000 * DOLLAR
                + " side=PUT premium=FUTURES" + option);
        send("DefineInstrument instrument=7 symbol=EC underlying=3 strike=" + 1_600 * DOLLAR
                + " side=CALL premium=PREMIUM" + option);
        for (int group = 1; group <= groups; group++) {
            send("DefineGroup group=" + group);
        }
        for (int id = 1; id <= accounts; id++) {
            send("DefineAccount account=" + id + " group=" + (1 + (id - 1) % groups) + " mode=PORTFOLIO");
            send("Deposit account=" + id + " asset=1 amount=5000000000");
        }
        for (int instrument = 1; instrument <= 7; instrument++) {
            send("MarkPrice instrument=" + instrument + " price=" + mark(instrument));
        }
    }

    /** Lists spot pairs 8, 9 and 10, BTC and ETH in USDC and ETH in BTC, and gives all accounts some of both coins. */
    void listSpot(final int accounts) {
        final String most = " kind=SPOT priceTicksMax=10000000 positionLotsMax=10000";
        send("DefineInstrument instrument=8 symbol=BS underlying=2 settlement=1 tickValue=10000 lotSize=1000000"
                + most);
        send("DefineInstrument instrument=9 symbol=ES underlying=3 settlement=1 tickValue=10000 lotSize=10000" + most);
        send("DefineInstrument instrument=10 symbol=EB underlying=3 settlement=2 tickValue=100 lotSize=10000" + most);
        for (int instrument = 8; instrument <= 10; instrument++) {
            send("MarkPrice instrument=" + instrument + " price=" + mark(instrument));
        }
        for (int id = 1; id <= accounts; id++) {
            send("Deposit account=" + id + " asset=2 amount=30000000");
            send("Deposit account=" + id + " asset=3 amount=3000000");
        }
    }

    /** Lists instrument 11, a call on BTC that is paid in BTC, a lot of it a hundredth. */
    void listPaidInCoin() {
        send(
                "DefineInstrument instrument=11 symbol=BB underlying=2 settlement=2 kind=OPTION lotSize=1000000 tickValue=100"
                        + " side=CALL premium=PREMIUM strike=" + 20_000 * DOLLAR + " expiry=" + EXPIRY_NS
                        + " window=1800000000000 priceTicksMin=0 priceTicksMax=10000000 positionLotsMax=10000 tierTable=1");
        send("MarkPrice instrument=11 price=" + mark(11));
    }

    /** Gives both coins a surface at the prices of now: with it options have rows, without they bear tiers. */
    void surfaces() {
        for (int asset = 2; asset <= 3; asset++) {
            final long price = index[asset] * DOLLAR;
            LiveSet.load(
                    driver,
                    "SurfacePart asset=" + asset,
                    LiveSet.surface(EXPIRY_NS, driver.timeNs(), price, price, Rate.ONE * 6 / 10));
        }
    }

    /** Whether an instrument is valued by rows. */
    boolean hasRow(final int instrument) {
        final EngineState state = driver.engine().state();
        return state.risk().inUse().regime().row(state.instruments().get(instrument)) != null;
    }

    private void send(final String command) {
        assertThat(driver.send(command)).as(command).isEqualTo("OK");
    }

    long index(final int asset) {
        return index[asset];
    }

    void index(final int asset, final long dollars, final long rest) {
        index[asset] = dollars;
        send("IndexPrice asset=" + asset + " price=" + (dollars * DOLLAR + rest));
    }

    long mark(final int instrument) {
        return switch (instrument) {
            case 1, 3 -> index[2];
            case 2 -> index[3];
            case 4 -> 2 * index[2];
            case 8 -> index[2];
            case 9 -> index[3];
            case 10 -> 10_000 * index[3] / index[2];
            case 11 -> 600;
            default -> 30;
        };
    }

    /** A model with a charge on what is large beside the volume of a day, on top of the worst of the grid. */
    public static MarginModel concentration(final int version) {
        return new MarginModel(
                "large",
                version,
                false,
                List.of(),
                List.of(LiveSet.SKEW),
                List.of(LiveSet.GRID),
                new ScenarioCharge("grid", LiveSet.GRID, Measure.WORST, Across.SUM),
                Rate.ONE,
                Rate.ONE * 8 / 10,
                List.of(new ConcentrationCharge("concentration", LiveSet.GRID, Rate.ONE / 10, 2 * Rate.ONE)),
                List.of(),
                List.of(),
                List.of());
    }

    /** A model that looks at the grid alone, and asks for half of the worst of each underlying. */
    public static MarginModel halfTheGrid(final int version) {
        return model(version, false)
                .withRisk(new MultipleOf(
                        "half", Rate.ONE / 2, new ScenarioCharge("grid", LiveSet.GRID, Measure.WORST, Across.SUM)));
    }

    /** A model with charges of many kinds. */
    public static MarginModel model(final int version, final boolean byExpiry) {
        final Across blend = new Across(Across.Rule.BLEND, Rate.ONE * 7 / 10, Long.MAX_VALUE);
        final Across inGroups = new Across(Across.Rule.BLEND_IN_GROUPS, Rate.ONE * 7 / 10, Long.MAX_VALUE);
        final Charge risk = new LargestOf(
                "risk",
                List.of(
                        new ScenarioCharge("grid", LiveSet.GRID, Measure.WORST, inGroups),
                        new ScenarioCharge("joint", LiveSet.JOINT, new Measure(Measure.Kind.SHORTFALL, 815_000), blend),
                        new MultipleOf(
                                "stress",
                                Rate.ONE / 3,
                                new ScenarioCharge("worst", LiveSet.STRESS, Measure.WORST, Across.TOGETHER))));
        return new MarginModel(
                "run",
                version,
                byExpiry,
                byExpiry ? List.of(LiveSet.GRID) : List.of(),
                List.of(LiveSet.SKEW),
                List.of(LiveSet.GRID),
                risk,
                Rate.ONE,
                Rate.ONE * 8 / 10,
                List.of(
                        new NotionalCharge(
                                "close-out",
                                EnumSet.of(RiskKind.PERPETUAL, RiskKind.FUTURE),
                                ClassRates.of(Rate.ONE / 500)),
                        new VegaOffsetCharge("vega", Rate.ONE / 4, 30 * Rate.ONE)),
                List.of(new ShortOptionCharge("short options", Rate.ONE / 333)),
                List.of(),
                byExpiry ? DISCOUNT : List.of());
    }
}
