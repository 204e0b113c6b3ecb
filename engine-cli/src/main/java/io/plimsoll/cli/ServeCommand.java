package io.plimsoll.cli;

import io.plimsoll.cli.audit.AuditLog;
import io.plimsoll.cli.host.EngineSettings;
import io.plimsoll.cli.host.GenesisFrames;
import io.plimsoll.cli.host.ReadyLine;
import io.plimsoll.cli.host.StopSignal;
import io.plimsoll.cli.log.EngineLog;
import io.plimsoll.cli.log.LogForm;
import io.plimsoll.cli.output.Progress;
import io.plimsoll.cli.output.Terminal;
import io.plimsoll.cli.output.Texts;
import io.plimsoll.config.Configuration;
import io.plimsoll.config.EngineConfig;
import io.plimsoll.gateway.EngineServer;
import io.plimsoll.gateway.GatewaySettings;
import io.plimsoll.journal.RecoveryListener;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
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
            "Runs a live engine until SIGTERM or SIGINT.",
            "Prints one line when it is ready: epoch, sequence and state hash that recovery found, and the Aeron"
                    + " directory for clients. Markets define an empty journal; later changes are commands."
        },
        exitCodeList = {
            "0:stopped in order",
            "1:the engine could not start: the message says why",
            "2:wrong usage or configuration",
            "3:replay differs from the journal",
            "4:the journal is damaged",
            "5:the journal has a gap",
            "6:the engine stopped on a fault; the log names the dump",
            "7:another process has the journal open"
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
            "  With logs to keep:",
            "    plimsoll serve --log json --audit-log /var/log/plimsoll/audit.jsonl",
            "  See also: plimsoll help stat, plimsoll help doctor, plimsoll help config print"
        })
final class ServeCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Mixin
    private ConfigOptions configuration;

    @Option(
            names = "--log",
            paramLabel = "FORM",
            description = "text, or json: an object a line. Default: text if stderr is a terminal, else json")
    private LogForm form;

    @Option(
            names = "--log-file",
            paramLabel = "FILE",
            description = "Add the log to a file. Default: it goes to stderr")
    private Path logFile;

    @Option(
            names = "--audit-log",
            paramLabel = "FILE",
            description = "Write what was decided about accounts, money and markets as JSON lines; goes on behind the"
                    + " file's last line. Default: no audit log")
    private Path auditFile;

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
                EngineLog lines = EngineLog.open(form(), logStream());
                EngineServer server = start(settings, lines);
                AuditLog audit = audit(settings, server)) {
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

    private LogForm form() {
        if (form != null) {
            return form;
        }
        return terminal.errIsTerminal() && logFile == null ? LogForm.TEXT : LogForm.JSON;
    }

    private OutputStream logStream() {
        try {
            return logFile == null
                    ? terminal.errStream()
                    : Files.newOutputStream(logFile, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (final IOException e) {
            throw notWritable("the log", logFile, e);
        }
    }

    /** Progress is for people; where nobody watches the log has it. */
    private EngineServer start(final GatewaySettings settings, final EngineLog lines) {
        final Progress.Mode mode = terminal.errIsTerminal() ? progress.mode() : Progress.Mode.NONE;
        try (Progress bar = new Progress(mode, terminal, "recover", "commands")) {
            return EngineServer.start(settings, new Recovering(bar), code -> {
                lines.close();
                Runtime.getRuntime().halt(code);
            });
        } catch (final RuntimeException failure) {
            EngineLog.logger()
                    .atError()
                    .addKeyValue("event", "start_failed")
                    .addKeyValue("exit_code", Failures.codeOf(failure))
                    .log(failure.getMessage());
            throw failure;
        }
    }

    private AuditLog audit(final GatewaySettings settings, final EngineServer server) {
        if (auditFile == null) {
            return null;
        }
        try {
            return AuditLog.start(settings.journal().folder(), auditFile, server::durableSequence);
        } catch (final IOException e) {
            throw notWritable("the audit log", auditFile, e);
        }
    }

    private static UsageException notWritable(final String what, final Path file, final IOException failure) {
        final Path folder = file.toAbsolutePath().getParent();
        final String why = Files.isDirectory(folder) ? failure.toString() : "there is no folder '" + folder + "'";
        return new UsageException(what + " '" + file + "' cannot be written: " + why);
    }

    private GatewaySettings settings() {
        final Configuration read = configuration.load();
        final EngineConfig engine = read.engine();
        final List<byte[]> genesis = read.markets()
                .map(markets -> GenesisFrames.of(engine.sources(), markets))
                .orElseGet(() -> GenesisFrames.of(engine.sources()));
        return EngineSettings.of(engine, genesis);
    }

    /** Tells how recovery goes on. */
    private record Recovering(Progress bar) implements RecoveryListener {
        @Override
        public void onProgress(final long sequence, final long lastSequence) {
            bar.at(sequence, lastSequence);
        }
    }
}
