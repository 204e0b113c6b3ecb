package io.plimsoll.lab.procyclicality;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.core.account.Account;
import io.plimsoll.core.account.Holders;
import io.plimsoll.core.account.Positions;
import io.plimsoll.core.engine.MarginEngine;
import io.plimsoll.core.fixed.Words;
import io.plimsoll.core.margin.MarginAssessment;
import io.plimsoll.lab.live.LiveDocuments;
import io.plimsoll.lab.profit.ProfitMarket;
import io.plimsoll.lab.profit.RecordedCommands;
import io.plimsoll.lab.whatif.Preset;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Random days in a {@link ProfitMarket}: account 1 and its pocket in a group with 4, account 2 in portfolio mode, 3 with debts. Each day
 * the accounts of some groups do nothing, while prices, volatilities, rates and once the margin model change.
 */
class ProcyclicalityRunTest {
    private static final int DAYS = 8;
    private static final int COMMANDS_A_DAY = 40;
    private static final int BEFORE_EXPIRY = 75;
    private static final int PERPETUAL = 1;
    private static final int CALL = 3;
    private static final int SPOT = 4;
    private static final int INVERSE = 5;
    private static final int FOLLOWER = 6;
    private static final long POCKET = 11;
    private static final long DAY_NS = 24 * ProfitMarket.HOUR_NS;
    private static final LocalDate FIRST = ProcyclicalityRecorder.dayOf(ProfitMarket.START_NS);
    private static final long ONE = 1_000_000_000_000_000L;

    private final ProfitMarket market = new ProfitMarket();
    private final RecordedCommands recorded = market.recorded();
    private final Map<LocalDate, Set<Long>> idle = new TreeMap<>();
    private final Map<LocalDate, Map<Long, Long>> asked = new TreeMap<>();
    private final Set<Long> trading = new HashSet<>();

    private void define() {
        market.send("DefineAccount account=4 group=1");
        market.send("Deposit account=4 amount=900000000000");
        market.send("PocketOpen account=" + POCKET + " parent=1 instrument=" + PERPETUAL);
        market.send("Transfer from=1 to=" + POCKET + " amount=10000000000");
        market.send("DefineTierTable table=1 tiers=0:20000:10000,100000000000:40000:20000");
        market.send("DefineHaircuts asset=2 liability=50000 tiers=0:50000:50000,300000000000:120000:50000");
        market.send("ModeChange account=2 mode=PORTFOLIO");
        market.send("ModeChange account=4 mode=PORTFOLIO");
    }

    private static long group(final long account) {
        return account == POCKET || account == 4 ? 1 : account;
    }

    private void step(final Random random) {
        recorded.advance(DAY_NS / (COMMANDS_A_DAY + 1));
        recorded.tick();
        switch (random.nextInt(8)) {
            case 0, 1, 2 -> trade(random);
            case 3 -> market.mark(List.of(1, 2, CALL, SPOT, INVERSE).get(random.nextInt(5)), price(random));
            case 4 -> market.index(price(random));
            case 5 -> market.surface(20 + random.nextInt(20));
            case 6 -> money(random);
            default -> terms(random);
        }
        recorded.work();
    }

    private static long price(final Random random) {
        return 57_000L + random.nextInt(6_000);
    }

    private void trade(final Random random) {
        final int instrument = 1 + random.nextInt(FOLLOWER);
        final List<Long> may = new ArrayList<>();
        for (final long id : List.of(1L, 2L, 3L, 4L, POCKET)) {
            if (trading.contains(group(id)) && (id != POCKET || instrument == PERPETUAL)) {
                may.add(id);
            }
        }
        final boolean isExpired = recorded.engine()
                .state()
                .instruments()
                .get(instrument)
                .isExpiredAt(recorded.engine().state().timeNs());
        if (may.size() > 1 && !isExpired) {
            market.trade(
                    instrument,
                    instrument == CALL || instrument == FOLLOWER ? 900 : price(random),
                    1 + random.nextInt(60),
                    may.get(random.nextInt(may.size())),
                    may.get(random.nextInt(may.size())));
        }
    }

    private void money(final Random random) {
        final long account = 1L + random.nextInt(ProfitMarket.ACCOUNTS);
        if (trading.contains(account)) {
            recorded.send((random.nextBoolean() ? "Deposit" : "WithdrawalRequest") + " account=" + account + " asset="
                    + (1 + random.nextInt(2)) + " amount=" + (1 + random.nextInt(100_000_000)));
        }
    }

    private void terms(final Random random) {
        switch (random.nextInt(4)) {
            case 0 ->
                market.send("PremiumSample instrument=1 premium=" + random.nextInt(1_000) * (ONE / 1_000_000)
                        + " index=6000000");
            case 1 ->
                market.send("ParameterChange parameter=BORROW_RATE scope=1 value=" + random.nextInt(400) * ONE / 1_000);
            case 2 ->
                market.send("ParameterChange parameter=WRONG_WAY_SHARE scope=2 value=" + random.nextInt(1_000_000));
            default -> market.send("VolatilityFix");
        }
    }

    /** Initial margins rise by a quarter, but for what is added to the risk. */
    private void raise() {
        final Preset preset = Preset.shipped("plimsoll", Map.of("f_im", ONE * 5 / 4));
        final Words words = LiveDocuments.model(preset.set(), preset.model().withVersion(2));
        for (int first = 0; first < words.count(); first += 48) {
            final StringBuilder part = new StringBuilder();
            for (int i = first; i < Math.min(words.count(), first + 48); i++) {
                part.append(i == first ? "" : ",").append(words.at(i));
            }
            market.send("DefineDocumentPart kind=MARGIN_MODEL id=1 version=2 total=" + words.count() + " first=" + first
                    + " words=" + part);
        }
    }

