package io.plimsoll.cli;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/** A process with what it says in two files. */
final class PlimsollProcess implements AutoCloseable {
    private static final long TIMEOUT_S = 120;

    private final Process process;
    private final Path out;
    private final Path err;

    private PlimsollProcess(final Process process, final Path out, final Path err) {
        this.process = process;
        this.out = out;
        this.err = err;
    }

    static PlimsollProcess start(final Path folder, final Map<String, String> environment, final List<String> command)
            throws IOException {
        final Path out = Files.createTempFile(folder, "out", ".txt");
        final Path err = Files.createTempFile(folder, "err", ".txt");
        final ProcessBuilder builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectOutput(out.toFile())
                .redirectError(err.toFile());
        builder.environment().remove("JAVA_HOME");
        builder.environment().putAll(environment);
        return new PlimsollProcess(builder.start(), out, err);
    }

    /** The packaged command line, started as the launcher does. */
    static List<String> packaged(final String... args) {
        final List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("-XX:+IgnoreUnrecognizedVMOptions");
        command.add("--sun-misc-unsafe-memory-access=allow");
        command.add("-jar");
        command.add(jar().toString());
        command.addAll(List.of(args));
        return command;
    }

    static Path jar() {
        return new File("target/plimsoll.jar").getAbsoluteFile().toPath();
    }

    /** Waits for a line on standard output. */
    String awaitLine(final Predicate<String> wanted) throws IOException, InterruptedException {
        final long endNs = System.nanoTime() + TimeUnit.SECONDS.toNanos(TIMEOUT_S);
        while (System.nanoTime() < endNs) {
            final boolean ended = !process.isAlive();
            for (final String line : Files.readAllLines(out)) {
                if (wanted.test(line)) {
                    return line;
                }
            }
            if (ended) {
                break;
            }
            TimeUnit.MILLISECONDS.sleep(10);
        }
        throw new IllegalStateException("no such line; out: " + out() + ", err: " + err());
    }

    /** Asks it to stop, as SIGTERM does. */
    PlimsollProcess terminate() {
        process.destroy();
        return this;
    }

    /** Ends it as a crash does. */
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    int await() throws InterruptedException {
        if (!process.waitFor(TIMEOUT_S, TimeUnit.SECONDS)) {
            throw new IllegalStateException("the process does not end");
        }
        return process.exitValue();
    }

    long pid() {
        return process.pid();
    }

    String out() throws IOException {
        return Files.readString(out);
    }

    String err() throws IOException {
        return Files.readString(err);
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
