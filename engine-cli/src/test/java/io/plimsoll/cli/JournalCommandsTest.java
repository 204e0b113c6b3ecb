package io.plimsoll.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands that look into a journal, over the one of {@link JournalFixture}. */
class JournalCommandsTest {
    @TempDir
    private static Path folder;

    private static String journal;

    @TempDir
    private Path target;

    @BeforeAll
    static void write() {
        journal = JournalFixture.write(folder.resolve("journal")).toString();
    }

    @Test
    void lsListsGenerationsAndFilesWithoutCounting() {
        assertThat(answer("journal", "ls")).isEqualTo("""
                        generations
                        EPOCH  FIRST SEQUENCE  LAST SEQUENCE  COMMANDS  FIRST TIME            LAST TIME             END
                            1               1             19        19  2023-03-01T00:00:01Z  2023-03-01T00:00:19Z  closed

                        files
                        EPOCH  QUEUE     FILE             BYTES  USED  RECORDS  FIRST SEQUENCE  LAST SEQUENCE  FIRST TIME            LAST TIME
                            1  commands  19700101F.cq4  1310720     -       19               1             19  2023-03-01T00:00:01Z  2023-03-01T00:00:19Z
                            1  events    19700101F.cq4  1310720     -        -               1             19  2023-03-01T00:00:01Z  2023-03-01T00:00:19Z
                        """);
    }

    @Test
    void lsCountsAllRecordsWhenAskedTo() {
        assertThat(answer("journal", "ls", "--scan", "--format", "csv"))
                .contains("files,1,records,19\n", "files,2,records,38\n");
    }

    @Test
    void lsTellsAnOpenGenerationFromOnesThatEnded() {
        final Path open = JournalFixture.write(folder.resolve("open"));
        try (JournalFixture engine = JournalFixture.open(open)) {
            assertThat(CommandLineRun.of("journal", "ls", "--format", "csv", "--journal", open.toString())
                            .out())
                    .contains(
                            "generations,1,end,closed\n",
                            "generations,2,commands,0\n",
                            "generations,2,end,\"open, process "
                                    + ProcessHandle.current().pid() + "\"\n");
        }
    }

    @Test
    void statCountsRecordsBytesAndSources() {
        assertThat(answer("journal", "stat", "--from-seq", "15", "--to-seq", "17"))
                .isEqualTo("""
                        journal                JOURNAL
                        first sequence         15
                        last sequence          17
                        first time             2023-03-01T00:00:15Z
                        last time              2023-03-01T00:00:17Z
                        seconds                2.000
                        commands               3
                        events                 6
                        bytes                  1156
                        commands per second    1.500
                        checkpoints            0
                        last checkpoint        -
                        checkpoint state hash  -

                        messages
                        MESSAGE           KIND     RECORDS  BYTES  BYTES PERCENT  MEAN BYTES  REFUSED
                        Deposit           command        1    120           10.4         120        0
                        MarkPrice         command        1    112            9.7         112        0
                        Trade             command        1    177           15.3         177        0
                        CommandCompleted  event          3    366           31.7         122        -
                        PositionChanged   event          2    264           22.8         132        -
                        BalanceChanged    event          1    117           10.1         117        -

                        refusals
                        (none)

                        sources
                        SOURCE  COMMANDS  REFUSED  FIRST NUMBER  LAST NUMBER
                             0         3        0            15           17
                        """);
    }

    @Test
    void statOfNothingIsZero() {
        assertThat(answer("journal", "stat", "--account", "9", "--format", "csv"))
                .contains(",,commands,0\n", ",,bytes,0\n", ",,commands_per_second,-\n");
    }

    @Test
    void dumpFindsAllThatNamesAnAccountAndTheAnswersToIt() {
        assertThat(answer("journal", "dump", "--account", "2").lines().map(line -> line.split(" account| source")[0]))
                .containsExactly(
                        "1/13  2023-03-01T00:00:13Z  DefineAccount",
                        "1/13.1    CommandCompleted",
                        "1/15  2023-03-01T00:00:15Z  Deposit",
                        "1/15.0    BalanceChanged",
                        "1/15.1    CommandCompleted",
                        "1/17  2023-03-01T00:00:17Z  Trade",
                        "1/17.0    PositionChanged",
                        "1/17.2    CommandCompleted",
                        "1/19.0    StatusChanged",
                        "1/19.1    LiquidationRequested");
        assertThat(answer("journal", "dump", "--account", "1,2", "--type", "PositionChanged")
                        .lines())
                .hasSize(2);
    }

    @Test
    void dumpFindsWhatASourceSentAndTheEventsOfIt() {
        assertThat(answer("journal", "dump", "--source", "0").lines()).hasSize(57);
        assertThat(run("journal", "dump", "--source", "1").err()).isEqualTo("note: no record matches\n");
    }

    @Test
    void dumpKeepsToATimeSpan() {
        assertThat(answer(
                                "journal",
                                "dump",
                                "--type",
                                "command",
                                "--from",
                                "2023-03-01T00:00:14.5Z",
                                "--until",
                                "2023-03-01T00:00:16Z")
                        .lines()
                        .map(line -> line.substring(0, 4)))
                .containsExactly("1/15", "1/16");
    }

    @Test
    void sayWhenNothingMatchesAndDoNotFail() {
        for (final List<String> command : List.of(
                List.of("journal", "dump", "--type", "Alarm"),
                List.of("journal", "tail", "--account", "9"),
                List.of("journal", "export", "--account", "9", "-o", target.toString()))) {
            final CommandLineRun run = run(command.toArray(String[]::new));
            assertThat(run.err()).isEqualTo("note: no record matches\n");
            assertThat(run.code()).isZero();
        }
    }

