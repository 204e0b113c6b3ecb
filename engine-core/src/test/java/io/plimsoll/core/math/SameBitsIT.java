package io.plimsoll.core.math;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The same bits interpreted and compiled, by either compiler, at every vector width, on every Java found here. */
public class SameBitsIT {
    private static final int FEW = 30;
    private static final int MANY = 10_000;

    /** What every machine must say. A change of these numbers changes the replay of journals that hold prices. */
    private static final String FEW_HASH = "74cbb00c9ebc7fbc";

    private static final String MANY_HASH = "965159278ac00a41";

    private static final List<String> MODES = List.of(
            "-Xint",
            "-XX:TieredStopAtLevel=1",
            "-XX:+TieredCompilation",
            "-XX:-TieredCompilation",
            "-XX:UseAVX=0",
            "-XX:UseAVX=1",
            "-XX:UseAVX=2",
            "-XX:UseAVX=3",
            "-XX:-UseSuperWord");

    /** {@return further options of the Javas that are compared} */
    protected List<String> options() {
        return List.of();
    }

    /**
     * Whether a mode is so slow that little is compared.
     *
     * @param mode an option.
     * @return without the instruction, a fused multiply-add runs in decimal arithmetic, thousands of times slower.
     */
    protected boolean isSlow(final String mode) {
        return mode.equals("-XX:UseAVX=0");
    }

    @Test
    protected void everyModeOfEveryJavaGivesTheGoldenHash() throws IOException {
        final List<Path> javas = javas();
        if (javas.size() == 1) {
            System.out.println("Only one Java found, " + javas.get(0) + ": others are not compared");
        }
        for (final Path java : javas) {
            for (final String mode : MODES) {
                final boolean slow = isSlow(mode);
                assertThat(hash(java, mode, slow ? FEW : MANY))
                        .as("%s %s", java, mode)
                        .isEqualTo(slow ? FEW_HASH : MANY_HASH);
            }
        }
    }

    private String hash(final Path java, final String mode, final int rounds) throws IOException {
        final List<String> command =
                new ArrayList<>(List.of(java.toString(), "-XX:+IgnoreUnrecognizedVMOptions", mode));
        command.addAll(options());
        command.addAll(List.of(
                "-cp", System.getProperty("java.class.path"), MathsHash.class.getName(), Integer.toString(rounds)));
        final Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        final String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return output.strip();
    }

    /** The one that runs this test, and those beside it or where systems usually keep them, one of each release. */
    private static List<Path> javas() throws IOException {
        final List<Path> found = new ArrayList<>();
        final List<String> releases = new ArrayList<>();
        final List<Path> homes = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"))));
        for (final Path parent : List.of(homes.get(0).resolveSibling("."), Path.of("/usr/lib/jvm"))) {
            if (Files.isDirectory(parent)) {
                try (Stream<Path> children = Files.list(parent)) {
                    children.sorted().forEach(homes::add);
                }
            }
        }
        for (final Path home : homes) {
            final Path release = home.resolve("release");
            final Path java = home.resolve("bin").resolve("java");
            if (Files.isExecutable(java) && Files.isRegularFile(release)) {
                final String version = Files.readAllLines(release).stream()
                        .filter(line -> line.startsWith("JAVA_VERSION="))
                        .findFirst()
                        .orElse("");
                if (!releases.contains(version)) {
                    releases.add(version);
                    found.add(java);
                }
            }
        }
        return found;
    }
}
