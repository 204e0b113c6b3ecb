package io.plimsoll.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.config.ConfigError;
import io.plimsoll.config.ConfigException;
import io.plimsoll.core.engine.EngineFault;
import io.plimsoll.journal.JournalError;
import io.plimsoll.journal.JournalException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What a user hears when something is wrong, and the exit code. */
class FailuresTest {
    @TempDir
    private Path folder;

    /** One row a mistake: what was typed, then the two lines of the answer. */
    @ParameterizedTest
    @CsvSource(
            delimiterString = " => ",
            quoteCharacter = '`',
            value = {
                "replya => error: 'plimsoll' has no command 'replya'; commands: demo, serve, stat, replay, journal, state, account,"
                        + " what-if, scenarios, conformance, backtest, bench, config, doctor, completion, help; did you mean 'replay'? => try 'plimsoll --help'",
                "account sho => error: 'plimsoll account' has no command 'sho'; commands: ls, show, explain, relief, liquidation, impact, procyclicality, pnl, timeline; did you mean"
                        + " 'show'? => try 'plimsoll account --help'",
                "journal ls out/j => error: 'plimsoll journal ls' takes no 'out/j' => try 'plimsoll journal ls --help'",
                "journal ls --jurnal j => error: 'plimsoll journal ls' has no option '--jurnal'; did you mean '--journal'?"
                        + " => try 'plimsoll journal ls --help'",
                "account ls --limit 0 => error: --limit is 0; allowed: from 1 => try 'plimsoll account ls --help'",
                "replay --verfy => error: 'plimsoll replay' has no option '--verfy'; did you mean '--verify'? => try 'plimsoll replay --help'",
                "replay --to-seq => error: Missing required parameter for option '--to-seq' (N) => try 'plimsoll replay"
                        + " --help'",
                "replay --to-seq x => error: Invalid value for option '--to-seq': 'x' is not a whole number, or is too large"
                        + " => try 'plimsoll replay --help'",
                "replay --until noon => error: Invalid value for option '--until': 'noon' is not a time such as"
                        + " 2023-06-01T00:00:00Z => try 'plimsoll replay --help'",
                "state show --format xml => error: Invalid value for option '--format': 'xml' is not one of table, json, csv"
                        + " => try 'plimsoll state show --help'",
                "state show --progress plan => error: Invalid value for option '--progress': 'plan' is not one of auto,"
                        + " plain, none; did you mean 'plain'? => try 'plimsoll state show --help'",
                "account ls --sort unimmr => error: Invalid value for option '--sort': 'unimmr' is not one of id, uni_mmr,"
                        + " mm_utilisation, margin_equity, free_margin, notional; did you mean 'uni_mmr'? => try 'plimsoll"
                        + " account ls --help'",
                "account show => error: Missing required parameter: 'ID' => try 'plimsoll account show --help'",
                "journal dump --type Trad => error: no message is called 'Trad'; did you mean 'Trade'? => try 'plimsoll"
                        + " journal dump --help'",
                "journal dump --limit 0 => error: --limit is 0; allowed: from 1 => try 'plimsoll journal dump --help'",
                "journal dump --from-seq 9 --to-seq 5 => error: --from-seq is 9, after --to-seq, which is 5 => try 'plimsoll"
                        + " journal dump --help'",
                "journal tail -n -1 => error: --records is -1; allowed: from 0 => try 'plimsoll journal tail --help'",
                "journal dump --account seven => error: Invalid value for option '--account' (ID): 'seven' is not a whole number, or is"
                        + " too large => try 'plimsoll journal dump --help'",
                "journal export => error: Missing required option: '--out=DIR|FILE' => try 'plimsoll journal export --help'",
                "replay --expect-hash 12 => error: --expect-hash is '12'; allowed: 16 hexadecimal digits => try 'plimsoll"
                        + " replay --help'",
                "state diff => error: name two journals, or two moments of one with --at-seq N and --to-seq N => try"
                        + " 'plimsoll state diff --help'",
                "state diff one => error: two journals are needed, or none and --at-seq => try 'plimsoll state diff --help'",
                "account timeline => error: Missing required parameter: 'ID' => try 'plimsoll account timeline --help'",
                "journal => error: missing command; commands: ls, stat, dump, tail, verify,"
                        + " export => try 'plimsoll journal --help'",
                "state => error: missing command; commands: hash, show, diff => try 'plimsoll state --help'",
                "account => error: missing command; commands: ls, show, explain, relief, liquidation, impact, procyclicality, pnl, timeline => try 'plimsoll account --help'",
            })
    void namesTheMistakeAndTheNearestWord(final String typed, final String error, final String hint) {
        final CommandLineRun run = CommandLineRun.of(typed.split(" ", -1));

        assertThat(run.err()).isEqualTo(error + "\n" + hint + "\n");
        assertThat(run.out()).isEmpty();
        assertThat(run.code()).isEqualTo(2);
    }

