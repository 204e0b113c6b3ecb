package io.plimsoll.bench.suite;

import io.aeron.Aeron;
import io.aeron.CommonContext;
import io.plimsoll.bench.load.CommandFrame;
import io.plimsoll.bench.load.Venue;
import io.plimsoll.core.engine.Limits;
import io.plimsoll.gateway.ClockMode;
import io.plimsoll.gateway.EngineServer;
import io.plimsoll.gateway.GatewaySettings;
import io.plimsoll.gateway.IdleMode;
import io.plimsoll.gateway.Layout;
import io.plimsoll.journal.JournalSettings;
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
        this(GatewaySettings.of(journal, folder()), Venue.definitions(accounts));
    }

    /** Goes on where a journal ends; only commands move its clock. */
    LiveEngine(final Path journal, final Limits limits) {
        this(
                GatewaySettings.of(journal, folder())
                        .with(limits, JournalSettings.of(journal))
                        .with(ClockMode.COMMANDS, List.of()),
                List.of());
    }

    private LiveEngine(final GatewaySettings settings, final List<CommandFrame> definitions) {
        final List<byte[]> genesis = new ArrayList<>();
        genesis.add(CommandFrame.defineSource(Venue.SOURCE).bytes());
        definitions.forEach(frame -> genesis.add(frame.bytes()));
        server = EngineServer.start(settings.with(settings.clock(), genesis).with(Layout.ONE, IdleMode.BACKOFF));
        aeron = Aeron.connect(new Aeron.Context().aeronDirectoryName(server.aeronDirectory()));
    }

    private static String folder() {
        return CommonContext.getAeronDirectoryName() + "-bench-"
                + ProcessHandle.current().pid() + "-" + COUNT.incrementAndGet();
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
