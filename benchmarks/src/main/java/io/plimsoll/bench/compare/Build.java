package io.plimsoll.bench.compare;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A build to be measured.
 *
 * @param name as the user gave it.
 * @param classPath of its benchmarks.
 */
public record Build(String name, String classPath) {
    private static final String JAR = "benchmarks.jar";

    /**
     * Finds the benchmarks of a build.
     *
     * @param given a checkout that was built, its {@code benchmarks/target}, or the jar itself.
     * @return the build, if there is one.
     */
    public static Optional<Build> in(final Path given) {
        final Path[] places = {
            given,
            given.resolve(JAR),
            given.resolve("target").resolve(JAR),
            given.resolve("benchmarks/target").resolve(JAR)
        };
        for (final Path place : places) {
            if (Files.isRegularFile(place) && place.getFileName().toString().equals(JAR)) {
                final Path jar = place.toAbsolutePath().normalize();
                final Path libraries = jar.resolveSibling("lib");
                return Optional.of(
                        new Build(given.toString(), jar + File.pathSeparator + libraries + File.separator + "*"));
            }
        }
        return Optional.empty();
    }
}
