package io.plimsoll.cli;

import io.plimsoll.cli.host.EngineSettings;
import io.plimsoll.cli.host.GenesisFrames;
import io.plimsoll.cli.host.ReadyLine;
import io.plimsoll.cli.host.StopSignal;
import io.plimsoll.cli.output.Progress;
import io.plimsoll.cli.output.Terminal;
import io.plimsoll.cli.output.Texts;
import io.plimsoll.config.Configuration;
import io.plimsoll.config.EngineConfig;
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
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  An engine with what ships, its journal in /data/journal:",
            "    plimsoll serve --journal /data/journal",
            "  The same from the environment, for fewer clients:",
            "    PLIMSOLL_JOURNAL_FOLDER=/data/journal plimsoll serve --set sessions.max=4",
            "  Files of your own, checked first:",
            "    plimsoll config validate my-engine.yaml my-markets.yaml",
            "    plimsoll serve --config my-engine.yaml --markets my-markets.yaml",
            "  See also: plimsoll help doctor, plimsoll help config print"
        })
final class ServeCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Mixin
    private ConfigOptions configuration;

    @Option(
            names = "--journal",
            paramLabel = "DIR",
            description = "Folder of the journal; overrules the configuration. Default: journal.folder, out/journal")
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
        final Configuration read = configuration.load();
        final EngineConfig engine =
                journal == null ? read.engine() : read.engine().withJournalFolder(journal);
        final List<byte[]> genesis = read.markets()
                .map(markets -> GenesisFrames.of(engine.sources(), markets))
                .orElseGet(() -> GenesisFrames.of(engine.sources()));
        return EngineSettings.of(engine, genesis);
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
