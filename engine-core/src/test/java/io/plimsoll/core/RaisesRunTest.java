package io.plimsoll.core;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.core.account.Account;
import io.plimsoll.core.account.Holders;
import io.plimsoll.core.engine.EngineState;
import io.plimsoll.core.margin.MarginAssessment;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tables of tiers in use are replaced between trades, and every account is looked at: who has a raise is told so, and nobody else. */
class RaisesRunTest {
    private static final int TABLES = 3;
    private static final int ACCOUNTS = 12;
    private static final long HOUR_NS = 3_600_000_000_000L;

    private final EngineDriver driver = EngineDriver.withMarket();
    private final MarginAssessment assessment = new MarginAssessment();
    private long trades;

    /** What is asked of an account, and what of it counts. */
    private record Asked(long id, long asked, long counted) {}

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 20261122})
    void whoseMaintenanceMarginARaisedTableRaisesHearsOfItInTheOrderOfIds(final long seed) {
        final Random random = new Random(seed);
        define();
        int raised = 0;
        int spared = 0;
        for (int i = 0; i < 600; i++) {
            driver.advance(HOUR_NS);
            trade(random);
            final List<Asked> before = asked();
            final int table = 1 + random.nextInt(TABLES);
            driver.clear();
            assertThat(replace(table, random)).isEqualTo("OK");
            final List<String> expected = expected(before, asked());
            assertThat(driver.events().stream().filter(line -> line.startsWith("RaisePhasedIn")))
                    .as("seed %d, step %d, table %d", seed, i, table)
                    .containsExactlyElementsOf(expected);
            assertThat(under(table))
                    .as("seed %d, step %d, table %d", seed, i, table)
                    .isEqualTo(withPositionsUnder(table));
            raised += expected.size();
            spared += ACCOUNTS - under(table).size();
        }
        assertThat(raised).as("raises, seed %d", seed).isGreaterThan(600);
        assertThat(spared)
                .as("accounts that no table could raise, seed %d", seed)
                .isGreaterThan(600);
        assertThat(driver.replay().engine().stateHash())
                .isEqualTo(driver.engine().stateHash());
    }

    /** Each instrument has one of the tables; groups of two, so that one has a part in the notional that the other's tiers are read from. */
    private void define() {
        for (int table = 2; table <= TABLES; table++) {
            driver.send("DefineTierTable table=" + table + " tiers=0:20000:10000");
        }
        for (final EveryKind kind : EveryKind.ALL) {
            final String table = " tierTable=" + (1 + kind.id() % TABLES);
            if (kind.id() > 1) {
                assertThat(driver.send(kind.command() + table)).isEqualTo("OK");
            }
            driver.send("MarkPrice instrument=" + kind.id() + " price=" + kind.firstMark());
        }
        for (int i = 1; i <= ACCOUNTS; i++) {
            driver.send("DefineGroup group=" + (i + 1) / 2);
            final String mode = i % 4 == 0 ? "PORTFOLIO" : "CROSS";
            assertThat(driver.send("DefineAccount account=" + i + " group=" + (i + 1) / 2 + " mode=" + mode))
                    .isEqualTo("OK");
            driver.send("Deposit account=" + i + " asset=1 amount=200000000");
        }
    }

    /** Opens a position of a few lots, or closes one: most accounts are in an instrument or two. */
    private void trade(final Random random) {
        final EveryKind kind = EveryKind.ALL.get(random.nextInt(EveryKind.ALL.size()));
        final long buyer = 1L + random.nextInt(ACCOUNTS);
        final EngineState state = driver.engine().state();
        final long lots = state.accounts()
                .account(buyer)
                .positions()
                .lotsOf(state.instruments().get(kind.id()));
        final long seller = 1L + random.nextInt(ACCOUNTS);
        final String sides = lots > 0 ? " buy=" + seller + " sell=" + buyer : " buy=" + buyer + " sell=" + seller;
        assertThat(driver.send("Trade id=" + ++trades + " instrument=" + kind.id() + " price=" + kind.firstMark()
                        + " lots=" + (lots == 0 ? 1 + random.nextInt(200) : Math.abs(lots)) + sides))
                .isEqualTo("OK");
    }

    private String replace(final int table, final Random random) {
        final int maintenance = 1_000 * (1 + random.nextInt(40));
        return driver.send("DefineTierTable table=" + table + " tiers=0:" + 2 * maintenance + ":" + maintenance
                + ",250000000:" + 3 * maintenance + ":" + 2 * maintenance);
    }

    private List<Asked> asked() {
        final List<Asked> asked = new ArrayList<>();
        final Holders all = driver.engine().state().accounts().all();
        for (int i = 0; i < all.count(); i++) {
            driver.engine().assess(all.at(i), assessment);
            asked.add(new Asked(
                    all.at(i).id(),
                    assessment.askedMaintenanceMargin(),
                    assessment.askedMaintenanceMargin() - assessment.sparedMaintenanceMargin()));
        }
        return asked;
    }

    private static List<String> expected(final List<Asked> before, final List<Asked> after) {
        final List<String> expected = new ArrayList<>();
        for (int i = 0; i < before.size(); i++) {
            if (after.get(i).asked() > before.get(i).asked()) {
                expected.add("RaisePhasedIn " + before.get(i).id() + " "
                        + before.get(i).counted() + " -> " + after.get(i).asked());
            }
        }
        return expected;
    }

    private List<Long> under(final int table) {
        final EngineState state = driver.engine().state();
        final Holders under = state.accounts().all().under(state.tierTables().get(table));
        final List<Long> ids = new ArrayList<>();
        for (int i = 0; i < under.count(); i++) {
            ids.add(under.at(i).id());
        }
        return ids;
    }

    private List<Long> withPositionsUnder(final int table) {
        final EngineState state = driver.engine().state();
        final List<Long> ids = new ArrayList<>();
        for (int i = 0; i < state.accounts().all().count(); i++) {
            final Account account = state.accounts().all().at(i);
            if (EveryKind.ALL.stream()
                    .filter(kind -> 1 + (kind.id() == 1 ? 0 : kind.id() % TABLES) == table)
                    .anyMatch(kind ->
                            account.positions().lotsOf(state.instruments().get(kind.id())) != 0)) {
                ids.add(account.id());
            }
        }
        return ids;
    }
}
