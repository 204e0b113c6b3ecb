package io.plimsoll.core.margin.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.core.EngineDriver;
import io.plimsoll.core.account.Account;
import io.plimsoll.core.account.MarginMode;
import io.plimsoll.core.account.Positions;
import io.plimsoll.core.engine.EngineState;
import io.plimsoll.core.engine.Limits;
import io.plimsoll.core.fixed.Rate;
import io.plimsoll.core.fixed.Words;
import io.plimsoll.core.instrument.Asset;
import io.plimsoll.core.instrument.Instrument;
import io.plimsoll.core.instrument.InstrumentKind;
import io.plimsoll.core.margin.MarginAssessment;
import io.plimsoll.core.market.SettlementBook;
import io.plimsoll.core.risk.Holdings;
import io.plimsoll.core.risk.RiskInstrument;
import io.plimsoll.core.risk.RiskRegime;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Long random runs of accounts in portfolio mode: after every command the engine, which keeps sums up to date, and the slow twin,
 * which makes everything from positions and rows, agree on every account to the last unit.
 */
class PortfolioRunTest {
    private static final int COMMANDS = 3_000;
    private static final int ACCOUNTS = 5;

    /** From here on an asset that accounts hold by then is a claim. */
    private static final int CLAIM_FROM = 400;

    private final EngineDriver driver = new EngineDriver(new Limits(8, 8, 8, 16, 16, 16, 16, 64, 8, 8_192));
    private final MarginAssessment assessment = new MarginAssessment();
    private LiveMarket market;
    private long trades;
    private int documents = 1;
    private int modelVersion = 1;
    private int modelChanges;

    /** What an account holds, listed by the test. */
    private record Held(List<RiskInstrument> instruments, List<Long> sizes) implements Holdings {
        @Override
        public int count() {
            return instruments.size();
        }

        @Override
        public RiskInstrument instrument(final int at) {
            return instruments.get(at);
        }

        @Override
        public long lots(final int at) {
            return sizes.get(at);
        }
    }

    @ParameterizedTest
    @CsvSource({"1, false", "2, false", "3, true", "20261121, true"})
    void theEngineAgreesWithItsTwinAfterEveryCommandAndReplaysToTheSameHash(final long seed, final boolean byExpiry) {
        market = new LiveMarket(driver, seed, byExpiry, ACCOUNTS);
        run(seed);
    }

    @ParameterizedTest
    @CsvSource({"4, false", "20261122, true"})
    void theyAgreeWhereAccountsChangeBetweenMarginModels(final long seed, final boolean byExpiry) {
        market = new LiveMarket(driver, seed, byExpiry, ACCOUNTS);
        loadModel(2, 1, LiveMarket.model(1, !byExpiry));
        loadModel(3, 1, LiveMarket.halfTheGrid(1));
        run(seed);
        assertThat(modelChanges).as("seed " + seed).isGreaterThan(20);
    }

    private void loadModel(final int id, final int version, final MarginModel model) {
        LiveSet.load(
                driver, "DefineDocumentPart kind=MARGIN_MODEL id=" + id + " version=" + version, LiveSet.model(model));
    }

    private void run(final long seed) {
        final Random random = new Random(seed);
        haircuts(random);
        send("DefineAsset asset=4 symbol=STETH scale=7 haircut=200000 initialHaircut=50000 liability=100000 stable=NO");
        for (int i = 0; i < COMMANDS; i++) {
            final String command = i == CLAIM_FROM ? claim() : step(random, seed);
            for (long id = 1; id <= ACCOUNTS; id++) {
                assertAgree(id, "seed " + seed + ", command " + i + ": " + command);
            }
        }
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
                assertAgree(id, what + ", settled " + commands);
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

    private String step(final Random random, final long seed) {
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
            return rare(kind, random, seed);
        }
        return kind < 65 ? trade(random) : goOn();
    }

