package io.plimsoll.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands that read a journal, over the one of {@link JournalFixture}. */
class ReadCommandsTest {
    @TempDir
    private static Path folder;

    private static String journal;

    @BeforeAll
    static void write() {
        journal = JournalFixture.write(folder.resolve("journal")).toString();
    }

    @Test
    void replayVerifiesEveryEvent() {
        assertThat(answer("replay", "--verify")).isEqualTo("""
                        journal              JOURNAL
                        epoch                1
                        sequence             19
                        time                 2023-03-01T00:00:19Z
                        events               38
                        state hash           HASH
                        seconds              0.000
                        commands per second  19000
                        events per second    38000
                        events compared      38
                        equal                true
                        """);
    }

    @Test
    void replayStopsAtTheEarlierOfSequenceAndTime() {
        assertThat(answer("replay", "--to-seq", "5")).contains("sequence             5\n");
        assertThat(answer("replay", "--until", "2023-03-01T00:00:07.5Z")).contains("sequence             7\n");
        assertThat(answer("replay", "--to-seq", "5", "--until", "2023-03-01T00:00:03Z"))
                .contains("sequence             3\n");
    }

    @Test
    void stateHashIsThatOfTheReplay() {
        final String hash = run("state", "hash", "--format", "csv").out();

        assertThat(hash).matches("epoch,sequence,time,state_hash\n1,19,2023-03-01T00:00:19Z,[0-9a-f]{16}\n");
        assertThat(run("replay").out()).contains("state hash           " + hash.substring(hash.length() - 17));
        assertThat(run("state", "hash", "--format", "csv", "--at-seq", "18").out())
                .isNotEqualTo(hash)
                .contains("\n1,18,");
    }

    @Test
    void stateShowListsMarketsMoneyAndStatuses() {
        assertThat(answer("state", "show")).isEqualTo("""
                        epoch                     1
                        sequence                  19
                        time                      2023-03-01T00:00:19Z
                        state hash                HASH
                        accounts                  2
                        open positions            2
                        open orders               1
                        unrealised profit credit  0 %
                        margin call point         50 %
                        liquidation exit          110 %
                        order price band          10 %
                        phase in ns               86400000000000

                        accounts by status
                        STATUS       ACCOUNTS
                        NORMAL              1
                        NO_NEW_RISK         0
                        MARGIN_CALL         0
                        LIQUIDATION         0
                        BACKSTOP            1
                        BANKRUPT            0

                        assets
                        ASSET  INDEX PRICE  HAIRCUT  INITIAL HAIRCUT  LIABILITY HAIRCUT      EXTERNAL        FEES   IN FLIGHT   INSURANCE    SUSPENSE     FUNDING  SETTLEMENT    INTEREST       HOUSE
                        USDC             1      0 %              0 %                0 %  -1100.000000    0.000000    0.000000    0.000000    0.000000    0.000000    0.000000    0.000000    0.000000
                        BTC              -      5 %              5 %                5 %    0.00000000  0.00000000  0.00000000  0.00000000  0.00000000  0.00000000  0.00000000  0.00000000  0.00000000

                        instruments
                        INSTRUMENT  KIND              UNDERLYING  SETTLEMENT  MARKET  MARK TICKS  TICK VALUE  POSITION LOTS MAX  HOLDERS  TIER TABLE  EXPIRY
                        BTC-PERP    LINEAR_PERPETUAL  BTC         USDC        OPEN        191000    0.000100            1000000        2           1       -

                        sources
                        SOURCE  ROLE  ORDERING  LAST NUMBER  STALE
                             0  HOST  MONOTONE           19      0
                        """);
    }

    @Test
    void accountLsListsThoseInDangerFirst() {
        // Account 2: 100 - 0.1 x 900 = 10 USDC; 0.1 x 19,100 = 1,910 notional, 2 % and 1 % of it.
        assertThat(answer("account", "ls", "--sort", "uni_mmr")).isEqualTo("""
                        ACCOUNT  GROUP  STATUS    MARGIN EQUITY  INITIAL MARGIN  MAINTENANCE MARGIN  FREE MARGIN  UNI MMR  MM UTILISATION     NOTIONAL  POSITIONS  ORDERS
                              2      2  BACKSTOP      10.000000       38.200000           19.100000   -28.200000   0.5235          1.9100  1910.000000          1       0
                              1      1  NORMAL      1090.000000       41.700000           19.100000  1048.300000  57.0680          0.0175  1910.000000          1       1
                        """);
    }

    @Test
    void accountLsFiltersSortsAndLimits() {
        assertThat(answer("account", "ls", "--status", "liquidation,backstop", "--format", "csv"))
                .isEqualTo("""
                        account,group,status,margin_equity,initial_margin,maintenance_margin,free_margin,uni_mmr,mm_utilisation,notional,positions,orders
                        2,2,BACKSTOP,10.000000,38.200000,19.100000,-28.200000,0.5235,1.9100,1910.000000,1,0
                        """);
        assertThat(answer("account", "ls", "--sort", "margin_equity", "--limit", "1", "--format", "csv"))
                .contains("\n2,2,")
                .doesNotContain("\n1,1,");
        assertThat(answer("account", "ls", "--status", "bankrupt")).isEqualTo("(none)\n");
    }

