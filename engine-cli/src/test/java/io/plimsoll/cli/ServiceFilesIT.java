package io.plimsoll.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.plimsoll.config.Configuration;
import io.plimsoll.config.EngineConfig;
import io.plimsoll.config.MarketsConfig;
import io.plimsoll.config.Overrides;
import io.plimsoll.config.YamlFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The files that run an engine as a service, checked by the programs that read them, where those are there. */
class ServiceFilesIT {
    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
    private static final Pattern VARIABLE = Pattern.compile("(PLIMSOLL_[A-Z_]+)\\s*[:=]\\s*(\\S+)");

    @TempDir
    private Path folder;

    @Test
    void composeReadsItsFile() throws Exception {
        assumeTrue(Programs.isThere("docker-compose"), "there is no docker-compose");

        final String read = run(
                "docker-compose", "-f", ROOT.resolve("docker-compose.yml").toString(), "--profile", "tools", "config");

        assertThat(read).contains("shm_size: 1gb", "read_only: true", "PLIMSOLL_IDLE: backoff", "tools:");
    }

    @Test
    void systemdReadsTheUnit() throws Exception {
        assumeTrue(Programs.isThere("systemd-analyze"), "there is no systemd-analyze");
        // It looks for the program where the unit says.
        final String unit = Files.readString(ROOT.resolve("deploy/plimsoll.service"))
                .replace("/opt/plimsoll/plimsoll", ROOT.resolve("plimsoll").toString());
        final Path copy = Files.writeString(folder.resolve("plimsoll.service"), unit);

        assertThat(run("systemd-analyze", "verify", copy.toString())).isEmpty();
    }

    /** A variable that stands for no key would keep the engine from starting. */
    @ParameterizedTest
    @ValueSource(strings = {"Dockerfile", "docker-compose.yml", "deploy/plimsoll.service"})
    void everyVariableIsOneThatTheEngineKnows(final String file) throws IOException {
        final Map<String, String> variables = new HashMap<>();
        final Matcher matcher = VARIABLE.matcher(Files.readString(ROOT.resolve(file)));
        while (matcher.find()) {
            variables.put(matcher.group(1), matcher.group(2).replaceAll("\\$\\{\\w+:-(.*)}", "$1"));
        }

        final Configuration read = Configuration.load(
                YamlFile.shipped(EngineConfig.FILE_NAME),
                Optional.of(YamlFile.shipped(MarketsConfig.FILE_NAME)),
                Overrides.of(variables, List.of()));

        assertThat(read.engine().journal().folder().toString()).startsWith("/").endsWith("/journal");
    }

    private String run(final String... command) throws Exception {
        try (PlimsollProcess process = PlimsollProcess.start(folder, Map.of(), List.of(command))) {
            assertThat(process.await()).as(process.err()).isZero();
            return process.out() + process.err();
        }
    }
}
