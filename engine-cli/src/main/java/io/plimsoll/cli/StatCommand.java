package io.plimsoll.cli;

import io.plimsoll.cli.host.EngineSettings;
import io.plimsoll.cli.output.Format;
import io.plimsoll.cli.output.JsonLine;
import io.plimsoll.cli.output.Terminal;
import io.plimsoll.cli.stat.EngineStat;
import io.plimsoll.cli.stat.Screen;
import io.plimsoll.cli.stat.StatReport;
import io.plimsoll.config.EngineConfig;
import io.plimsoll.gateway.CounterReader;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Shows a live engine from outside. */
@Command(
        name = "stat",
        description = {
            "Shows a live engine from outside, and says whether it is alive.",
            "How far it is, how fast, how full, how its accounts stand. It reads the engine's shared memory and nothing else:"
                    + " the engine does not notice.",
            "On a terminal the screen is made anew each interval; else a line is printed. With --once it is the health"
                    + " check for services and containers."
        },
        exitCodeList = {
            "0:the engine is alive",
            "1:no engine is running there, it is silent for more than 5 s, or there is no right to look",
            "2:wrong usage or configuration"
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  The engine of the configuration's journal:",
            "    plimsoll stat",
            "  One object, for scripts:",
            "    plimsoll stat --once --json",
            "  The engine of another journal:",
            "    plimsoll stat --journal /data/journal",
            "  A health check:",
            "    plimsoll stat --once > /dev/null || echo down"
        })
final class StatCommand implements Callable<Integer> {
    private static final long INTERVAL_MIN_MS = 100;

    private final Terminal terminal;

    @Spec
    private CommandSpec spec;

    @Option(names = "--once", description = "Show it once and end.")
    private boolean once;

    @Option(names = "--json", description = "A JSON object a line, with stable names that end in their unit.")
    private boolean json;

    @Option(
            names = "--interval",
            paramLabel = "TIME",
            converter = IntervalConverter.class,
            description = "Time between two looks, such as 500ms or 5s; from 100ms. Default: 1s")
    private Duration interval = Duration.ofSeconds(1);

    @Mixin
    private EngineOptions options;

    @Option(
            names = "--aeron",
            paramLabel = "DIR",
            description = "The media driver's directory, as the engine's ready line names it. Default: found as 'serve'"
                    + " does, by configuration and journal")
    private Path aeron;

    StatCommand(final Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws InterruptedException {
        if (interval.toMillis() < INTERVAL_MIN_MS) {
            throw new ParameterException(
                    spec.commandLine(), "--interval is " + interval.toMillis() + "ms; allowed: from 100ms");
        }
        if (aeron != null && options.journal() != null) {
            throw new ParameterException(
                    spec.commandLine(), "--aeron and --journal both say which engine; give one of them");
        }
        final EngineConfig engine = options.engine().engine();
        final Path directory = aeron == null ? Path.of(EngineSettings.aeronDirectory(engine)) : aeron;
        final boolean alive = show(directory, engine.aeron().ingressStream());
        // A first look in vain is a wrong directory; later ones may be a restart, and are waited for.
        while (!once && alive && !terminal.out().checkError()) {
            Thread.sleep(interval.toMillis());
            show(directory, engine.aeron().ingressStream());
        }
        return alive ? ExitCode.OK : ExitCode.FAILURE;
    }

    private boolean show(final Path directory, final int ingressStream) {
        try {
            final EngineStat stat = EngineStat.read(directory, ingressStream);
            if (json) {
                terminal.out().println(JsonLine.of(stat.fields()));
            } else if (once) {
                Format.TABLE.write(StatReport.of(stat), terminal.out());
            } else if (Screen.isTerminal()) {
                Screen.show(StatReport.of(stat), terminal.out());
            } else {
                terminal.out().println(StatReport.line(stat));
            }
            terminal.out().flush();
            return stat.isAlive();
        } catch (final CounterReader.NotThere reason) {
            sayNotThere(reason.getMessage() + tried());
            return false;
        }
    }

    /** By which journal the engine was looked for, unless its directory was named. */
    private String tried() {
        if (aeron != null) {
            return "";
        }
        final EngineConfig engine = options.engine().engine();
        return engine.aeron().directory().isPresent()
                ? ""
                : "; looked for the engine of the journal '"
                        + engine.journal().folder().toAbsolutePath().normalize() + "'";
    }

    private void sayNotThere(final String reason) {
        if (json) {
            final Map<String, Object> fields = new LinkedHashMap<>();
            fields.put("alive", false);
            fields.put("reason", reason);
            terminal.out().println(JsonLine.of(fields));
            terminal.out().flush();
        } else {
            terminal.err().println("not running: " + reason);
        }
    }
}
