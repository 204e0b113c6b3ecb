package io.plimsoll.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.client.ClientConfig;
import io.plimsoll.client.ConnectionState;
import io.plimsoll.client.PlimsollClient;
import io.plimsoll.client.Result;
import io.plimsoll.client.ResumePoint;
import io.plimsoll.sbe.RejectReason;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(value = 2, unit = TimeUnit.MINUTES)
class OutageIT {
    @TempDir
    Path folder;

    @Test
    void failsClosedWhileTheEngineIsAwayAndGoesOnWhereItStopped() {
        EngineServer server = EngineServer.start(TestServers.settings(folder));
        try (TestClient admin = TestClient.connected(server, TestGenesis.ADMIN)) {
            RoundTripIT.open(admin);
            admin.ask(() -> admin.client.deposit(1, TestGenesis.USDC, 1_000));
            server.close();
            admin.await(() -> admin.client.state() == ConnectionState.ENGINE_DOWN);
            assertThat(admin.disconnects).hasSize(1);
            assertThat(admin.client.deposit(1, TestGenesis.USDC, 1_000)).isEqualTo(Result.ENGINE_DOWN);

            server = EngineServer.start(TestServers.settings(folder));
            admin.awaitConnected();
            assertThat(admin.client.epoch()).isEqualTo(2);
            assertThat(admin.ask(() -> admin.client.deposit(1, TestGenesis.USDC, 7)))
                    .isEqualTo(RejectReason.NONE);

            assertThat(admin.client.lastSourceSequence()).isEqualTo(5);
            assertThat(admin.rolledBack).isZero();
            assertThat(admin.events).doesNotHaveDuplicates();
            assertThat(admin.events).anyMatch(event -> event.endsWith("balance 1 1007"));
            assertThat(admin.events).anyMatch(event -> event.contains("checkpoint"));
        } finally {
            server.close();
        }
    }

    @Test
    void goesOnInAnotherProcessFromAKeptResumePoint() {
        try (EngineServer server = EngineServer.start(TestServers.settings(folder))) {
            final ResumePoint point;
            final int seen;
            try (TestClient first = TestClient.of(
                    ClientConfig.of(server.aeronDirectory(), TestGenesis.ADMIN).withStart(ResumePoint.START))) {
                first.awaitConnected();
                RoundTripIT.open(first);
                first.ask(() -> first.client.deposit(1, TestGenesis.USDC, 1_000));
                // Until the point says that nothing of the durable kind is missing either.
                first.await(() -> first.client.resumePoint().durableSequence() >= server.lastSequence());
                point = first.client.resumePoint();
                seen = first.events.size();
            }
            try (TestClient second = TestClient.of(
                    ClientConfig.of(server.aeronDirectory(), TestGenesis.ADMIN).withStart(point))) {
                second.awaitConnected();
                second.ask(() -> second.client.deposit(1, TestGenesis.USDC, 7));

                assertThat(seen).isPositive();
                assertThat(second.client.lastSourceSequence()).isEqualTo(5);
                assertThat(second.events)
                        .extracting(event -> event.substring(event.indexOf(' ') + 1))
                        .containsExactly("balance 1 1007", "completed 1:5");
            }
        }
    }

    @Test
    void saysRolledBackToAClientThatSawAnotherHistory() {
        try (EngineServer server = EngineServer.start(TestServers.settings(folder))) {
            final ResumePoint elsewhere = new ResumePoint(1, 3, 0x1234, 3, 1, 3, 0x1234);
            try (TestClient client =
                    TestClient.of(ClientConfig.of(server.aeronDirectory(), 0).withStart(elsewhere))) {
                client.awaitConnected();

                assertThat(client.rolledBack).isEqualTo(1);
            }
        }
    }

    @Test
    void neverStopsForAClientThatDoesNotListenAndLetsItCatchUp() {
        // About 300 bytes of events a command: far more than the 1.5 MiB that a stream has room for.
        final int commands = 20_000;
        try (EngineServer server = EngineServer.start(TestServers.settings(folder));
                TestClient admin = TestClient.connected(server, TestGenesis.ADMIN);
                TestClient slow = TestClient.of(ClientConfig.of(server.aeronDirectory(), 0))) {
            slow.awaitConnected();
            final TestStream stream = new TestStream();
            for (int i = 1; i <= commands; i++) {
                final long n = i;
                admin.send(() -> stream.send(admin.client, n));
            }
            admin.await(() -> admin.answers.size() == commands);
            assertThat(slow.events).isEmpty();

            slow.await(() -> slow.events.size() == admin.events.size());

            assertThat(slow.events).containsExactlyInAnyOrderElementsOf(admin.events);
            assertThat(slow.events).doesNotHaveDuplicates();
        }
    }

    @Test
    void connectsToAnEngineThatStartsLater() {
        final GatewaySettings settings = TestServers.settings(folder);
        try (TestClient early = TestClient.of(ClientConfig.of(settings.aeron().directory(), TestGenesis.ADMIN))) {
            final PlimsollClient client = early.client;
            client.poll();
            assertThat(client.state()).isEqualTo(ConnectionState.CONNECTING);
            assertThat(client.deposit(1, TestGenesis.USDC, 1)).isEqualTo(Result.NOT_CONNECTED);
            try (EngineServer server = EngineServer.start(settings)) {
                early.awaitConnected();
                assertThat(client.epoch()).isEqualTo(server.epoch());
            }
        }
    }
}
