package io.plimsoll.bench;

import io.aeron.Aeron;
import io.aeron.CommonContext;
import io.plimsoll.gateway.EngineServer;
import io.plimsoll.gateway.GatewaySettings;
import io.plimsoll.gateway.IdleMode;
import io.plimsoll.gateway.Layout;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.HdrHistogram.Histogram;
import org.agrona.IoUtil;

/**
 * Round trip client, engine, client over Aeron IPC with the journal on disk, beside a bare echo. Closed loop, one thread, one
 * request at a time. All kinds take turns in short blocks within one run, because the distance of two cores changes from run
 * to run: only the ratio within a run says something. The first exchanges of a block wake the other side up and do not count.
 */
final class RoundTrip {
    /** Turns of each kind unless told otherwise. */
    static final int ROUNDS = 1_000;

    private static final int WARM_UP_SHARE = 5;
    private static final int UNCOUNTED = 50;
    private static final int COUNTED = 200;
    private static final long LONGEST_NS = 10_000_000_000L;
    private static final int DIGITS = 3;

    private final PrintStream out;
    private final Path folder;
    private final int rounds;
    private final String aeronDirectory = CommonContext.getAeronDirectoryName() + "-bench-"
            + ProcessHandle.current().pid();

    /** Takes the folder for the journal, deletes what is in it, and deletes it at the end. */
    RoundTrip(final PrintStream out, final Path folder, final int rounds) {
        this.out = out;
        this.folder = folder;
        this.rounds = rounds;
    }

    void run() throws IOException, InterruptedException {
        IoUtil.delete(folder.toFile(), true);
        try (EngineServer server = EngineServer.start(settings());
                Aeron aeron = Aeron.connect(new Aeron.Context().aeronDirectoryName(aeronDirectory));
                EchoServer echoServer = new EchoServer(aeron);
                EchoExchange echo = new EchoExchange(aeron);
                EngineExchanges engine = new EngineExchanges(server.aeronDirectory())) {
            engine.open();
            final List<Exchange> exchanges = new ArrayList<>();
            exchanges.add(echo);
            exchanges.addAll(engine.all());
            measure(exchanges, 1 + rounds / WARM_UP_SHARE);
            print(exchanges, measure(exchanges, rounds));
        } finally {
            IoUtil.delete(folder.toFile(), true);
        }
    }

    /** The same waiting on both sides: spin, then yield, then park, so that whose turn it is not leaves the cores free. */
    private GatewaySettings settings() {
        final List<byte[]> definitions = new ArrayList<>();
        definitions.add(CommandFrame.defineSource(Venue.SOURCE).bytes());
        definitions.add(CommandFrame.defineAsset(1, "USDC", 6).bytes());
        definitions.add(CommandFrame.defineAsset(2, "BTC", 8).bytes());
        definitions.add(CommandFrame.indexPrice(1, Venue.INDEX_OF_ONE).bytes());
        definitions.add(CommandFrame.defineTierTable(1).bytes());
        definitions.add(CommandFrame.defineInstrument(1, "BTC-PERP").bytes());
        definitions.add(CommandFrame.markPrice(1, Venue.MARK_TICKS).bytes());
        for (int account = 1; account <= EngineExchanges.ACCOUNTS; account++) {
            definitions.add(CommandFrame.defineGroup(account).bytes());
            definitions.add(CommandFrame.defineAccount(account).bytes());
        }
        final GatewaySettings usual = GatewaySettings.of(folder, aeronDirectory);
        return usual.with(usual.clock(), definitions).with(Layout.ONE, IdleMode.BACKOFF);
    }

    private static List<Histogram> measure(final List<Exchange> exchanges, final int rounds) {
        final List<Histogram> histograms = new ArrayList<>();
        exchanges.forEach(exchange -> histograms.add(new Histogram(LONGEST_NS, DIGITS)));
        for (int round = 0; round < rounds; round++) {
            for (int kind = 0; kind < exchanges.size(); kind++) {
                block(exchanges.get(kind), histograms.get(kind));
            }
        }
        return histograms;
    }

    private static void block(final Exchange exchange, final Histogram histogram) {
        for (int i = 0; i < UNCOUNTED; i++) {
            exchange.exchange();
        }
        for (int i = 0; i < COUNTED; i++) {
            final long begin = System.nanoTime();
            exchange.exchange();
            histogram.recordValue(System.nanoTime() - begin);
        }
    }

    private void print(final List<Exchange> exchanges, final List<Histogram> histograms) {
        out.printf("round trip in ns, %,d exchanges of a kind, in turns of %d%n", (long) rounds * COUNTED, COUNTED);
        out.printf(
                "%-24s %9s %9s %9s   %s%n",
                "", "p50", "p99", "p99.9", "to the echo: times (and ns more) at p50, p99, p99.9");
        final Histogram echo = histograms.get(0);
        for (int kind = 0; kind < exchanges.size(); kind++) {
            final Histogram own = histograms.get(kind);
            out.printf("%-24s", exchanges.get(kind).name());
            out.printf(" %,9d %,9d %,9d  ", p50(own), p99(own), p999(own));
            compare(p50(own), p50(echo));
            compare(p99(own), p99(echo));
            compare(p999(own), p999(echo));
            out.println();
        }
    }

    private void compare(final long own, final long echo) {
        final long hundredths = (own * 100 + echo / 2) / echo;
        out.printf(" %d.%02d (%,d)", hundredths / 100, hundredths % 100, own - echo);
    }

    private static long p50(final Histogram histogram) {
        return histogram.getValueAtPercentile(50);
    }

    private static long p99(final Histogram histogram) {
        return histogram.getValueAtPercentile(99);
    }

    private static long p999(final Histogram histogram) {
        return histogram.getValueAtPercentile(99.9);
    }
}