    @Test
    void accountShowTellsMarginBalancesPositionsAndOrders() {
        assertThat(answer("account", "show", "1", "--format", "json")).isEqualTo("""
                        {
                          "epoch" : 1,
                          "sequence" : 19,
                          "time" : "2023-03-01T00:00:19Z",
                          "state_hash" : "HASH",
                          "account" : 1,
                          "group" : 1,
                          "mode" : "CROSS",
                          "status" : "NORMAL",
                          "trading" : "open",
                          "margin_equity" : "1090.000000",
                          "net_asset_value" : "1090.000000",
                          "option_value" : "0.000000",
                          "initial_margin" : "41.700000",
                          "initial_margin_of_positions" : "38.200000",
                          "initial_margin_of_collateral" : "0.000000",
                          "maintenance_margin" : "19.100000",
                          "free_margin" : "1048.300000",
                          "uni_mmr" : "57.0680",
                          "mm_utilisation" : "0.0175",
                          "notional" : "1910.000000",
                          "balances" : [ {
                            "asset" : "USDC",
                            "balance" : "1000.000000",
                            "index_price" : "1"
                          } ],
                          "positions" : [ {
                            "instrument" : "BTC-PERP",
                            "lots" : -100,
                            "mark_ticks" : 191000,
                            "value" : "-1910.000000",
                            "entry_cost" : "-2000.000000",
                            "unrealised" : "90.000000",
                            "settlement" : "USDC"
                          } ],
                          "orders" : [ {
                            "order" : 7,
                            "instrument" : "BTC-PERP",
                            "lots" : 5,
                            "limit_ticks" : 198000,
                            "quote" : "no",
                            "reduce_only" : "no",
                            "bound_to" : "-"
                          } ]
                        }
                        """);
    }

    @Test
    void accountShowGoesBackInTime() {
        assertThat(answer("account", "show", "2", "--at-seq", "15"))
                .contains("margin equity                 100.000000\n", "uni mmr                       -\n")
                .endsWith("positions\n(none)\n\norders\n(none)\n");
    }

    @Test
    void journalVerifyCountsWhatIsThere() {
        assertThat(answer("journal", "verify", "--format", "csv"))
                .contains(",,sound,true\n", ",,commands,19\n", ",,events,38\n", "files,2,queue,events\n");
    }

    @Test
    void journalDumpPrintsEachCommandThenItsEvents() {
        assertThat(answer("journal", "dump", "--from-seq", "15", "--to-seq", "16"))
                .isEqualTo("""
                        1/15  2023-03-01T00:00:15Z  Deposit sourceSequence=15 source=0 asset=1 account=2 amount=100000000
                        1/15.0    BalanceChanged account=2 change=100000000 balance=100000000 asset=1 reason=DEPOSIT
                        1/15.1    CommandCompleted sourceSequence=15 source=0 templateId=150 originalSequence=15 detail=0 reason=NONE
                        1/16  2023-03-01T00:00:16Z  MarkPrice sourceSequence=16 source=0 instrument=1 price=200000
                        1/16.0    CommandCompleted sourceSequence=16 source=0 templateId=201 originalSequence=16 detail=0 reason=NONE
                        """);
    }

    @Test
    void journalDumpFiltersByMessageAndKind() {
        assertThat(answer("journal", "dump", "--type", "trade,StatusChanged").lines())
                .hasSize(2)
                .satisfiesExactly(
                        line -> assertThat(line).startsWith("1/17  2023-03-01T00:00:17Z  Trade "),
                        line -> assertThat(line).startsWith("1/19.0    StatusChanged "));
        assertThat(answer("journal", "dump", "--type", "command").lines()).hasSize(19);
        assertThat(answer("journal", "dump", "--type", "event", "--limit", "7").lines())
                .hasSize(7);
    }

    @Test
    void journalDumpWritesJsonCsvAndHex() {
        final String group = "\"positions\":[{\"lots\":100,\"mark\":191000,\"entryCost\":2000000000,\"instrument\":1}]";

        assertThat(answer("journal", "dump", "--type", "LiquidationRequested", "--format", "json"))
                .startsWith("{\"kind\":\"EVENT\",\"epoch\":1,\"sequence\":19,\"index\":1,")
                .contains("\"message\":\"LiquidationRequested\",\"fields\":{\"account\":2,", group)
                .endsWith("}]}}\n");
        assertThat(answer("journal", "dump", "--type", "LiquidationRequested", "--format", "csv")
                        .lines())
                .hasSize(2)
                .first()
                .asString()
                .startsWith("kind,epoch,sequence,index,")
                .endsWith(",message,fields");
        assertThat(answer("journal", "dump", "--type", "Trade", "--format", "hex"))
                .startsWith("1/17  Trade, 177 bytes, payload from 80\n  0000  50 4c 01 01 ")
                .contains("  PL..");
    }

    private static CommandLineRun run(final String... args) {
        final String[] all = Arrays.copyOf(args, args.length + 2);
        all[args.length] = "--journal";
        all[args.length + 1] = journal;
        return CommandLineRun.of(all);
    }

    /** What a command says that succeeds, with the folder and the state hash taken out. */
    private static String answer(final String... args) {
        final CommandLineRun run = run(args);
        assertThat(run.err()).isEmpty();
        assertThat(run.code()).isZero();
        return run.out().replace(journal, "JOURNAL").replaceAll("(state.hash\\W+)[0-9a-f]{16}", "$1HASH");
    }
}
