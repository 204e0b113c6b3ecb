package io.plimsoll.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.sbe.ParameterId;
import io.plimsoll.sbe.WithdrawalResult;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Account 1 of the small venue withdraws: one is paid, one comes back, one stays in flight, one is above the limit. */
class WithdrawalTest {
    @TempDir
    static Path folder;

    private static Path journal;

    @BeforeAll
    static void write() {
        journal = JournalFixture.write(folder.resolve("journal"));
        try (JournalFixture fixture = JournalFixture.open(journal)) {
            fixture.withdraw(1, 1, 100_000_000);
            fixture.withdraw(1, 1, 20_000_000);
            fixture.withdraw(1, 1, 3_000_000);
            fixture.settleWithdrawal(1, WithdrawalResult.PAID);
            fixture.settleWithdrawal(2, WithdrawalResult.RETURNED);
            fixture.parameter(ParameterId.WITHDRAWAL_ACCOUNT_MAX, 1, 110_000_000);
            fixture.withdraw(1, 1, 50_000_000);
        }
    }

    @Test
    void timelineTellsWhatBecameOfThem() {
        assertThat(run("account", "timeline", "1", "--from-seq", "20", "--format", "csv")
                        .out()
                        .lines()
                        .map(line -> line.replaceAll("^([^,]*),[^,]*,", "$1,"))
                        .filter(line -> line.contains("WITHDRAWAL_")))
                .containsExactly(
                        "20,WITHDRAWAL_RELEASED,\"100.000000 USDC, withdrawal 1\",-,-,request to withdraw 100.000000 USDC",
                        "21,WITHDRAWAL_RELEASED,\"20.000000 USDC, withdrawal 2\",-,-,request to withdraw 20.000000 USDC",
                        "22,WITHDRAWAL_RELEASED,\"3.000000 USDC, withdrawal 3\",-,-,request to withdraw 3.000000 USDC",
                        "23,WITHDRAWAL_PAID,\"100.000000 USDC, withdrawal 1\",-,-,payment of withdrawal 1",
                        "24,WITHDRAWAL_RETURNED,\"+20.000000 USDC, balance 897.000000 USDC\",-,-,return of withdrawal 2",
                        "24,WITHDRAWAL_RETURNED,\"20.000000 USDC, withdrawal 2\",-,-,return of withdrawal 2",
                        "26,WITHDRAWAL_LIMITED,7.000000 USDC left of 110.000000 USDC in 24 hours; 50.000000 USDC from 2023-03-02T01:00:00Z,"
                                + "-,-,request to withdraw 50.000000 USDC",
                        "26,REFUSED,\"WITHDRAWAL_ACCOUNT_LIMIT, detail 7000000\",-,-,request to withdraw 50.000000 USDC");
    }

    @Test
    void accountAndStateListWhatIsInFlight() {
        assertThat(run("account", "show", "1").out()).contains("""
                withdrawals in flight
                WITHDRAWAL  ASSET    AMOUNT  ASKED FOR
                         3  USDC   3.000000  2023-03-01T00:00:22Z
                """);
        assertThat(run("account", "show", "2").out()).doesNotContain("2023-03-01T00:00:22Z");
        assertThat(run("state", "show", "--at-seq", "22").out()).contains("""
                withdrawals in flight
                WITHDRAWAL  ACCOUNT  ASSET      AMOUNT  ASKED FOR
                         1        1  USDC   100.000000  2023-03-01T00:00:20Z
                         2        1  USDC    20.000000  2023-03-01T00:00:21Z
                         3        1  USDC     3.000000  2023-03-01T00:00:22Z
                """);
    }

    @Test
    void diffShowsWithdrawalsAndLimits() {
        assertThat(run("state", "diff", "--at-seq", "23", "--to-seq", "25").out())
                .contains("withdrawal_account_max")
                .containsPattern("withdrawal +2 +gone");
    }

    private static CommandLineRun run(final String... args) {
        return CommandLineRun.of(Stream.concat(Stream.of(args), Stream.of("--journal", journal.toString()))
                .toArray(String[]::new));
    }
}
