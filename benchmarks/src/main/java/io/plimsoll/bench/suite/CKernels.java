package io.plimsoll.bench.suite;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Baselines in C: compiled where their sources and a compiler are there, run, and their own figures read from what they print. */
final class CKernels {
    private final Path sources;
    private final Path folder;

    CKernels(final Suite.Options options) {
        this.sources = options.kernels();
        this.folder = options.folder();
    }

    /**
     * Runs a kernel and reads a figure off its output; the kernel is ended as soon as it is there.
     *
     * @param source name of the source.
     * @param figure pattern whose first group is the figure, to be found at or after a line that holds {@code after}.
     * @param after text of an earlier line; empty: from the first line on.
     * @param flags of the compiler.
     * @return the figure, in the kernel's unit; empty when it could not be run.
     */
    OptionalDouble figure(final String source, final String after, final Pattern figure, final String... flags)
            throws IOException, InterruptedException {
        final Path file = sources == null ? null : sources.resolve(source);
        if (file == null || !Files.isRegularFile(file)) {
            return OptionalDouble.empty();
        }
        final Path binary = folder.resolve(source.replace('.', '_')).toAbsolutePath();
        return compile(file, binary, flags) ? read(binary, after, figure) : OptionalDouble.empty();
    }

    private boolean compile(final Path source, final Path binary, final String... flags)
            throws IOException, InterruptedException {
        if (Files.isExecutable(binary)) {
            return true;
        }
        Files.createDirectories(folder);
        final List<String> command = new ArrayList<>();
        command.add(source.toString().endsWith(".cpp") ? "g++" : "gcc");
        command.addAll(List.of("-O3", "-march=native", "-o", binary.toString(), source.toString()));
        command.addAll(List.of(flags));
        try {
            return new ProcessBuilder(command).inheritIO().start().waitFor() == 0;
        } catch (final IOException notThere) {
            return false;
        }
    }

    private static OptionalDouble read(final Path binary, final String after, final Pattern figure) throws IOException {
        final Process process = new ProcessBuilder("stdbuf", "-oL", binary.toString())
                .redirectErrorStream(true)
                .start();
        try (BufferedReader lines = process.inputReader()) {
            boolean isAfter = after.isEmpty();
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                isAfter |= line.contains(after);
                final Matcher matcher = figure.matcher(line);
                if (isAfter && matcher.find()) {
                    return OptionalDouble.of(Double.parseDouble(matcher.group(1)));
                }
            }
            return OptionalDouble.empty();
        } finally {
            process.destroyForcibly();
        }
    }
}
