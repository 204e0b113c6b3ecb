package io.plimsoll.lab.live;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.core.EngineDriver;
import io.plimsoll.core.account.Account;
import io.plimsoll.core.engine.Limits;
import io.plimsoll.core.fixed.Words;
import io.plimsoll.core.margin.MarginAssessment;
import io.plimsoll.lab.whatif.Preset;
import java.util.StringJoiner;

/** An engine with accounts in portfolio mode, driven command by command as a host does. */
final class LivePortfolio {
    static final long HOUR_NS = 3_600_000_000_000L;
    static final long START_NS = 1_764_921_600_000_000_000L;

    private static final int WORDS_PER_PART = 48;

    private final EngineDriver driver = new EngineDriver(new Limits(8, 8, 8, 64, 64, 64, 64, 256, 32, 4_096));

    /** USDC is asset 1, BTC 2, ETH 3; a table of tiers; nothing listed. */
    LivePortfolio() {
        driver.advance(START_NS);
        driver.host("DefineSource newSource=1 window=16 role=ADMIN ordering=STRICT");
        send("DefineAsset asset=1 symbol=USDC scale=6 haircut=0 initialHaircut=0 liability=0 stable=YES");
        send("DefineAsset asset=2 symbol=BTC scale=8 haircut=50000 initialHaircut=50000 liability=50000 stable=NO");
        send("DefineAsset asset=3 symbol=ETH scale=8 haircut=50000 initialHaircut=50000 liability=50000 stable=NO");
        send("DefineTierTable table=1 tiers=0:20000:10000,250000000000:40000:20000");
        send("IndexPrice asset=1 price=10000000000");
    }

    LivePortfolio load(final Preset preset, final int version) {
        loadParts(
                "kind=SCENARIO_SET version=" + preset.set().version(),
                LiveDocuments.scenarioSet(preset.set(), preset.model()));
        loadParts("kind=MARGIN_MODEL version=" + version, LiveDocuments.model(preset.set(), preset.model()));
        return this;
    }

    /** A model besides the first, for the set as it is laid out for that. */
    void loadFurther(final int id, final Preset preset) {
        loadParts(
                "kind=MARGIN_MODEL id=" + id + " version=" + preset.model().version(),
                LiveDocuments.furtherModel(preset.set(), preset.model(), preset.model()));
    }

    private void loadParts(final String what, final Words words) {
        for (int first = 0; first < words.count(); first += WORDS_PER_PART) {
            send("DefineDocumentPart " + what + " total=" + words.count() + " first=" + first + " words="
                    + part(words, first));
        }
    }

    private static String part(final Words words, final int first) {
        final StringJoiner part = new StringJoiner(",");
        for (int i = first; i < Math.min(words.count(), first + WORDS_PER_PART); i++) {
            part.add(Long.toString(words.at(i)));
        }
        return part.toString();
    }

    /** A perpetual on BTC or ETH: a lot is a hundredth of a coin, a tick a cent. */
    void perpetual(final int id, final int underlying) {
        send("DefineInstrument instrument=" + id + " symbol=PERP" + id + " underlying=" + underlying
                + " settlement=1 tickValue=100 priceTicksMax=100000000 positionLotsMax=100000 tierTable=1");
    }

    /** An option on a hundredth of a BTC, premium-style, a tick is a cent; its window is half an hour. */
    void option(final int id, final String symbol, final long expiryNs, final long strike) {
        send("DefineInstrument instrument=" + id + " symbol=" + symbol + " underlying=2 settlement=1 tickValue=100"
                + " priceTicksMax=100000000 positionLotsMax=100000 tierTable=1 kind=OPTION lotSize=1000000"
                + " premium=PREMIUM window=1800000000000 expiry=" + expiryNs + " strike=" + strike * 10_000_000_000L
                + " side=" + (symbol.endsWith("C") ? "CALL" : "PUT"));
    }

    /** SVI of BTC: about 50 % for three weeks. */
    void svi(final long expiryNs, final long index, final long forward) {
        send("SurfacePart asset=2 words=" + expiryNs + "," + index * 10_000_000_000L + "," + forward * 10_000_000_000L
                + "," + 40_000_000_000_000L + "," + (expiryNs - START_NS)
                + ",1,10000000000000,30000000000000,-300000000000000,0,150000000000000");
    }

    /** Volatilities of BTC at three strikes. */
    void points(final long expiryNs, final long index, final long forward) {
        send("SurfacePart asset=2 words=" + expiryNs + "," + index * 10_000_000_000L + "," + forward * 10_000_000_000L
                + "," + 40_000_000_000_000L + "," + (expiryNs - START_NS) + ",2,400000000000000,600000000000000"
                + ",600000000000000,500000000000000,1000000000000000,550000000000000");
    }

    void trade(
            final long id, final int instrument, final long ticks, final long lots, final long buy, final long sell) {
        send("Trade id=" + id + " instrument=" + instrument + " price=" + ticks + " lots=" + lots + " buy=" + buy
                + " sell=" + sell);
    }

    void price(final int asset, final long dollars) {
        send("IndexPrice asset=" + asset + " price=" + dollars * 10_000_000_000L);
    }

    void mark(final int instrument, final long dollars) {
        send("MarkPrice instrument=" + instrument + " price=" + dollars * 100);
    }

    void account(final long id, final long dollars) {
        send("DefineGroup group=" + id);
        send("DefineAccount account=" + id + " group=" + id + " mode=PORTFOLIO");
        send("Deposit account=" + id + " asset=1 amount=" + dollars * 1_000_000);
    }

    void send(final String command) {
        assertThat(driver.send(command)).as(command).isEqualTo("OK");
    }

    /** Does all work there is; returns how many commands it took. */
    int work() {
        int commands = 0;
        while (driver.engine().risk().hasWork()) {
            assertThat(driver.host("Continue")).isEqualTo("OK");
            assertThat(++commands).isLessThan(100_000);
        }
        return commands;
    }

    MarginAssessment assess(final long account) {
        final MarginAssessment assessment = new MarginAssessment();
        driver.engine().assess(of(account), assessment);
        return assessment;
    }

    Account of(final long account) {
        return driver.engine().state().accounts().account(account);
    }

    EngineDriver driver() {
        return driver;
    }
}
