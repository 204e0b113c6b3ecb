package io.plimsoll.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.cli.audit.AuditLog;
import io.plimsoll.sbe.OrderSides;
import io.plimsoll.sbe.Side;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What the tools say of an account whose orders were cancelled at once and whose trading was stopped: account 1 of
 * {@link JournalFixture}, from sequence 20 on.
 */
class TradingStopTest {
    private static final long STOP = 24;

    @TempDir
    private static Path folder;

    private static Path journal;

    @BeforeAll
    static void write() {
        journal = JournalFixture.write(folder.resolve("journal"));
        try (JournalFixture fixture = JournalFixture.open(journal)) {
            fixture.order(1, 8, Side.SELL, 1, 191_000);
            fixture.cancelOrders(1, 1, OrderSides.BUY);
            fixture.cancelOrders(1, 0, OrderSides.BOTH);
            fixture.stopTrading(1, 0);
            fixture.stopTrading(0, 1);
            fixture.order(1, 9, Side.SELL, 1, 191_000);
            fixture.stopTrading(0, 2);
            fixture.resumeTrading(0, 1);
        }
    }

    @Test
    void timelineTellsOfStopsOfTheAccountAndOfItsGroup() {
        assertThat(run("account", "timeline", "1", "--from-seq", "21", "--format", "csv")
                        .out())
                .isEqualTo("""
                        sequence,time,what,detail,margin_equity,maintenance_margin,cause
                        21,2023-03-01T00:00:21Z,ORDER_CANCELLED,"order 7 of BTC-PERP, 5 lots remain at 198,000 ticks",-,-,cancellation of all orders of BTC-PERP that buy
                        22,2023-03-01T00:00:22Z,ORDER_CANCELLED,"order 8 of BTC-PERP, 1 lot remain at 191,000 ticks",-,-,cancellation of all orders
                        23,2023-03-01T00:00:23Z,TRADING_STOPPED,trading of account 1,-,-,stop of trading of account 1 by source 0
                        24,2023-03-01T00:00:24Z,TRADING_STOPPED,trading of group 1,-,-,stop of trading of group 1 by source 0
                        25,2023-03-01T00:00:25Z,REFUSED,"TRADING_STOPPED, detail 1",-,-,"order 9 to sell 1 lot of BTC-PERP at 191,000 ticks"
                        27,2023-03-01T00:00:27Z,TRADING_RESUMED,trading of group 1,-,-,resumption of trading of group 1 by source 0
                        """);
    }

    @Test
    void accountShowSaysWhoseTradingIsStopped() {
        assertThat(tradingAt(STOP - 2)).isEqualTo("open");
        assertThat(tradingAt(STOP - 1)).isEqualTo("stopped");
        assertThat(tradingAt(STOP)).isEqualTo("stopped with group 1");
        assertThat(tradingAt(STOP + 3)).isEqualTo("stopped");
    }

    @Test
    void diffShowsTheStop() {
        assertThat(run("state", "diff", "--at-seq", "22", "--to-seq", "24").out())
                .contains("account   1  changed  trading      -                     stopped with group 1\n");
    }

    @Test
    void theAuditLogHasStopsAndTheirEnd() throws IOException {
        final Path file = folder.resolve("audit.jsonl");
        AuditLog.start(journal, file, () -> Long.MAX_VALUE).close();

        assertThat(Files.readAllLines(file).stream()
                        .filter(line -> line.contains("trading_changed"))
                        .map(line -> line.replaceAll(".*\"event\":|,\"chain.*", "")))
                .containsExactly(
                        "\"trading_changed\",\"account\":1,\"group\":0,\"stopped\":\"YES\"",
                        "\"trading_changed\",\"account\":0,\"group\":1,\"stopped\":\"YES\"",
                        "\"trading_changed\",\"account\":0,\"group\":2,\"stopped\":\"YES\"",
                        "\"trading_changed\",\"account\":0,\"group\":1,\"stopped\":\"NO\"");
    }

    @Test
    void dumpNamesTheFields() {
        assertThat(run("journal", "dump", "--type", "OrdersCancel,TradingStop,TradingChanged,TradingResume")
                        .out())
                .isEqualTo("""
                        2/21  2023-03-01T00:00:21Z  OrdersCancel sourceSequence=21 source=0 account=1 instrument=1 sides=BUY
                        2/22  2023-03-01T00:00:22Z  OrdersCancel sourceSequence=22 source=0 account=1 instrument=0 sides=BOTH
                        2/23  2023-03-01T00:00:23Z  TradingStop sourceSequence=23 source=0 account=1 group=0
                        2/23.0    TradingChanged account=1 group=0 stopped=YES
                        2/24  2023-03-01T00:00:24Z  TradingStop sourceSequence=24 source=0 account=0 group=1
                        2/24.0    TradingChanged account=0 group=1 stopped=YES
                        2/26  2023-03-01T00:00:26Z  TradingStop sourceSequence=26 source=0 account=0 group=2
                        2/26.0    TradingChanged account=0 group=2 stopped=YES
                        2/27  2023-03-01T00:00:27Z  TradingResume sourceSequence=27 source=0 account=0 group=1
                        2/27.0    TradingChanged account=0 group=1 stopped=NO
                        """);
    }

    private static String tradingAt(final long sequence) {
        return run("account", "show", "1", "--at-seq", Long.toString(sequence))
                .out()
                .lines()
                .filter(line -> line.startsWith("trading "))
                .map(line -> line.substring("trading ".length()).strip())
                .findFirst()
                .orElseThrow();
    }

    private static CommandLineRun run(final String... args) {
        return CommandLineRun.of(Stream.concat(Stream.of(args), Stream.of("--journal", journal.toString()))
                .toArray(String[]::new));
    }
}
