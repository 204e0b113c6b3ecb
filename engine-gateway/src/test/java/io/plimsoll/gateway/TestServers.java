package io.plimsoll.gateway;

import io.plimsoll.core.engine.Limits;
import io.plimsoll.journal.JournalSettings;
import java.nio.file.Path;

/** Settings for engines in tests: small, in one folder, resting when idle. */
final class TestServers {
    /** Time without a session after which orders of a source that asked for it are cancelled. */
    static final long CANCEL_AFTER_NS = 200_000_000L;

    static final Limits LIMITS = new Limits(8, 8, 8, 8, 64, 64, 16, 4_096, 512, 4_096);

    private TestServers() {}

    /** Clock of commands, checkpoints only at an orderly stop, the small venue of {@link TestGenesis}. */
    static GatewaySettings settings(final Path folder) {
        final Path journal = folder.resolve("journal");
        return GatewaySettings.of(journal, folder.resolve("aeron").toString())
                .with(
                        LIMITS,
                        JournalSettings.of(journal).withBlockBytes(1 << 20).withRollBytes(16 << 20))
                .with(ClockMode.COMMANDS, TestGenesis.frames())
                .with(Layout.ONE, IdleMode.BACKOFF)
                .withCheckpointEvery(0);
    }

    /** The same with room for only so many commands between ingress and engine. */
    static GatewaySettings withRing(final Path folder, final int slots) {
        final GatewaySettings all = settings(folder);
        return copy(all, all.aeron(), slots);
    }

    /** The same over a media driver that runs already. */
    static GatewaySettings withExternalDriver(final Path folder) {
        final GatewaySettings all = settings(folder);
        final AeronSettings own = all.aeron();
        return copy(
                all,
                new AeronSettings(false, own.directory(), own.channel(), own.ingressStream(), own.termBytes()),
                all.ringSlots());
    }

    /** The same with the embedded media driver elsewhere. */
    static GatewaySettings withDirectory(final GatewaySettings all, final String directory) {
        return copy(all, AeronSettings.embedded(directory), all.ringSlots());
    }

    /** The same with sessions that end after so much silence. */
    static GatewaySettings withSessionTimeout(final Path folder, final long timeoutNs) {
        return withSessionTimeout(folder, timeoutNs, CANCEL_AFTER_NS);
    }

    /** The same, and orders are cancelled after so much time without a session. */
    static GatewaySettings withSessionTimeout(final Path folder, final long timeoutNs, final long cancelAfterNs) {
        final GatewaySettings all = settings(folder);
        return copy(all, all.aeron(), all.ringSlots(), timeoutNs, cancelAfterNs);
    }

    private static GatewaySettings copy(final GatewaySettings all, final AeronSettings aeron, final int slots) {
        return copy(all, aeron, slots, all.sessionTimeoutNs(), CANCEL_AFTER_NS);
    }

    private static GatewaySettings copy(
            final GatewaySettings all,
            final AeronSettings aeron,
            final int slots,
            final long timeoutNs,
            final long cancelAfterNs) {
        return new GatewaySettings(
                all.limits(),
                all.journal(),
                aeron,
                all.clock(),
                all.tickNs(),
                slots,
                all.outboundBytes(),
                all.layout(),
                all.idle(),
                all.checkpointEvery(),
                all.sessionsMax(),
                timeoutNs,
                cancelAfterNs,
                all.genesis());
    }
}
