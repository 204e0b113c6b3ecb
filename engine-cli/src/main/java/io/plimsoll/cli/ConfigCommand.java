package io.plimsoll.cli;

import io.plimsoll.cli.host.StartingRows;
import io.plimsoll.cli.output.Terminal;
import io.plimsoll.cli.view.ConfigFormat;
import io.plimsoll.cli.view.ConfigReport;
import io.plimsoll.config.ConfigException;
import io.plimsoll.config.ConfigKind;
import io.plimsoll.config.Configuration;
import io.plimsoll.config.EffectiveValues;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Shows and checks configuration. */
@Command(
        name = "config",
        description = "Shows and checks configuration: files, environment variables and --set.",
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {ConfigCommand.Print.class, ConfigCommand.Validate.class},
        exitCodeList = {"0:done", "2:wrong usage or configuration"},
        footerHeading = "%nExamples:%n",
        footer = {
            "  What holds, and where it comes from:",
            "    plimsoll config print --effective --origin",
            "  Check files before a restart:",
            "    plimsoll config validate my-engine.yaml my-markets.yaml"
        })
final class ConfigCommand implements Runnable {
    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw Plimsoll.missingCommand(spec);
    }

    /** Prints what an engine would be started with. */
    @Command(
            name = "print",
            description = {
                "Prints what 'plimsoll serve' with the same options and environment would be started with, as a file"
                        + " that reads back the same.",
                "Shipped defaults are under the file, the file under environment variables, those under --set. A"
                        + " variable is PLIMSOLL_ and the key in capitals, with _ for . and -: PLIMSOLL_JOURNAL_FOLDER"
                        + " for journal.folder."
            },
            exitCodeList = {"0:done", "2:wrong usage or configuration"},
            footerHeading = "%nExamples:%n",
            footer = {
                "  What was changed from the defaults:",
                "    plimsoll config print --config my-engine.yaml",
                "  Everything, and where it comes from:",
                "    plimsoll config print --effective --origin --set idle=busy",
                "  The markets:",
                "    plimsoll config print markets --effective"
            })
    static final class Print implements Callable<Integer> {
        private final Terminal terminal;

        @Parameters(paramLabel = "KIND", arity = "0..1", description = "engine (default) or markets.")
        private ConfigKind kind = ConfigKind.ENGINE;

        @Option(names = "--effective", description = "Also what is as shipped. Default: only what was changed.")
        private boolean effective;

        @Option(
                names = "--origin",
                description = "Where each value comes from: default, file:line, environment variable or --set.")
        private boolean origin;

        @Option(
                names = "--format",
                paramLabel = "FORMAT",
                description = "yaml (default) or json. With --origin, JSON is a list of key, value and origin.")
        private ConfigFormat format = ConfigFormat.YAML;

        @Mixin
        private ConfigOptions options;

        Print(final Terminal terminal) {
            this.terminal = terminal;
        }

        @Override
        public Integer call() {
            final Configuration read = options.load();
            final EffectiveValues all = kind == ConfigKind.ENGINE
                    ? read.engineValues()
                    : read.marketsValues()
                            .orElseThrow(() -> new UsageException("--markets none has no values to print"));
            format.write(effective ? all : all.withoutDefaults(), origin, terminal.out());
            return ExitCode.OK;
        }
    }

    /** Checks files. */
    @Command(
            name = "validate",
            description = {
                "Checks configuration files and says everything that is wrong with them, with file, line and column."
                        + " A file is recognised as engine or markets by its keys.",
                "Every engine file is also checked against every markets file: its limits must have room for them."
                        + " Without files it checks what 'plimsoll serve' would be started with, environment and all.",
                "It warns of instruments that would have no rows in portfolio mode, because a lot is too coarse or too large for"
                        + " the risk unit at the index prices that the file begins with."
            },
            exitCodeList = {"0:done", "2:wrong usage or configuration"},
            footerHeading = "%nExamples:%n",
            footer = {
                "  Check files, each by itself and together:",
                "    plimsoll config validate my-engine.yaml my-markets.yaml",
                "  Check what the environment makes of the shipped files:",
                "    PLIMSOLL_LIMITS_ACCOUNTS=2_000_000 plimsoll config validate",
                "  Say what a file is meant to be:",
                "    plimsoll config validate --kind engine empty-but-for-one-key.yaml"
            })
    static final class Validate implements Callable<Integer> {
        private final Terminal terminal;

        @Parameters(paramLabel = "FILE", arity = "0..*", description = "Files to check. Default: those of 'serve'")
        private List<Path> files = List.of();

        @Option(
                names = "--kind",
                paramLabel = "KIND",
                description = "engine or markets, for files that cannot be recognised. Default: by their keys")
        private ConfigKind kind;

        Validate(final Terminal terminal) {
            this.terminal = terminal;
        }

        @Override
        public Integer call() {
            if (files.isEmpty()) {
                final Configuration served = new ConfigOptions().load();
                served.markets()
                        .map(markets -> StartingRows.warnings(
                                markets, served.marketsValues().orElseThrow()))
                        .ifPresent(this::warn);
                terminal.out().println("ok: " + ConfigReport.summary(served));
            } else {
                check();
            }
            terminal.out().flush();
            return ExitCode.OK;
        }

        private void warn(final List<String> warnings) {
            warnings.forEach(line -> terminal.out().println("warning: " + line));
        }

        private void check() {
            final CheckedFiles checked = new CheckedFiles(Optional.ofNullable(kind));
            files.forEach(checked::add);
            checked.checkTogether();
            warn(checked.warnings());
            checked.found().forEach(line -> terminal.out().println("ok: " + line));
            terminal.out().flush();
            if (!checked.errors().isEmpty()) {
                throw new ConfigException(checked.errors());
            }
        }
    }
}