    @Test
    void saysHowToGetAJournalWhenThereIsNone() {
        final CommandLineRun run = CommandLineRun.of("replay", "--journal", folder.toString());

        assertThat(run.err())
                .isEqualTo("error: no journal in '" + folder + "'; 'plimsoll serve' or 'plimsoll demo' begins one,"
                        + " --journal DIR names another folder\n");
        assertThat(run.code()).isEqualTo(2);
    }

    @Test
    void namesTheJournalThatMayBeMeant() {
        final Path journal = JournalFixture.write(folder.resolve("demo").resolve("journal"));

        assertThat(CommandLineRun.of(
                                "replay", "--journal", folder.resolve("demo").toString())
                        .err())
                .isEqualTo("error: no journal in '" + journal.getParent() + "'; did you mean '" + journal + "'?\n");
        final Path part = journal.resolve("generation-000001").resolve("MANIFEST");
        assertThat(CommandLineRun.of("replay", "--journal", part.toString()).err())
                .isEqualTo("error: no journal in '" + part + "': it is a file; did you mean '" + journal + "'?\n");
    }

    @Test
    void readsTheJournalOfTheConfigurationWhenNoneIsNamed() throws IOException {
        final Path journal = JournalFixture.write(folder.resolve("j"));
        final Path file = Files.writeString(folder.resolve("e.yaml"), "journal: { folder: " + journal + " }\n");
        final CommandLineRun named = CommandLineRun.of("state", "hash", "--journal", journal.toString());

        assertThat(CommandLineRun.of("state", "hash", "--config", file.toString()))
                .isEqualTo(named);
        assertThat(CommandLineRun.of("state", "hash", "--set", "journal.folder=" + journal))
                .isEqualTo(named);
        assertThat(CommandLineRun.of("state", "hash", "--set", "journal.folder=" + folder)
                        .err())
                .startsWith("error: no journal in '" + folder + "' (journal.folder, --set journal.folder); ");
    }

    @Test
    void saysWhatIsWrongWithAFile() throws IOException {
        final String journal = JournalFixture.write(folder.resolve("j")).toString();
        final Path file = Files.writeString(folder.resolve("file"), "");

        final CommandLineRun run = CommandLineRun.of(
                "journal",
                "export",
                "--journal",
                journal,
                "-o",
                file.resolve("out").toString());

        assertThat(run.err()).startsWith("error: '" + file.resolve("out") + "': Not a directory\n");
        assertThat(run.code()).isEqualTo(1);
    }

    @Test
    void saysWhereTheJournalEndsWhenASequenceIsBeyond() {
        final String journal = JournalFixture.write(folder.resolve("j")).toString();

        final CommandLineRun replay = CommandLineRun.of("replay", "--to-seq", "20", "--journal", journal);
        final CommandLineRun show = CommandLineRun.of("state", "show", "--at-seq", "20", "--journal", journal);

        assertThat(replay.err())
                .isEqualTo("error: there is no sequence 20; the journal ends at 19, 2023-03-01T00:00:19Z\n");
        assertThat(show.err()).isEqualTo(replay.err());
        assertThat(List.of(replay.code(), show.code())).containsExactly(2, 2);
    }

    @Test
    void saysThatAnAccountIsUnknown() {
        final String journal = JournalFixture.write(folder.resolve("j")).toString();

        final CommandLineRun run = CommandLineRun.of("account", "show", "9", "--journal", journal);

        assertThat(run.err()).isEqualTo("error: no account 9; 'plimsoll account ls' lists them\n");
        assertThat(run.code()).isEqualTo(2);
    }

    @Test
    void reportsTheFirstEventThatReplayMakesOtherwise() {
        final String journal = JournalFixture.writeWithALie(folder.resolve("j")).toString();

        final CommandLineRun run = CommandLineRun.of("replay", "--verify", "--journal", journal);

        assertThat(run.code()).isEqualTo(3);
        assertThat(run.err()).isEqualTo("error: sequence 14, event 0: replay differs from the journal\n");
        assertThat(run.out())
                .contains("equal                  false\n")
                .contains("change=1000000001")
                .contains("change=1000000000");
        assertThat(CommandLineRun.of("replay", "--journal", journal).code()).isZero();
    }

    @Test
    void findsADamagedRecord() throws IOException {
        final Path journal = JournalFixture.write(folder.resolve("j"));
        JournalFixture.damageFirstCommand(journal);

        final CommandLineRun verify = CommandLineRun.of("journal", "verify", "--journal", journal.toString());
        final CommandLineRun replay = CommandLineRun.of("replay", "--journal", journal.toString());

        assertThat(verify.code()).isEqualTo(4);
        assertThat(verify.out()).contains("sound             false\n");
        assertThat(verify.err())
                .startsWith("error: BAD_CRC in generation 1, file ")
                .hasLineCount(1);
        assertThat(replay.code()).isEqualTo(4);
        assertThat(replay.err()).isEqualTo(verify.err());
    }

