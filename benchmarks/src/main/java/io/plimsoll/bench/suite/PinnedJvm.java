package io.plimsoll.bench.suite;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/** The JVM that benchmarks run on: the one that started them, with flags that are always the same. */
public final class PinnedJvm {
    private PinnedJvm() {}

    /** {@return its flags; the list is in the resource {@code jvm-options.txt}} */
    public static List<String> flags() {
        try (InputStream in = PinnedJvm.class.getResourceAsStream("/jvm-options.txt")) {
            return List.of(
                    new String(in.readAllBytes(), StandardCharsets.UTF_8).trim().split("\\s+"));
        } catch (final IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** {@return its {@code java} command} */
    public static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }
}
