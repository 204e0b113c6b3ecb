package io.plimsoll.cli.host;

import io.plimsoll.config.EngineConfig;
import io.plimsoll.core.engine.Limits;
import io.plimsoll.core.engine.MarginEngine;
import io.plimsoll.gateway.EngineServer;
import io.plimsoll.gateway.GatewaySettings;
import io.plimsoll.gateway.IdleMode;
import io.plimsoll.gateway.Layout;
import io.plimsoll.journal.JournalSettings;
import io.plimsoll.journal.RecoveryListener;
import java.io.IOException;
import java.lang.ref.Reference;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;

/** Starts an engine to see that it can be started, and makes a state to see what it takes. */
public final class EngineTrial {
    private static final Limits SMALL = new Limits(4, 4, 4, 4, 16, 16, 4, 16, 4, 16);
    private static final int BLOCK_BYTES = 1 << 20;
    private static final String NAME = ".plimsoll-doctor-";

    private EngineTrial() {}

    /**
     * Starts a small engine, stops it, and takes its files away.
     *
     * @param folder below which the journal is made.
     * @param driverFolder below which the media driver has its files.
     * @return what was there, in a few words.
     * @throws IOException the journal's files cannot be made or taken away.
     */
    public static String start(final Path folder, final Path driverFolder) throws IOException {
        final Path journal = Files.createTempDirectory(folder, NAME);
        try {
            final Path driver = driverFolder.resolve(
                    NAME.substring(1) + ProcessHandle.current().pid());
            final GatewaySettings settings = GatewaySettings.of(journal, driver.toString())
                    .with(
                            SMALL,
                            JournalSettings.of(journal)
                                    .withBlockBytes(BLOCK_BYTES)
                                    .withRollBytes(BLOCK_BYTES))
                    .with(Layout.ONE, IdleMode.BACKOFF);
            final AtomicInteger fault = new AtomicInteger();
            final EngineServer server = EngineServer.start(settings, RecoveryListener.NONE, fault::set);
            server.close();
            if (fault.get() != 0) {
                throw new IOException("it stopped on a fault: " + server.fault());
            }
            return String.format(Locale.ROOT, "media driver, ring and journal start and stop in %s", folder);
        } finally {
            OldJournal.delete(journal);
        }
    }

    /**
     * Makes a state and measures it.
     *
     * @param limits of the state.
     * @return bytes of heap that it takes, roughly.
     * @throws OutOfMemoryError it does not fit.
     */
    public static long bytesOfState(final EngineConfig.Limits limits) {
        final long before = heapUsed();
        final MarginEngine engine = new MarginEngine(EngineSettings.limits(limits));
        try {
            return Math.max(0, heapUsed() - before);
        } finally {
            Reference.reachabilityFence(engine);
        }
    }

    private static long heapUsed() {
        System.gc();
        final Runtime runtime = Runtime.getRuntime();
        return runtime.totalMemory() - runtime.freeMemory();
    }
}
