package io.plimsoll.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.sbe.MarginMode;
import io.plimsoll.sbe.ParameterId;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tiers were raised: what counts already, and what will, and when, stands wherever somebody asks. */
class RaisesTest {
    private static final String MARKETS = JournalFixture.MARKETS.replace("instruments:\n", """
              steep:
                id: 2
                rates:
                  - { from: 0, initial: 4 %, maintenance: 3 % }
            instruments:
            """);

    @TempDir
    private static Path folder;

    private static Path journal;

    @BeforeAll
    static void write() {
        journal = folder.resolve("journal");
        try (JournalFixture fixture = new JournalFixture(journal, JournalFixture.LIMITS)) {
            fixture.define(MARKETS);
            for (final long account : List.of(7L, 8L)) {
                fixture.account(account, MarginMode.CROSS);
                fixture.deposit(account, 1, 5_000_000_000L);
            }
            fixture.mark(1, 200_000);
            fixture.trade(1, 1, 200_000, 100, 7, 8);
            fixture.parameter(ParameterId.TIER_TABLE, 1, 2);
        }
    }

    private static String lines(final String... words) {
        return CommandLineRun.over(journal, words).out();
    }

    @Test
    void timelineTellsOfThem() {
        assertThat(lines("account", "timeline", "7", "--format", "csv"))
                .contains(",RAISE,\"maintenance margin to 60.000000, whole at 2023-03-02T");
    }

    @Test
    void accountShowSaysWhatIsStillToCome() {
        assertThat(lines("account", "show", "7"))
                .containsPattern("maintenance margin +20.000000\n")
                .containsPattern("maintenance margin to come +40.000000\n")
                .containsPattern("phase in +40.000000 of 2023-03-01T.* by 2023-03-02T");
    }

    @Test
    void accountExplainHasALeafOfIt() {
        assertThat(lines("account", "explain", "7")).contains("raise still to come");
    }

    @Test
    void theStateHasItToo() {
        assertThat(lines("state", "show")).contains("phase in ns");
    }
}
