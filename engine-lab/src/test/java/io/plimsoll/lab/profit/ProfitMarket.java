package io.plimsoll.lab.profit;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.core.fixed.Words;
import io.plimsoll.lab.live.LiveDocuments;
import io.plimsoll.lab.whatif.Preset;
import java.util.List;
import java.util.StringJoiner;

/**
 * A market whose rows follow a surface: USDC is asset 1, BTC 2; instrument 1 is a perpetual with funding all the time, 2 a dated
 * future, 3 an option that is quoted, 4 a spot pair, 5 an inverse perpetual, 6 an option that follows the surface.
 */
public final class ProfitMarket {
    public static final long HOUR_NS = 3_600_000_000_000L;
    public static final long DOLLAR = 1_000_000L;
    public static final long START_NS = 1_764_921_600_000_000_000L;
    public static final long EXPIRY_NS = START_NS + 48 * HOUR_NS;
    public static final String FOLLOWER = "CALL-DEC";
    public static final int ACCOUNTS = 3;

    private static final long LAST_NS = 1_766_736_000_000_000_000L;
    private static final int WORDS_PER_PART = 48;

    private final RecordedCommands recorded = new RecordedCommands();
    private long trades;

    public RecordedCommands recorded() {
        return recorded;
    }

    public void send(final String command) {
        assertThat(recorded.send(command)).as(command).isTrue();
        recorded.work();
    }

    /** All of it, and accounts 1 to 3. */
    public ProfitMarket() {
        recorded.reach(START_NS);
        send("DefineAsset asset=1 symbol=USDC scale=6 stable=NO");
        send("DefineAsset asset=2 symbol=BTC scale=8 haircut=50000 stable=NO");
        send("IndexPrice asset=1 price=10000000000");
        index(60_000);
        send("DefineTierTable table=1 tiers=0:20000:10000");
        final String terms = " underlying=2 priceTicksMax=100000000 positionLotsMax=100000 settlement=";
        final String dated = " lotSize=1000000 window=1800000000000 expiry=";
        final String call = " kind=OPTION strike=600000000000000 side=CALL premium=PREMIUM priceTicksMin=0";
        send("DefineInstrument instrument=1 symbol=PERP tickValue=100" + terms + 1);
        send("DefineInstrument instrument=2 symbol=FUT kind=LINEAR_FUTURE tickValue=100" + terms + 1 + dated
                + EXPIRY_NS);
        send("DefineInstrument instrument=3 symbol=CALL tickValue=100" + terms + 1 + call + dated + EXPIRY_NS);
        send("DefineInstrument instrument=4 symbol=SPOT kind=SPOT lotSize=1000000 tickValue=100" + terms + 1);
        send("DefineInstrument instrument=5 symbol=INVERSE kind=INVERSE_PERPETUAL tickValue=1000000000000"
                + " contractValue=100000000 priceTicksMin=1000" + terms + 2);
        send("DefineInstrument instrument=6 symbol=" + FOLLOWER + " tickValue=100" + terms + 1 + call + dated
                + LAST_NS);
        for (final int instrument : List.of(1, 2, 5)) {
            mark(instrument, 60_000);
        }
        mark(3, 900);
        send("DefineFunding instrument=1 interval=0 period=28800000000000");
        send("ParameterChange parameter=BORROW_RATE scope=1 value=200000000000000");
        documents();
        surface(30);
        for (int id = 1; id <= ACCOUNTS; id++) {
            send("DefineGroup group=" + id);
            send("DefineAccount account=" + id + " group=" + id);
            // The last one owes dollars when it buys.
            send("Deposit account=" + id + " amount=" + (id == ACCOUNTS ? 1 : 900_000 * DOLLAR));
            send("Deposit account=" + id + " asset=2 amount=1000000000");
        }
    }

    private void documents() {
        final Preset preset = Preset.shipped("plimsoll");
        load(
                "kind=SCENARIO_SET version=" + preset.set().version(),
                LiveDocuments.scenarioSet(preset.set(), preset.model()));
        load(
                "kind=MARGIN_MODEL version=" + preset.model().version(),
                LiveDocuments.model(preset.set(), preset.model()));
    }

    private void load(final String what, final Words words) {
        for (int first = 0; first < words.count(); first += WORDS_PER_PART) {
            final StringJoiner part = new StringJoiner(",");
            for (int i = first; i < Math.min(words.count(), first + WORDS_PER_PART); i++) {
                part.add(Long.toString(words.at(i)));
            }
            send("DefineDocumentPart " + what + " total=" + words.count() + " first=" + first + " words=" + part);
        }
    }

    public void index(final long dollars) {
        send("IndexPrice asset=2 price=" + dollars * 10_000_000_000L);
    }

    /** A tick is a cent. */
    public void mark(final int instrument, final long dollars) {
        send("MarkPrice instrument=" + instrument + " price=" + dollars * 100);
    }

    /** SVI of BTC; the level is in thousandths of variance a year. */
    public void surface(final long level) {
        send("SurfacePart asset=2 words=" + LAST_NS + ",600000000000000,601500000000000,40000000000000,"
                + (LAST_NS - START_NS) + ",1," + level * 1_000_000_000_000L / 3
                + ",30000000000000,-300000000000000,0,150000000000000");
    }

    public void trade(final int instrument, final long dollars, final int lots, final long buyer, final long seller) {
        send("Trade id=" + ++trades + " instrument=" + instrument + " price=" + dollars * 100 + " lots=" + lots
                + " buy=" + buyer + " sell=" + seller);
    }
}