    @Test
    void showsEveryErrorOfAConfiguration() throws IOException {
        final Path file = Files.writeString(folder.resolve("e.yaml"), "idle: busi\nthread: 1\n");

        final CommandLineRun run = CommandLineRun.of("serve", "--config", file.toString());

        assertThat(run.err())
                .isEqualTo(
                        "error: " + file + ":1:7: idle is 'busi'; allowed: busy, yield, backoff; did you mean 'busy'?\n"
                                + "error: " + file
                                + ":2:1: unknown key 'thread' in the file; keys here: limits, journal, aeron,"
                                + " sessions, sequencer, threads, idle, checkpoint-every, sources; did you mean 'threads'?\n");
        assertThat(run.code()).isEqualTo(2);
    }

    @Test
    void refusesMarketsForWhichTheLimitsHaveNoRoom() throws IOException {
        final Path file = Files.writeString(folder.resolve("e.yaml"), "limits: { assets: 2 }\n");

        final CommandLineRun run = CommandLineRun.of(
                "serve",
                "--config",
                file.toString(),
                "--journal",
                folder.resolve("j").toString());

        assertThat(run.err())
                .isEqualTo("error: " + file + ":1:19: limits.assets is 2, but the markets have 10; allowed: from 10\n");
        assertThat(run.code()).isEqualTo(2);
    }

    @Test
    void tellsWhenAnotherProcessHasTheJournal() {
        final Path journal = JournalFixture.write(folder.resolve("j"));
        try (JournalFixture holder = JournalFixture.open(journal)) {
            final CommandLineRun run = CommandLineRun.of("serve", "--journal", journal.toString());

            assertThat(run.code()).isEqualTo(7);
            assertThat(run.err().lines()).last().asString().startsWith("error: the journal ");
        }
    }

    @Test
    void refusesAJournalOfAnEngineWithOtherLimits() {
        final Path journal = JournalFixture.write(folder.resolve("j"));

        final CommandLineRun run = CommandLineRun.of("serve", "--journal", journal.toString());

        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err().lines()).last().asString().startsWith("error: LIMITS_DIFFER in generation 1");
    }

    @Test
    void saysWhyALogCannotBeWritten() {
        final Path log = folder.resolve("none").resolve("engine.log");

        final CommandLineRun run =
                CommandLineRun.of("serve", "--journal", folder.resolve("j").toString(), "--log-file", log.toString());

        assertThat(run.err())
                .isEqualTo("error: the log '" + log + "' cannot be written: there is no folder '" + log.getParent()
                        + "'\n");
        assertThat(run.code()).isEqualTo(2);
    }

    @Test
    void showsWhatIsAllowedForAnInterval() {
        assertThat(CommandLineRun.of("stat", "--interval", "5").err())
                .startsWith("error: Invalid value for option '--interval': '5' is not a time such as 500ms, 5s or 1m");
        assertThat(CommandLineRun.of("stat", "--interval", "10ms").err())
                .startsWith("error: --interval is 10ms; allowed: from 100ms\n");
        assertThat(CommandLineRun.of("stat", "--aeron", "a", "--journal", "j").err())
                .startsWith("error: --aeron and --journal both say which engine; give one of them\n");
    }

    @Test
    void showsAStackTraceOnDemandOnly() {
        final String journal = folder.toString();

        assertThat(CommandLineRun.of("replay", "--journal", journal).err()).doesNotContain("at io.plimsoll");
        assertThat(CommandLineRun.of("replay", "--stacktrace", "--journal", journal)
                        .err())
                .contains("at io.plimsoll.cli.JournalOption.existing");
        assertThat(CommandLineRun.of("--stacktrace", "replay", "--journal", journal)
                        .err())
                .contains("at io.plimsoll.cli.JournalOption.existing");
    }

    @ParameterizedTest
    @EnumSource(JournalError.class)
    void givesEveryErrorOfAJournalAnExitCode(final JournalError error) {
        final int expected =
                switch (error) {
                    case GAP -> 5;
                    case DIFFERENCE -> 3;
                    case LIMITS_DIFFER -> 2;
                    case ROLLED_BACK -> 1;
                    case BAD_CRC,
                            BROKEN_CHAIN,
                            UNKNOWN_VERSION,
                            WRONG_GENERATION,
                            TRUNCATED,
                            MISSING_FILE,
                            BAD_MANIFEST -> 4;
                };

        assertThat(Failures.codeOf(new JournalException(error, 1, folder, 1, "")))
                .isEqualTo(expected);
    }

    @Test
    void givesOtherErrorsAnExitCode() {
        assertThat(Failures.codeOf(new EngineFault("sums"))).isEqualTo(6);
        assertThat(Failures.codeOf(new ConfigException(List.of(new ConfigError("f", 1, 1, "x")))))
                .isEqualTo(2);
        assertThat(Failures.codeOf(new IOException("disk"))).isEqualTo(1);
    }

    @Test
    void documentsExitCodesInTheHelpOfEveryCommand() {
        for (final String command :
                List.of("", "replay", "serve", "demo", "journal dump", "account ls", "state hash")) {
            final CommandLineRun run =
                    CommandLineRun.of((command + " --help").strip().split(" ", -1));
            assertThat(run.code()).isZero();
            assertThat(run.out()).contains("Exit codes:", "3   replay differs from the journal", "7   another process");
        }
    }
}
