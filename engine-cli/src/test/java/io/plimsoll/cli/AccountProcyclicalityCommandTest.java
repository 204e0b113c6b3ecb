package io.plimsoll.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Accounts 1 and 2 of {@link JournalFixture} hold 0.1 BTC of a perpetual that needs 2 %, marked at 19,100 in the end of March 1. It is
 * marked at 20,000 on the 2nd and at 22,000 on the 3rd, when 60 of 100 lots are closed; nothing comes on the 4th; at 11,000 on the 5th
 * and the 6th.
 */
class AccountProcyclicalityCommandTest {
    @TempDir
    private static Path folder;

    private static Path journal;

    @BeforeAll
    static void write() {
        journal = JournalFixture.write(folder.resolve("journal"));
        try (JournalFixture fixture = JournalFixture.open(journal)) {
            fixture.day(1);
            fixture.mark(1, 200_000);
            fixture.day(2);
            fixture.trade(2, 1, 200_000, 60, 1, 2);
            fixture.mark(1, 220_000);
            fixture.day(4);
            fixture.mark(1, 110_000);
            fixture.day(5);
            fixture.mark(1, 110_000);
            fixture.day(6);
            fixture.mark(1, 110_000);
        }
    }

    private static CommandLineRun procyclicality(final String... args) {
        return CommandLineRun.over(
                journal,
                Stream.concat(Stream.of("account", "procyclicality"), Stream.of(args))
                        .toArray(String[]::new));
    }

    @Test
    void showsDaysAndAccountsByTheirWorstDay() {
        final CommandLineRun run = procyclicality("1", "2");

        assertThat(run.err()).isEmpty();
        assertThat(run.code()).isZero();
        assertThat(run.out().replaceAll("(state hash +)[0-9a-f]{16}", "$1HASH")).isEqualTo("""
                epoch                  2
                sequence               24
                time                   2023-03-06T00:00:24Z
                state hash             HASH
                from                   2023-03-02
                to                     2023-03-06
                days with figures      3
                accounts with figures  2
                days without           2023-03-04 to 2023-03-05

                days
                DAY         ACCOUNTS  IM BEFORE  IM AFTER  RISE     RATIO  WORST ACCOUNT
                2023-03-02         2      76.40     80.00  3.60  1.047121              1
                2023-03-03         2      80.00     88.00  8.00  1.100000              1
                2023-03-06         2      17.60     17.60  0.00  1.000000              1

                accounts
                ACCOUNT  DAYS  WORST DAY   IM BEFORE  IM AFTER  RISE     RATIO  TROUGH DAY  TROUGH  PEAK DAY     PEAK  PEAK OVER TROUGH
                      1     3  2023-03-03      40.00     44.00  4.00  1.100000  2023-03-05   22.00  2023-03-03  44.00          2.000000
                      2     3  2023-03-03      40.00     44.00  4.00  1.100000  2023-03-05   22.00  2023-03-03  44.00          2.000000
                """);
    }

    @Test
    void jsonAndCsvHaveARowForEachAccountAndDay() {
        assertThat(procyclicality("--limit", "1", "--to", "2023-03-03", "--format", "csv")
                        .out())
                .isEqualTo("""
                account,day,im_before,im_after,rise,ratio
                1,2023-03-02,38.200000,40.000000,1.800000,1.047121
                1,2023-03-03,40.000000,44.000000,4.000000,1.100000
                """);
        assertThat(procyclicality("2", "--from", "2023-03-02", "--to", "2023-03-02", "--format", "json")
                        .out()
                        .replaceAll("(\"state_hash\" : \")[0-9a-f]{16}", "$1HASH"))
                .isEqualTo("""
                {
                  "epoch" : 2,
                  "sequence" : 20,
                  "time" : "2023-03-02T00:00:20Z",
                  "state_hash" : "HASH",
                  "from" : "2023-03-02",
                  "to" : "2023-03-02",
                  "days_with_figures" : 1,
                  "accounts_with_figures" : 1,
                  "days" : [ {
                    "day" : "2023-03-02",
                    "accounts" : 1,
                    "im_before" : "38.200000",
                    "im_after" : "40.000000",
                    "rise" : "1.800000",
                    "ratio" : "1.047121",
                    "worst_account" : 2
                  } ],
                  "accounts" : [ {
                    "account" : 2,
                    "days" : 1,
                    "worst_day" : "2023-03-02",
                    "im_before" : "38.200000",
                    "im_after" : "40.000000",
                    "rise" : "1.800000",
                    "ratio" : "1.047121",
                    "trough_day" : "2023-03-01",
                    "trough" : "38.200000",
                    "peak_day" : "2023-03-02",
                    "peak" : "40.000000",
                    "peak_over_trough" : "1.047121"
                  } ],
                  "figures" : [ {
                    "account" : 2,
                    "day" : "2023-03-02",
                    "im_before" : "38.200000",
                    "im_after" : "40.000000",
                    "rise" : "1.800000",
                    "ratio" : "1.047121"
                  } ]
                }
                """);
    }

    @Test
    void anAccountThatIsAskedForNothingIsSaidToHaveNoFigure() {
        final CommandLineRun run = procyclicality("0", "--format", "csv");

        assertThat(run.code()).isZero();
        assertThat(run.out()).isEqualTo("account,day,im_before,im_after,rise,ratio\n");
        assertThat(run.err()).isEqualTo("note: account 0 has no figure for any of these days\n");
    }

    private static void fails(final String message, final String... args) {
        final CommandLineRun run = procyclicality(args);

        assertThat(run.err()).isEqualTo("error: " + message + "\n");
        assertThat(run.out()).isEmpty();
        assertThat(run.code()).isEqualTo(ExitCode.USAGE);
    }

    @Test
    void daysThatHaveNoFigureAreNamed() {
        fails(
                "--from is 2023-03-01; allowed: 2023-03-02 to 2023-03-06, the whole days of the journal",
                "--from",
                "2023-03-01");
        fails(
                "--to is 2023-03-07; allowed: 2023-03-02 to 2023-03-06, the whole days of the journal",
                "--to",
                "2023-03-07");
        fails("--from is 2023-03-06, after --to, which is 2023-03-02", "--from", "2023-03-06", "--to", "2023-03-02");
        fails(
                "--to is 2023-03-04, in a gap: the journal has no commands on it, or none on the day before",
                "--to",
                "2023-03-04");
        fails(
                "--from is 2023-03-05, in a gap: the journal has no commands on it, or none on the day before",
                "--from",
                "2023-03-05");
        assertThat(procyclicality("--from", "today").err())
                .startsWith("error: Invalid value for option '--from': 'today' is not a day such as 2023-06-01");
    }

    @Test
    void anUnknownAccountAndAJournalOfLessThanTwoDaysAreNamed() {
        fails("no account 9; 'plimsoll account ls' lists them", "1", "9");
        final Path young = JournalFixture.write(folder.resolve("young"));
        final CommandLineRun run = CommandLineRun.over(young, "account", "procyclicality");

        assertThat(run.err())
                .isEqualTo("error: no whole day in the journal, which goes from 2023-03-01T00:00:01Z to"
                        + " 2023-03-01T00:00:19Z: a day needs the end of the day before and its own\n");
        assertThat(run.code()).isEqualTo(ExitCode.USAGE);
    }
}