    @Test
    void tailPrintsTheLastRecordsThatMatch() {
        assertThat(answer("journal", "tail", "-n", "2").lines().map(line -> line.split(" [a-z]")[0]))
                .containsExactly("1/19.1    LiquidationRequested", "1/19.2    CommandCompleted");
        assertThat(answer("journal", "tail").lines()).hasSize(20);
        assertThat(answer("journal", "tail", "-n", "1", "--type", "Trade")).startsWith("1/17  ");
    }

    @Test
    void exportWritesAColumnAField() throws IOException {
        final Path file = target.resolve("trades.csv");

        assertThat(answer("journal", "export", "--type", "trade", "-o", file.toString()))
                .isEqualTo("MESSAGE  ROWS  FILE\nTrade       1  " + file + "\n");

        assertThat(file).hasContent("""
                        epoch,sequence,index,time,source,source_sequence,instrument,trade_id,price_ticks,lots,buy_account,sell_account,buy_order,sell_order,buy_fee_minor,sell_fee_minor,taker_side
                        1,17,0,2023-03-01T00:00:17Z,0,17,1,1,200000,100,2,1,0,0,0,0,BUY
                        """);
    }

    @Test
    void exportWritesAFileAMessageWithGroupsAsJson() throws IOException {
        answer("journal", "export", "--type", "LiquidationRequested,OrderPlace,Alarm", "-o", target.toString());

        assertThat(filesIn(target)).containsExactly("Alarm.csv", "LiquidationRequested.csv", "OrderPlace.csv");
        assertThat(target.resolve("LiquidationRequested.csv")).hasContent("""
                        epoch,sequence,index,time,source,source_sequence,account,margin_equity_usd_e6,maintenance_margin_usd_e6,notional_usd_e6,positions
                        1,19,1,2023-03-01T00:00:19Z,0,19,2,10000000,19100000,1910000000,"[{""lots"":100,""mark"":191000,""entryCost"":2000000000,""instrument"":1}]"
                        """);
        assertThat(target.resolve("OrderPlace.csv")).hasContent("""
                        epoch,sequence,index,time,source,source_sequence,instrument,account,order,lots,limit_price_ticks,side,reduce_only,good_till_ns
                        1,18,0,2023-03-01T00:00:18Z,0,18,1,1,7,5,198000,BUY,false,0
                        """);
        assertThat(target.resolve("Alarm.csv"))
                .hasContent(
                        "epoch,sequence,index,time,source,source_sequence,account,trade_id,order,lots,instrument,code\n");
    }

    @Test
    void exportOfAllWritesWhatOccurs() throws IOException {
        answer("journal", "export", "-o", target.toString());

        assertThat(filesIn(target)).contains("Trade.csv", "DefineTierTable.csv").doesNotContain("Alarm.csv");
    }

    @Test
    void exportReplacesNothingUnlessForced() throws IOException {
        final Path file = Files.writeString(target.resolve("Trade.csv"), "mine");

        final CommandLineRun refused = run("journal", "export", "--type", "Trade,Deposit", "-o", target.toString());

        assertThat(refused.code()).isEqualTo(2);
        assertThat(refused.err()).startsWith("error: '" + file + "' exists; --force replaces it\n");
        assertThat(filesIn(target)).containsExactly("Trade.csv");
        assertThat(file).hasContent("mine");
        answer("journal", "export", "--type", "Trade,Deposit", "-o", target.toString(), "--force");
        assertThat(file).content().startsWith("epoch,");
    }

    @Test
    void exportLeavesNothingBehindWhenTheJournalIsDamaged() throws IOException {
        final Path damaged = JournalFixture.write(folder.resolve("damaged"));
        JournalFixture.damageFirstCommand(damaged);

        final CommandLineRun run =
                CommandLineRun.of("journal", "export", "-o", target.toString(), "--journal", damaged.toString());

        assertThat(run.code()).isEqualTo(4);
        assertThat(filesIn(target)).isEmpty();
    }

    @Test
    void verifySaysOfEveryFileWhatItFound() throws IOException {
        final Path damaged = JournalFixture.write(folder.resolve("damaged2"));
        JournalFixture.damageFirstCommand(damaged);

        assertThat(CommandLineRun.of("journal", "verify", "--format", "csv", "--journal", damaged.toString())
                        .out())
                .contains("files,1,found,BAD_CRC at 1\n", "files,2,found,clean\n");
    }

    @Test
    void tailShowsWhatStandsBeforeDamage() throws IOException {
        final Path damaged = JournalFixture.write(folder.resolve("damaged3"));
        JournalFixture.damageCommand(damaged, 18);

        final CommandLineRun run = CommandLineRun.of("journal", "tail", "-n", "1", "--journal", damaged.toString());

        assertThat(run.code()).isEqualTo(4);
        assertThat(run.out()).startsWith("1/17.2    CommandCompleted");
        assertThat(run.err()).startsWith("error: BAD_CRC in generation 1");
    }

    private static List<String> filesIn(final Path directory) throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    private static CommandLineRun run(final String... args) {
        return CommandLineRun.of(
                Stream.concat(Stream.of(args), Stream.of("--journal", journal)).toArray(String[]::new));
    }

    private static String answer(final String... args) {
        final CommandLineRun run = run(args);
        assertThat(run.err()).isEmpty();
        assertThat(run.code()).isZero();
        return run.out().replace(journal, "JOURNAL");
    }
}