    private static Map<Long, Long> margins(final MarginEngine engine) {
        final Map<Long, Long> margins = new TreeMap<>();
        final Holders all = engine.state().accounts().all();
        final MarginAssessment assessment = new MarginAssessment();
        for (int i = 0; i < all.count(); i++) {
            engine.assess(all.at(i), assessment);
            margins.put(all.at(i).id(), assessment.initialMargin());
        }
        return margins;
    }

    private void day(final Random random, final LocalDate day) {
        recorded.reach(ProcyclicalityRecorder.endOf(day.minusDays(1)) + 1);
        trading.clear();
        for (final long group : List.of(1L, 2L, 3L)) {
            if (random.nextInt(3) > 0) {
                trading.add(group);
            }
        }
        final Set<Long> still = new HashSet<>();
        for (final long id : List.of(1L, 2L, 3L, 4L, POCKET)) {
            if (!trading.contains(group(id)) && !isExpiring(id, day)) {
                still.add(id);
            }
        }
        idle.put(day, still);
        for (int i = 0; i < COMMANDS_A_DAY; i++) {
            step(random);
        }
        if (day.equals(FIRST.plusDays(DAYS - 2))) {
            raise();
            recorded.work();
        }
        asked.put(day, margins(recorded.engine()));
    }

    private boolean isExpiring(final long id, final LocalDate day) {
        final Account account = recorded.engine().state().accounts().account(id);
        boolean isExpiring = false;
        for (int m = 0; m < account.group().members().count(); m++) {
            final Positions positions = account.group().members().at(m).positions();
            for (int i = 0; i < positions.count(); i++) {
                isExpiring |= positions.instrumentAt(i).isExpiredAt(ProcyclicalityRecorder.endOf(day));
            }
        }
        return isExpiring;
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 20261122})
    void whoDoesNothingHasTheMarginOfTodayOverThatOfYesterday(final long seed) {
        final Random random = new Random(seed);
        define();
        trading.addAll(List.of(1L, 2L, 3L));
        for (int i = 0; i < COMMANDS_A_DAY; i++) {
            trade(random);
        }
        asked.put(FIRST, margins(recorded.engine()));
        for (int i = 1; i <= DAYS; i++) {
            day(random, FIRST.plusDays(i));
        }
        final Map<Long, AccountProcyclicality> seen = new TreeMap<>();
        final Procyclicality all = recorded.follow(
                        engine ->
                                new ProcyclicalityRecorder(engine, FIRST.plusDays(1), FIRST.plusDays(DAYS), id -> true),
                        ProcyclicalityRecorder::command)
                .end();
        all.accounts().forEach(account -> seen.put(account.account(), account));
        int compared = 0;
        int moved = 0;
        for (final Map.Entry<LocalDate, Set<Long>> day : idle.entrySet()) {
            for (final long id : day.getValue()) {
                final long before = asked.get(day.getKey().minusDays(1)).get(id);
                final long after = asked.get(day.getKey()).get(id);
                final Optional<DayFigure> figure = seen.get(id).figures().stream()
                        .filter(each -> each.day().equals(day.getKey()))
                        .findFirst();
                final Optional<DayFigure> expected =
                        before == 0 ? Optional.empty() : Optional.of(new DayFigure(day.getKey(), before, after));
                assertThat(figure)
                        .as("seed %d, account %d, %s", seed, id, day.getKey())
                        .isEqualTo(expected);
                compared++;
                moved += before == after ? 0 : 1;
            }
        }
        assertThat(compared).as("seed %d", seed).isGreaterThan(3);
        assertThat(moved).as("seed %d", seed).isPositive();
    }

    @Test
    void aHigherFactorOfTheMarginModelRaisesPortfolioModeByNoMoreThanThatAndCrossModeNot() {
        define();
        market.trade(PERPETUAL, 60_000, 40_000, 2, 3);
        final Map<Long, Long> before = margins(recorded.engine());
        recorded.reach(ProcyclicalityRecorder.endOf(FIRST) + 1);
        raise();
        recorded.work();
        final Map<Long, Long> after = margins(recorded.engine());
        final LocalDate next = FIRST.plusDays(1);
        final List<AccountProcyclicality> all = recorded.follow(
                        engine -> new ProcyclicalityRecorder(engine, next, next, id -> id == 2 || id == 3),
                        ProcyclicalityRecorder::command)
                .end()
                .accounts();

        assertThat(all).extracting(AccountProcyclicality::account).containsExactly(2L, 3L);
        assertThat(all.get(0).figures()).containsExactly(new DayFigure(next, before.get(2L), after.get(2L)));
        assertThat(all.get(0).worst(WorstBy.RATIO).ratio()).isBetween(new BigDecimal("1.2"), new BigDecimal("1.25"));
        assertThat(all.get(1).worst(WorstBy.RATIO).rise()).isZero();
    }

    /** After any command what is held now needs what the engine says, and the engine takes no notice of the question. */
    @ParameterizedTest
    @ValueSource(longs = {4, 20261123})
    void whatIsHeldNowNeedsWhatTheEngineAsks(final long seed) {
        final Random random = new Random(seed);
        define();
        trading.addAll(List.of(1L, 2L, 3L));
        for (int i = 0; i < BEFORE_EXPIRY; i++) {
            step(random);
            assertThat(new HeldPortfolios(recorded.engine().state(), 0).initialMargins())
                    .as("seed %d, command %d", seed, i)
                    .isEqualTo(margins(recorded.engine()));
        }
        assertThat(recorded.after(recorded.count()).stateHash())
                .as("seed %d", seed)
                .isEqualTo(recorded.engine().stateHash());
    }
}
