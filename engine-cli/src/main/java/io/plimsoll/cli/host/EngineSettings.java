package io.plimsoll.cli.host;

import io.aeron.CommonContext;
import io.plimsoll.config.EngineConfig;
import io.plimsoll.core.engine.Limits;
import io.plimsoll.gateway.AeronSettings;
import io.plimsoll.gateway.ClockMode;
import io.plimsoll.gateway.GatewaySettings;
import io.plimsoll.gateway.IdleMode;
import io.plimsoll.gateway.Layout;
import io.plimsoll.journal.JournalSettings;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.zip.CRC32;

/** Turns configuration into the settings of a live engine. */
public final class EngineSettings {
    private EngineSettings() {}

    /**
     * Settings of an engine.
     *
     * @param config of the engine.
     * @param genesis frames of its first commands.
     * @return the settings.
     */
    public static GatewaySettings of(final EngineConfig config, final List<byte[]> genesis) {
        final EngineConfig.Sequencer sequencer = config.sequencer();
        return new GatewaySettings(
                limits(config.limits()),
                journal(config.journal()),
                aeron(config),
                ClockMode.valueOf(sequencer.clock().name()),
                sequencer.tickAfterNs(),
                sequencer.ringSize(),
                sequencer.outboundBytes(),
                layout(config.threads()),
                idle(config.idle()),
                config.checkpointEvery(),
                config.sessions().max(),
                config.sessions().timeoutNs(),
                config.sessions().cancelAfterNs(),
                genesis);
    }

    static Limits limits(final EngineConfig.Limits limits) {
        return new Limits(
                limits.sources(),
                limits.assets(),
                limits.tierTables(),
                limits.instruments(),
                limits.groups(),
                limits.accounts(),
                limits.positionsPerAccount(),
                limits.openOrders(),
                limits.openOrdersPerAccount(),
                limits.tradeIds());
    }

    private static JournalSettings journal(final EngineConfig.Journal journal) {
        return new JournalSettings(
                journal.folder(),
                journal.rollBytes(),
                journal.blockBytes(),
                journal.forceIntervalNs(),
                journal.eventForceIntervalNs());
    }

    /**
     * Where an engine's media driver is.
     *
     * @param config of the engine.
     * @return the directory that the configuration names, else the engine's own.
     */
    public static String aeronDirectory(final EngineConfig config) {
        return config.aeron()
                .directory()
                .map(Path::toString)
                .orElseGet(() -> ownDirectory(config.journal().folder()));
    }

    private static AeronSettings aeron(final EngineConfig config) {
        final EngineConfig.Aeron aeron = config.aeron();
        return new AeronSettings(
                aeron.driver() == EngineConfig.Driver.EMBEDDED,
                aeronDirectory(config),
                aeron.channel(),
                aeron.ingressStream(),
                aeron.termBytes());
    }

    /**
     * A directory for the media driver that no other engine uses: the journal's lock keeps a second engine from the same
     * journal, and another journal gives another name.
     */
    private static String ownDirectory(final Path journal) {
        final CRC32 crc = new CRC32();
        crc.update(journal.toAbsolutePath().normalize().toString().getBytes(StandardCharsets.UTF_8));
        return CommonContext.AERON_DIR_PROP_DEFAULT + String.format(Locale.ROOT, "-plimsoll-%08x", crc.getValue());
    }

    private static Layout layout(final EngineConfig.Threads threads) {
        return switch (threads) {
            case AUTO -> Layout.forCores(Runtime.getRuntime().availableProcessors());
            case ONE -> Layout.ONE;
            case TWO -> Layout.TWO;
            case FOUR -> Layout.FOUR;
        };
    }

    private static IdleMode idle(final EngineConfig.Idle idle) {
        return switch (idle) {
            case BUSY -> IdleMode.SPIN;
            case YIELD -> IdleMode.YIELD;
            case BACKOFF -> IdleMode.BACKOFF;
        };
    }
}
