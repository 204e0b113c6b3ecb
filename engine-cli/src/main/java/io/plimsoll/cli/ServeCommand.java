package io.plimsoll.cli;

import io.plimsoll.cli.host.EngineSettings;
import io.plimsoll.cli.host.GenesisFrames;
import io.plimsoll.cli.host.ReadyLine;
import io.plimsoll.cli.host.StopSignal;
import io.plimsoll.cli.output.Progress;
import io.plimsoll.cli.output.Terminal;
import io.plimsoll.cli.output.Texts;
import io.plimsoll.config.EngineConfig;
import io.plimsoll.config.MarketsConfig;
import io.plimsoll.gateway.EngineServer;
import io.plimsoll.gateway.GatewaySettings;
import io.plimsoll.journal.RecoveryListener;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Runs a live engine. */
@Command(
        name = "serve",
        description = {
            "Runs a live engine until SIGTERM or SIGINT. Prints one line when it is ready: epoch, sequence and state hash"
                    + " that recovery found, and the Aeron directory for clients.",
            "Markets define an empty journal; later changes are commands."
        })
final class ServeCommand implements Callable<Integer> {
    private static final String NO_MARKETS = "none";

    private final Terminal terminal;

    @Option(names = "--config", paramLabel = "FILE", description = "How the engine runs. Default: config/engine.yaml")
    private Path config;

    @Option(
            names = "--markets",
            paramLabel = "FILE",
            description = "What is traded; 'none': nothing yet. Default: config/markets.yaml")
    private Path markets;

    @Option(
            names = "--journal",
            paramLabel = "DIR",
            description = "Folder of the journal. Default: as the configuration says")
    private Path journal;

    @Mixin
    private ProgressOption progress;

    ServeCommand(final Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws Exception {
        final GatewaySettings settings = settings();
        final CountDownLatch stop = new CountDownLatch(1);
        try (StopSignal signal = new StopSignal(stop::countDown, ExitCode.OK);
                EngineServer server = start(settings)) {
            terminal.out().println(ReadyLine.of(server));
            terminal.out().flush();
            stop.await();
            server.close();
            terminal.out()
                    .println("stopped: epoch " + server.epoch() + ", sequence " + server.lastSequence()
                            + ", state hash " + Texts.hash(server.stateHash()));
            terminal.out().flush();
        }
        return ExitCode.OK;
    }

    private EngineServer start(final GatewaySettings settings) {
        try (Progress bar = progress.begin(terminal, "recover", "commands")) {
            return EngineServer.start(settings, new Recovering(bar, terminal), Runtime.getRuntime()::halt);
        }
    }

    private GatewaySettings settings() {
        final EngineConfig read = ConfigFiles.engine(config);
        final EngineConfig engine = journal == null ? read : read.withJournalFolder(journal);
        if (markets != null && markets.toString().equals(NO_MARKETS)) {
            return EngineSettings.of(engine, GenesisFrames.of(engine.sources()));
        }
        final MarketsConfig traded = ConfigFiles.markets(markets);
        checkRoom(engine.limits(), traded);
        final List<byte[]> genesis = GenesisFrames.of(engine.sources(), traded);
        return EngineSettings.of(engine, genesis);
    }

    private static void checkRoom(final EngineConfig.Limits limits, final MarketsConfig markets) {
        checkRoom("assets", markets.assets().size(), limits.assets());
        checkRoom("tier-tables", markets.tierTables().size(), limits.tierTables());
        checkRoom("instruments", markets.instruments().size(), limits.instruments());
    }

    private static void checkRoom(final String limit, final int defined, final int room) {
        if (defined > room) {
            throw new UsageException(
                    "the markets have " + defined + " " + limit + ", but limits." + limit + " is " + room);
        }
    }

    /** Tells how recovery goes on. */
    private record Recovering(Progress bar, Terminal terminal) implements RecoveryListener {
        @Override
        public void onProgress(final long sequence, final long lastSequence) {
            bar.at(sequence, lastSequence);
        }

        @Override
        public void onCut(final int generation, final String queue, final long lastSequence, final String reason) {
            terminal.err()
                    .println("recovery: " + queue + " of generation " + generation + " end after sequence "
                            + lastSequence + ": " + reason);
        }

        @Override
        public void onRegenerated(final long fromSequence, final long events) {
            terminal.err()
                    .println("recovery: " + events + " events from sequence " + fromSequence + " on are written anew");
        }
    }
}
