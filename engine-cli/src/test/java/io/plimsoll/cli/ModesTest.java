package io.plimsoll.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.sbe.MarginMode;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the tools tell of modes and isolated pockets. */
class ModesTest {
    @TempDir
    private static Path folder;

    private static Path journal;

    @BeforeAll
    static void write() {
        journal = JournalFixture.write(folder.resolve("journal"));
        try (JournalFixture fixture = JournalFixture.open(journal)) {
            fixture.openPocket(20, 1, 1);
            fixture.transfer(1, 20, 50_000_000);
            fixture.changeMode(1, MarginMode.PORTFOLIO);
            fixture.changeMode(20, MarginMode.PORTFOLIO);
        }
    }

    @Test
    void timelineTellsOfThem() {
        assertThat(lines("account", "timeline", "1", "--from-seq", "20", "--format", "csv"))
                .isEqualTo("""
                        sequence,time,what,detail,margin_equity,maintenance_margin,cause
                        20,2023-03-01T00:00:20Z,POCKET,of account 1 for BTC-PERP,-,-,pocket 20 of account 1 for BTC-PERP
                        21,2023-03-01T00:00:21Z,TRANSFER,"-50.000000 USDC, balance 950.000000 USDC",-,-,transfer of 50.000000 USDC from account 1 to account 20
                        22,2023-03-01T00:00:22Z,MODE PORTFOLIO,"from CROSS, initial margin 38.200000",1040.000000,19.100000,change of account 1 to mode PORTFOLIO
                        """);
        assertThat(lines("account", "timeline", "20", "--format", "csv")).isEqualTo("""
                        sequence,time,what,detail,margin_equity,maintenance_margin,cause
                        20,2023-03-01T00:00:20Z,POCKET,of account 1 for BTC-PERP,-,-,pocket 20 of account 1 for BTC-PERP
                        21,2023-03-01T00:00:21Z,TRANSFER,"+50.000000 USDC, balance 50.000000 USDC",-,-,transfer of 50.000000 USDC from account 1 to account 20
                        23,2023-03-01T00:00:23Z,REFUSED,"NOT_FOR_A_POCKET, detail 1",-,-,change of account 20 to mode PORTFOLIO
                        """);
    }

    @Test
    void accountShowSaysWhosePocketItIs() {
        assertThat(lines("account", "show", "20"))
                .contains("mode                          ISOLATED\n")
                .contains("pocket                        of account 1 for BTC-PERP\n");
        assertThat(lines("account", "show", "1"))
                .contains("mode                          PORTFOLIO\n")
                .doesNotContain("pocket");
    }

    private static String lines(final String... words) {
        return CommandLineRun.over(journal, words).out();
    }
}
