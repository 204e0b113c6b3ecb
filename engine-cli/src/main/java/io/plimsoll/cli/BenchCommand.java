package io.plimsoll.cli;

import io.plimsoll.cli.host.SelfCommand;
import io.plimsoll.cli.output.Terminal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Hands over to the benchmarks, which are a program of their own: nothing that runs an exchange carries them. */
@Command(
        name = "bench",
        description = {
            "Measures the engine beside its baselines, and compares builds.",
            "Its commands: run, compare, list; options alone are those of 'run'. 'plimsoll bench run --help' shows what each takes."
        },
        exitCodeList = {
            "0:measured; nothing is worse",
            "1:a suite failed",
            "2:wrong usage, or there are no benchmarks here",
            "3:'run': a goal is missed; 'compare': something is worse"
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  Measure all there is:",
            "    plimsoll bench -o out/bench",
            "  Measure the engine, and what it allocates:",
            "    plimsoll bench run engine --profile gc -o out/bench",
            "  Compare a build with this one:",
            "    plimsoll bench compare ../before ."
        })
final class BenchCommand implements Callable<Integer> {
    private static final String JAR = "benchmarks/target/benchmarks.jar";

    private final Terminal terminal;

    @Parameters(arity = "0..*", paramLabel = "ARGUMENT", description = "Command of the benchmarks, and what it takes.")
    private List<String> arguments = new ArrayList<>();

    BenchCommand(final Terminal terminal) {
        this.terminal = terminal;
    }

    /** What comes after the command's name is for the benchmarks, {@code --help} too. */
    static void handOver(final CommandLine root) {
        root.getSubcommands().get("bench").setStopAtPositional(true).setUnmatchedOptionsArePositionalParams(true);
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        final String home = System.getProperty("plimsoll.home", ".");
        final Path jar = Path.of(home, JAR);
        if (!Files.isRegularFile(jar)) {
            throw new UsageException("there are no benchmarks here, in '" + jar
                    + "'; './plimsoll bench' in the folder of the sources builds them");
        }
        terminal.out().flush();
        final List<String> command = new ArrayList<>(SelfCommand.java());
        command.addAll(List.of("-jar", jar.toString()));
        command.addAll(arguments);
        final Process process = new ProcessBuilder(command).inheritIO().start();
        final Thread onExit = new Thread(process::destroy);
        Runtime.getRuntime().addShutdownHook(onExit);
        return process.waitFor();
    }
}
