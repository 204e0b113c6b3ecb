package io.plimsoll.bench;

import io.plimsoll.bench.suite.PinnedJvm;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Under which conditions something was measured. */
final class Environment {
    private static final Path CPUS = Path.of("/proc/cpuinfo");
    private static final Path MEMORY = Path.of("/proc/meminfo");
    private static final Path CLOCK = Path.of("/sys/devices/system/clocksource/clocksource0/current_clocksource");
    private static final long PATIENCE_S = 5;

    private Environment() {}

    /** Describes machine, JVM and build; what cannot be found out is left out. */
    static Map<String, String> describe(final Path journals) {
        final Map<String, String> facts = new LinkedHashMap<>();
        facts.put("version", version());
        put(facts, "commit", git());
        facts.put("java", System.getProperty("java.vm.vendor") + " " + System.getProperty("java.runtime.version"));
        facts.put("jvm flags", String.join(" ", PinnedJvm.flags()));
        facts.put("os", System.getProperty("os.name") + " " + System.getProperty("os.version"));
        put(facts, "cpu", line(CPUS, "model name"));
        facts.put("cores", Integer.toString(Runtime.getRuntime().availableProcessors()));
        put(facts, "memory", line(MEMORY, "MemTotal"));
        put(facts, "clock source", text(CLOCK));
        put(facts, "journals on", fileSystem(journals));
        return facts;
    }

    private static String version() {
        final String version = Environment.class.getPackage().getImplementationVersion();
        return version == null ? "unpackaged" : version;
    }

    private static void put(final Map<String, String> facts, final String name, final String value) {
        if (!value.isEmpty()) {
            facts.put(name, value);
        }
    }

    /** Commit of the sources the jar lies in, with a plus when something is not committed. */
    private static String git() {
        final String home = System.getProperty("plimsoll.home", ".");
        final String commit = output("git", "-C", home, "rev-parse", "--short", "HEAD");
        if (commit.isEmpty()) {
            return "";
        }
        return output("git", "-C", home, "status", "--porcelain", "--untracked-files=no")
                        .isEmpty()
                ? commit
                : commit + "+";
    }

    private static String output(final String... command) {
        try {
            final Process process = new ProcessBuilder(command)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            final String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).trim();
            return process.waitFor(PATIENCE_S, TimeUnit.SECONDS) && process.exitValue() == 0 ? text : "";
        } catch (final IOException notThere) {
            return "";
        } catch (final InterruptedException stop) {
            Thread.currentThread().interrupt();
            return "";
        }
    }

    private static String line(final Path file, final String key) {
        return text(file)
                .lines()
                .filter(line -> line.startsWith(key))
                .findFirst()
                .map(line -> line.substring(line.indexOf(':') + 1).trim())
                .orElse("");
    }

    private static String text(final Path file) {
        try {
            return Files.readString(file).trim();
        } catch (final IOException notThere) {
            return "";
        }
    }

    private static String fileSystem(final Path folder) {
        try {
            return Files.getFileStore(folder).type();
        } catch (final IOException notThere) {
            return "";
        }
    }
}