    private String rare(final int kind, final Random random, final long seed) {
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
            return random.nextInt(8) == 0 ? another(seed) : trade(random);
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

    private String another(final long seed) {
        documents++;
        LiveSet.load(
                driver,
                "DefineDocumentPart kind=SCENARIO_SET version=" + documents,
                LiveSet.set(documents, seed + documents));
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
        final int instrument = 1 + random.nextInt(7);
        final long buyer = 1L + random.nextInt(ACCOUNTS);
        final long seller = 1L + random.nextInt(ACCOUNTS);
        final long lots = 1L + random.nextInt(random.nextInt(10) == 0 ? 300 : 20);
        final String command = "Trade id=" + ++trades + " instrument=" + instrument + " price="
                + (market.mark(instrument) + random.nextInt(5)) + " lots=" + lots + " buy=" + buyer + " sell=" + seller;
        send(command);
        return command;
    }

    private void send(final String command) {
        assertThat(driver.send(command)).as(command).isEqualTo("OK");
    }

    private void assertAgree(final long id, final String what) {
        final EngineState state = driver.engine().state();
        final Account account = state.accounts().account(id);
        driver.engine().assess(account, assessment);
        if (state.risk().inUse() == null || account.mode() != MarginMode.PORTFOLIO) {
            return;
        }
        final RiskRegime regime = state.risk().inUse().regime();
        final BigInteger[] byTiers = {BigInteger.ZERO, BigInteger.ZERO};
        final Held held = held(state, account, regime, byTiers);
        final boolean canOwe = canOwe(account);
        final List<BigInteger> margins = new SlowMargin(regime.frame(), held)
                .margins(state.risk().inUse().of(account).model());
        final long maintenance = margins.get(1).add(byTiers[1]).longValueExact();
        final long initial = margins.get(2).add(byTiers[0]).longValueExact();
        assertThat(assessment.askedMaintenanceMargin()).as(what).isEqualTo(maintenance);
        assertThat(assessment.askedInitialMargin()).as(what).isEqualTo(initial);
        assertThat(assessment.maintenanceMargin()).as(what).isEqualTo(canOwe ? maintenance : 0);
        assertThat(assessment.positionInitialMargin()).as(what).isEqualTo(canOwe ? initial : 0);
    }

    /** A debt, or a position other than a long option that is paid. */
    private static boolean canOwe(final Account account) {
        boolean canOwe = false;
        for (int i = 0; i < account.balances().count(); i++) {
            canOwe |= account.balances().amountAt(i) < 0;
        }
        for (int i = 0; i < account.positions().count(); i++) {
            canOwe |= account.positions().lotsAt(i) < 0
                    || !account.positions().instrumentAt(i).isPremiumStyle();
        }
        return canOwe;
    }

    private static Held held(
            final EngineState state, final Account account, final RiskRegime regime, final BigInteger[] byTiers) {
        final List<RiskInstrument> instruments = new ArrayList<>();
        final List<Long> lots = new ArrayList<>();
        final long[] nets = new long[8];
        final Positions positions = account.positions();
        for (int i = 0; i < account.balances().count(); i++) {
            nets[account.balances().assetAt(i).id()] = account.balances().amountAt(i);
        }
        for (int i = 0; i < positions.count(); i++) {
            final Instrument instrument = positions.instrumentAt(i);
            final long mark = state.prices().markTicks(instrument);
            if (!instrument.isPremiumStyle()) {
                nets[instrument.settlement().id()] +=
                        instrument.value(positions.lotsAt(i), mark) - positions.entryCostAt(i);
            }
            if (regime.row(instrument) != null) {
                instruments.add(regime.row(instrument));
                lots.add(positions.lotsAt(i));
            } else {
                addTiers(state, instrument, positions.lotsAt(i), byTiers);
            }
        }
        for (int c = 0; c < regime.coins().count(); c++) {
            final Asset asset = regime.coins().asset(c);
            final long net = asset == null ? 0 : nets[asset.id()];
            final RiskInstrument row = regime.coins().row(c, net < 0);
            if (net != 0 && row != null) {
                final long lot = regime.coins().lot(c);
                instruments.add(row);
                lots.add(Long.signum(net) * ((Math.abs(net) + lot / 2) / lot));
            }
        }
        return new Held(instruments, lots);
    }

    /** One tier boundary; the account is alone in its group. */
    private static void addTiers(
            final EngineState state, final Instrument instrument, final long lots, final BigInteger[] sums) {
        if (instrument.isPremiumStyle() && lots > 0) {
            return;
        }
        final long mark = state.prices().markTicks(instrument);
        final boolean isOption = instrument.kind() == InstrumentKind.OPTION;
        BigInteger notional = BigInteger.valueOf(Math.abs(lots) * instrument.lotNotional(mark));
        final Asset asset = instrument.notionalAsset();
        if (asset != null) {
            notional = ceil(
                    notional.multiply(BigInteger.valueOf(state.prices().indexPrice(asset))),
                    BigInteger.valueOf(asset.usdDivisor()));
        }
        final long[] margins = {
            instrument.tiers().initialMarginCeil(notional.longValueExact()),
            instrument.tiers().maintenanceMarginCeil(notional.longValueExact())
        };
        for (int i = 0; i < margins.length; i++) {
            final long most = isOption && lots > 0 ? instrument.value(lots, mark) : Long.MAX_VALUE;
            sums[i] = sums[i].add(BigInteger.valueOf(Math.min(most, margins[i])));
        }
    }

    private static BigInteger ceil(final BigInteger a, final BigInteger b) {
        return a.add(b).subtract(BigInteger.ONE).divide(b);
    }
}
