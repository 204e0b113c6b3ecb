package io.plimsoll.bench;

import io.plimsoll.bench.result.Run;
import io.plimsoll.bench.result.RunFile;
import io.plimsoll.bench.suite.PinnedJvm;
import io.plimsoll.bench.suite.Suite;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Consumer;

/** Runs a suite of a build in a process of its own, on the pinned JVM. */
final class SuiteProcess {
    private static final int LAST_LINES = 20;

    /** What a JVM says of the module that the vector loops need: nothing that anybody can act on. */
    private static final String INCUBATOR = "WARNING: Using incubator modules";

    private final String classPath;

    /** A build by the class path of its benchmarks. */
    SuiteProcess(final String classPath) {
        this.classPath = classPath;
    }

    /** The build that this process is of. */
    static SuiteProcess ownBuild() {
        return new SuiteProcess(System.getProperty("java.class.path"));
    }

    /**
     * Runs a suite.
     *
     * @param lines takes what it prints.
     * @return what it measured.
     * @throws IOException it failed; the message ends with what it printed last.
     */
    Run run(final String suite, final Suite.Options options, final Path results, final Consumer<String> lines)
            throws IOException, InterruptedException {
        Files.createDirectories(results);
        final Process process = new ProcessBuilder(command(suite, options, results))
                .redirectErrorStream(true)
                .start();
        final Thread onExit = new Thread(process::destroy);
        Runtime.getRuntime().addShutdownHook(onExit);
        final Deque<String> last = new ArrayDeque<>();
        try (BufferedReader output = process.inputReader(StandardCharsets.UTF_8)) {
            for (String line = output.readLine(); line != null; line = output.readLine()) {
                if (!line.startsWith(INCUBATOR)) {
                    lines.accept(line);
                }
                last.add(line);
                if (last.size() > LAST_LINES) {
                    last.remove();
                }
            }
        }
        final int code = process.waitFor();
        Runtime.getRuntime().removeShutdownHook(onExit);
        if (code != 0) {
            throw new IOException("suite " + suite + " ended with exit code " + code + System.lineSeparator()
                    + String.join(System.lineSeparator(), last));
        }
        final Path file = results.resolve(suite + ".json");
        final Run measured = RunFile.read(file);
        Files.delete(file);
        return measured;
    }

    private List<String> command(final String suite, final Suite.Options options, final Path results) {
        final List<String> command = new ArrayList<>();
        command.add(PinnedJvm.java());
        command.addAll(PinnedJvm.flags());
        command.add("-Dplimsoll.home=" + System.getProperty("plimsoll.home", "."));
        command.addAll(List.of("-cp", classPath, Benchmarks.class.getName(), "suite", suite, "-o", results.toString()));
        command.addAll(SuiteOptions.arguments(options));
        return command;
    }
}
