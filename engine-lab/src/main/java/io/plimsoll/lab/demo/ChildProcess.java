package io.plimsoll.lab.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/**
 * A process that the demo starts and ends: the engine, or a replay. What it says goes to a file, what it complains about to
 * another beside it, so that an answer that a program reads stays clean.
 */
public final class ChildProcess implements AutoCloseable {
    private static final long POLL_MS = 20;

    private final String name;
    private final Process process;
    private final Path log;
    private final Path complaints;
    private final Thread endWithParent;

    private ChildProcess(final String name, final Process process, final Path log, final Path complaints) {
        this.name = name;
        this.process = process;
        this.log = log;
        this.complaints = complaints;
        this.endWithParent = new Thread(process::destroy, "end-" + name);
        Runtime.getRuntime().addShutdownHook(endWithParent);
    }

    /**
     * Starts a process. It is ended when this process ends.
     *
     * @param name for messages.
     * @param command program and arguments.
     * @param log file that takes its standard output; begun anew. Standard error goes to the same name with {@code .err}.
     * @return the process.
     * @throws DemoException when it cannot be started.
     */
    public static ChildProcess start(final String name, final List<String> command, final Path log) {
        try {
            Files.createDirectories(log.toAbsolutePath().getParent());
            final Path complaints = log.resolveSibling(log.getFileName() + ".err");
            final Process process = new ProcessBuilder(command)
                    .redirectOutput(log.toFile())
                    .redirectError(complaints.toFile())
                    .start();
            return new ChildProcess(name, process, log, complaints);
        } catch (final IOException e) {
            throw new DemoException("cannot start " + name + ": " + e.getMessage(), e);
        }
    }

    /**
     * Waits until the process has said something.
     *
     * @param isReady whether a line is what is waited for.
     * @param timeoutMs how long to wait.
     * @return the line.
     * @throws DemoException when it ends before, or says nothing such in time; with the end of what it said.
     */
    public String awaitLine(final Predicate<String> isReady, final long timeoutMs) {
        final long endNs = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(timeoutMs);
        while (true) {
            final boolean alive = process.isAlive();
            for (final String line : said()) {
                if (isReady.test(line)) {
                    return line;
                }
            }
            if (!alive || System.nanoTime() > endNs) {
                throw new DemoException(name + (alive ? " is not ready in time" : " ended with " + process.exitValue())
                        + "; it said:\n" + String.join("\n", lastLines()));
            }
            pause();
        }
    }

    /**
     * Waits until the process ends by itself.
     *
     * @param timeoutMs how long to wait.
     * @return its exit code.
     * @throws DemoException when it does not end in time.
     */
    public int awaitEnd(final long timeoutMs) {
        try {
            if (process.waitFor(timeoutMs, TimeUnit.MILLISECONDS)) {
                forget();
                return process.exitValue();
            }
        } catch (final InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DemoException("interrupted while waiting for " + name, e);
        }
        throw new DemoException(name + " does not end; it said:\n" + String.join("\n", lastLines()));
    }

    /**
     * Asks the process to end in good order, and waits for it.
     *
     * @param timeoutMs how long to wait before it is killed.
     * @return its exit code.
     */
    public int stop(final long timeoutMs) {
        process.destroy();
        try {
            return awaitEnd(timeoutMs);
        } catch (final DemoException e) {
            process.destroyForcibly();
            throw e;
        }
    }

    /** {@return all lines it has said so far, then all complaints} */
    public List<String> said() {
        try {
            final List<String> lines = new ArrayList<>(Files.readAllLines(log));
            lines.addAll(Files.readAllLines(complaints));
            return lines;
        } catch (final IOException e) {
            throw new DemoException("cannot read what " + name + " said: " + e.getMessage(), e);
        }
    }

    private List<String> lastLines() {
        final List<String> lines = said();
        return lines.subList(Math.max(0, lines.size() - 20), lines.size());
    }

    private static void pause() {
        try {
            Thread.sleep(POLL_MS);
        } catch (final InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DemoException("interrupted while waiting", e);
        }
    }

    private void forget() {
        try {
            Runtime.getRuntime().removeShutdownHook(endWithParent);
        } catch (final IllegalStateException e) {
            // This process is ending already, and its hooks run.
            return;
        }
    }

    /** Kills the process if it still runs. */
    @Override
    public void close() {
        if (process.isAlive()) {
            process.destroyForcibly();
        }
        forget();
    }
}
