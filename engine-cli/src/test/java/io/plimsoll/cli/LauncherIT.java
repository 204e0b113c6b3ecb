package io.plimsoll.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The launcher script in a project folder of its own, with the real jar and a stand-in for Maven. */
class LauncherIT {
    private static final Path LAUNCHER = Path.of("..", "plimsoll").toAbsolutePath();
    private static final Instant LONG_AGO = Instant.parse("2020-01-01T00:00:00Z");

    @TempDir
    private Path folder;

    private Path home;
    private Path tools;

    @BeforeEach
    void makeProject() throws IOException {
        home = Files.createDirectories(folder.resolve("a project"));
        tools = Files.createDirectories(folder.resolve("tools"));
        Files.copy(LAUNCHER, home.resolve("plimsoll"), StandardCopyOption.COPY_ATTRIBUTES);
        Files.createDirectories(home.resolve("engine-cli/src/main"));
        for (final String name : List.of("pom.xml", "engine-cli/pom.xml", "engine-cli/src/main/A.java")) {
            Files.writeString(home.resolve(name), "");
            Files.setLastModifiedTime(home.resolve(name), FileTime.from(LONG_AGO));
        }
        // The stand-in makes the jar and says what it was asked for.
        final Path mvn = tools.resolve("mvn");
        final String script = """
                #!/bin/sh
                echo "mvn $*"
                mkdir -p engine-cli/target
                cp 'TARGET/plimsoll.jar' engine-cli/target
                cp -r 'TARGET/lib' engine-cli/target
                case "$*" in *benchmarks*) mkdir -p benchmarks/target; : >benchmarks/target/benchmarks.jar ;; esac
                """;
        Files.writeString(
                mvn, script.replace("TARGET", PlimsollProcess.jar().getParent().toString()));
        Files.setPosixFilePermissions(mvn, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    @Test
    void buildsOnFirstUseAndSaysSo() throws Exception {
        final Outcome first = run(home.resolve("plimsoll"), Map.of(), "--version");
        final Outcome second = run(home.resolve("plimsoll"), Map.of(), "--version");

        assertThat(first.code).isZero();
        assertThat(first.out).startsWith("plimsoll ").contains("rules 1");
        assertThat(first.err).isEqualTo("""
                        plimsoll: building, which takes a minute the first time
                        mvn -q -B -DskipTests -pl engine-cli -am package
                        """);
        assertThat(second.code).isZero();
        assertThat(second.err).isEmpty();
    }

    @Test
    void buildsAgainWhenASourceIsNewer() throws Exception {
        run(home.resolve("plimsoll"), Map.of(), "--version");
        Files.setLastModifiedTime(
                home.resolve("engine-cli/src/main/A.java"),
                FileTime.from(Instant.now().plusSeconds(60)));

        assertThat(run(home.resolve("plimsoll"), Map.of(), "--version").err).startsWith("plimsoll: building");
    }

    @Test
    void buildsTheBenchmarksWhenTheyAreAskedFor() throws Exception {
        Files.createDirectories(home.resolve("benchmarks/src/main"));
        final Path launcher = home.resolve("plimsoll");

        final Outcome help = run(launcher, Map.of(), "bench", "--help");
        final Outcome first = run(launcher, Map.of(), "bench", "list");
        final Outcome second = run(launcher, Map.of(), "bench", "list");

        assertThat(help.err).contains("-pl engine-cli -am");
        assertThat(first.err).contains("mvn -q -B -DskipTests -pl engine-cli,benchmarks -am package");
        assertThat(second.err).doesNotContain("mvn");
    }

    @Test
    void worksThroughALinkFromAnyFolder() throws Exception {
        final Path link = Files.createSymbolicLink(tools.resolve("pl"), Path.of("..", "a project", "plimsoll"));

        final Outcome outcome = run(link, Map.of(), "replay");

        assertThat(outcome.code).isEqualTo(2);
        assertThat(outcome.err).contains("error: no journal in 'out/journal'");
    }

    @Test
    void passesExitCodesAndArgumentsOn() throws Exception {
        final Outcome outcome = run(home.resolve("plimsoll"), Map.of(), "replay", "--journal", "two words");

        assertThat(outcome.code).isEqualTo(2);
        assertThat(outcome.err).contains("no journal in 'two words'");
    }

    @Test
    void refusesAnOldJdk() throws Exception {
        final Path jdk = Files.createDirectories(folder.resolve("jdk8/bin")).getParent();
        Files.writeString(jdk.resolve("release"), "JAVA_VERSION=\"1.8.0_402\"\n");
        Files.createFile(
                jdk.resolve("bin/java"),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwxr-xr-x")));

        final Outcome outcome = run(home.resolve("plimsoll"), Map.of("JAVA_HOME", jdk.toString()), "--version");

        assertThat(outcome.code).isEqualTo(1);
        assertThat(outcome.err).isEqualTo("plimsoll: no JDK from 17 on in " + jdk + "; install one or set JAVA_HOME\n");
    }

    @Test
    void usesTheJdkThatIsNamed() throws Exception {
        final Outcome outcome =
                run(home.resolve("plimsoll"), Map.of("JAVA_HOME", System.getProperty("java.home")), "--version");

        assertThat(outcome.out).contains("Java " + System.getProperty("java.vm.version"));
    }

    @Test
    void runsFromAFolderThatHoldsOnlyThePackage() throws Exception {
        final Path packed = packed();

        final Outcome launched = run(packed.resolve("plimsoll"), Map.of(), "config", "print", "--origin");
        final Outcome bare;
        try (PlimsollProcess process = PlimsollProcess.start(
                folder,
                Map.of(),
                List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-jar",
                        packed.resolve("plimsoll.jar").toString(),
                        "config",
                        "validate"))) {
            bare = new Outcome(process.await(), process.out(), process.err());
        }

        assertThat(launched.err).isEmpty();
        assertThat(launched.out).isEqualTo("idle: busy # " + packed.resolve("config/engine.yaml") + ":1\n");
        assertThat(launched.code).isZero();
        assertThat(bare.out).startsWith("ok: engine, journal out/journal");
        assertThat(bare.code).isZero();
    }

    @Test
    void letsNobodyElseReadWhatItWrites() throws Exception {
        final Path packed = packed();

        final Outcome outcome = run(packed.resolve("plimsoll"), Map.of(), "doctor", "--format", "csv");

        assertThat(outcome.out).contains("OK,umask,0077,");
    }

    /** What a packaged folder holds: launcher, jar, libraries, configuration. */
    private Path packed() throws IOException {
        final Path packed = Files.createDirectories(folder.resolve("packed"));
        final Path target = PlimsollProcess.jar().getParent();
        Files.copy(LAUNCHER, packed.resolve("plimsoll"), StandardCopyOption.COPY_ATTRIBUTES);
        Files.copy(target.resolve("plimsoll.jar"), packed.resolve("plimsoll.jar"));
        Files.createSymbolicLink(packed.resolve("lib"), target.resolve("lib"));
        Files.createDirectories(packed.resolve("config"));
        Files.writeString(packed.resolve("config/engine.yaml"), "idle: busy\n");
        return packed;
    }

    private Outcome run(final Path script, final Map<String, String> environment, final String... args)
            throws IOException, InterruptedException {
        final Map<String, String> all = new HashMap<>(environment);
        all.put("PATH", tools + ":" + System.getenv("PATH"));
        final List<String> command = new ArrayList<>(List.of(script.toString()));
        command.addAll(List.of(args));
        try (PlimsollProcess process = PlimsollProcess.start(folder, all, command)) {
            final int code = process.await();
            return new Outcome(code, process.out(), process.err());
        }
    }

    private record Outcome(int code, String out, String err) {}
}
