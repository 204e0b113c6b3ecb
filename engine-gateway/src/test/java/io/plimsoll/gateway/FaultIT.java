package io.plimsoll.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.aeron.driver.MediaDriver;
import io.aeron.driver.ThreadingMode;
import io.plimsoll.journal.RecoveryListener;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(value = 2, unit = TimeUnit.MINUTES)
class FaultIT {
    @TempDir
    Path folder;

    @Test
    void stopsWithItsExitCodeAndADumpWhenTheMediaDriverGoesAway() throws Exception {
        final BlockingQueue<Integer> exits = new LinkedBlockingQueue<>();
        final MediaDriver driver = MediaDriver.launchEmbedded(new MediaDriver.Context()
                .aeronDirectoryName(folder.resolve("aeron").toString())
                .dirDeleteOnStart(true)
                .threadingMode(ThreadingMode.SHARED));
        final GatewaySettings settings = TestServers.withExternalDriver(folder);
        try (EngineServer server = EngineServer.start(settings, RecoveryListener.NONE, exits::add)) {
            driver.close();

            assertThat(exits.take()).isEqualTo(EngineServer.EXIT_FAULT);
            assertThat(server.fault()).isNotNull();
            server.awaitTermination();
        } finally {
            driver.close();
        }
        assertThat(exits).isEmpty();
        assertThat(dumps()).hasSize(1);
    }

    @Test
    void leavesTheFilesOfAnotherEnginesMediaDriverAlone() {
        try (EngineServer first = EngineServer.start(TestServers.settings(folder.resolve("one")))) {
            final GatewaySettings second = TestServers.settings(folder.resolve("two"));
            final GatewaySettings intruder = TestServers.withDirectory(second, first.aeronDirectory());

            assertThatIllegalStateException()
                    .isThrownBy(() -> EngineServer.start(intruder))
                    .withMessageContaining(first.aeronDirectory());
            try (TestClient client = TestClient.connected(first, TestGenesis.ADMIN)) {
                assertThat(client.connections).isEqualTo(1);
            }
        }
    }

    private String[] dumps() throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve("journal"))) {
            return files.map(Path::toString)
                    .filter(name -> name.contains("fault-1-"))
                    .toArray(String[]::new);
        }
    }
}
