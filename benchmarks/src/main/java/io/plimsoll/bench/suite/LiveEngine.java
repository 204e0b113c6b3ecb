package io.plimsoll.bench.suite;

import io.aeron.Aeron;
import io.aeron.CommonContext;
import io.plimsoll.bench.load.CommandFrame;
import io.plimsoll.bench.load.Venue;
import io.plimsoll.gateway.EngineServer;
import io.plimsoll.gateway.GatewaySettings;
import io.plimsoll.gateway.IdleMode;
import io.plimsoll.gateway.Layout;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.agrona.CloseHelper;

/**
 * An engine as {@code serve} runs it on few cores, with its journal on disk, and a client of its media driver. The waiting is
 * the same on all sides: spin, then yield, then park, so that whose turn it is not leaves the cores free.
 */
final class LiveEngine implements AutoCloseable {
    private static final AtomicInteger COUNT = new AtomicInteger();

    private final EngineServer server;
    private final Aeron aeron;

    LiveEngine(final Path journal, final int accounts) {
        final String directory = CommonContext.getAeronDirectoryName() + "-bench-"
                + ProcessHandle.current().pid() + "-" + COUNT.incrementAndGet();
        final List<byte[]> genesis = new ArrayList<>();
        genesis.add(CommandFrame.defineSource(Venue.SOURCE).bytes());
        Venue.definitions(accounts).forEach(frame -> genesis.add(frame.bytes()));
        final GatewaySettings usual = GatewaySettings.of(journal, directory);
        server = EngineServer.start(usual.with(usual.clock(), genesis).with(Layout.ONE, IdleMode.BACKOFF));
        aeron = Aeron.connect(new Aeron.Context().aeronDirectoryName(directory));
    }

    /** A client of the driver, for what runs beside the engine. */
    Aeron aeron() {
        return aeron;
    }

    String directory() {
        return server.aeronDirectory();
    }

    @Override
    public void close() {
        CloseHelper.closeAll(aeron, server);
    }
}
