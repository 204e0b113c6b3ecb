package io.plimsoll.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.aeron.Aeron;
import io.plimsoll.client.ClientConfig;
import io.plimsoll.sbe.RejectReason;
import io.plimsoll.sbe.Side;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What a live engine shows to those who look from outside. */
@Timeout(value = 2, unit = TimeUnit.MINUTES)
class LiveCountersIT {
    private static final int STREAM = AeronSettings.INGRESS_STREAM_DEFAULT;

    @TempDir
    Path folder;

    @Test
    void showsWhatWasSentAndHowTheAccountsStand() throws Exception {
        try (EngineServer server = EngineServer.start(TestServers.settings(folder));
                TestClient admin = TestClient.connected(server, TestGenesis.ADMIN)) {
            RoundTripIT.open(admin);
            for (int i = 0; i < 32; i++) {
                assertThat(admin.ask(() -> admin.client.deposit(1, TestGenesis.USDC, 1_000)))
                        .isEqualTo(RejectReason.NONE);
            }
            assertThat(admin.ask(() -> admin.client.deposit(77, TestGenesis.USDC, 1_000)))
                    .isEqualTo(RejectReason.UNKNOWN_ACCOUNT);

            try (TestClient matching = TestClient.connected(server, TestGenesis.MATCHING)) {
                assertThat(matching.ask(() ->
                                matching.client.placeOrder(TestGenesis.BTC_PERP, 1, 9, Side.BUY, 1, 20_000, false)))
                        .isEqualTo(RejectReason.INSUFFICIENT_MARGIN);
            }

            final long sent = admin.client.lastSourceSequence() + 1;
            final Map<EngineCounter, Long> values = await(
                    server,
                    now -> now.get(EngineCounter.FRAMES_ACCEPTED) == sent
                            && now.get(EngineCounter.COMMANDS_REJECTED) == 2
                            && now.get(EngineCounter.SESSIONS) == 1
                            && now.get(EngineCounter.RELEASED_MAX) > 0);
            final long last = TestGenesis.frames().size() + sent;
            assertThat(values)
                    .containsEntry(EngineCounter.SEQUENCED, last)
                    .containsEntry(EngineCounter.JOURNALED, last)
                    .containsEntry(EngineCounter.APPLIED, last)
                    .containsEntry(EngineCounter.RELEASED, last)
                    .containsEntry(EngineCounter.SESSIONS, 1L)
                    .containsEntry(EngineCounter.EPOCH, 1L)
                    .containsEntry(
                            EngineCounter.PROCESS, ProcessHandle.current().pid())
                    .containsEntry(EngineCounter.ALARMS, 0L)
                    // An account in cross mode has no bound.
                    .containsEntry(EngineCounter.ORDERS_BY_BOUND, 0L)
                    .containsEntry(EngineCounter.ORDERS_IN_FULL, 1L)
                    // The client's two accounts and the error account.
                    .containsEntry(EngineCounter.ACCOUNTS_NORMAL, 3L)
                    .containsEntry(EngineCounter.REFUSED_BACK_PRESSURE, 0L);
            assertThat(values.get(EngineCounter.EVENTS_RELEASED)).isGreaterThanOrEqualTo(last + 32);
            assertThat(values.get(EngineCounter.COMMAND_BYTES)).isGreaterThan(last * 80);
            assertThat(values.keySet()).containsExactlyInAnyOrder(EngineCounter.values());
        }
    }

    @Test
    void carriesTheLabelsThatAeronStatShows() {
        try (EngineServer server = EngineServer.start(TestServers.settings(folder));
                Aeron aeron = Aeron.connect(new Aeron.Context().aeronDirectoryName(server.aeronDirectory()))) {
            final List<String> labels = new ArrayList<>();
            aeron.countersReader().forEach((id, type, key, label) -> {
                if (EngineCounter.byTypeId(type) != null) {
                    assertThat(label).isEqualTo(EngineCounter.byTypeId(type).label());
                    labels.add(label);
                }
            });

            assertThat(labels).hasSize(EngineCounter.values().length).contains("plimsoll last sequence applied");
        }
    }

    @Test
    void keepsTheMediaDriversDirectoryToItself() throws Exception {
        try (EngineServer server = EngineServer.start(TestServers.settings(folder))) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(Path.of(server.aeronDirectory()))))
                    .isEqualTo("rwx------");
        }
    }

    @Test
    void saysWhyThereIsNothingToRead() {
        final Path nowhere = folder.resolve("nowhere");
        assertThatThrownBy(() -> CounterReader.read(nowhere, STREAM))
                .isInstanceOf(CounterReader.NotThere.class)
                .hasMessage("no media driver in '" + nowhere + "': no engine is running there");
        try (EngineServer server = EngineServer.start(TestServers.settings(folder))) {
            final Path directory = Path.of(server.aeronDirectory());
            assertThatThrownBy(() -> CounterReader.read(directory, STREAM + 1))
                    .isInstanceOf(CounterReader.NotThere.class)
                    .hasMessageContaining("no engine on it that takes commands on stream 1002");
        }
    }

    @Test
    void endsTheSessionOfAClientThatIsSilent() throws Exception {
        try (EngineServer server = EngineServer.start(TestServers.withSessionTimeout(folder, 200_000_000L));
                TestClient client = TestClient.of(ClientConfig.of(server.aeronDirectory(), TestGenesis.ADMIN))) {
            client.awaitConnected();
            // A client that is not polled sends no heartbeat either.
            await(server, now -> now.get(EngineCounter.SESSIONS) == 0);

            client.await(() -> client.connections == 2);
            assertThat(client.disconnects).hasSize(1);
        }
    }

    @Test
    void ticksWhileNobodySaysAnything() throws Exception {
        final GatewaySettings wall = TestServers.settings(folder).with(ClockMode.WALL, TestGenesis.frames());
        try (EngineServer server = EngineServer.start(wall);
                TestClient listener = TestClient.connected(server, 0)) {
            final long from = server.lastSequence();
            listener.await(() -> server.lastSequence() >= from + 3);

            final Map<EngineCounter, Long> values = await(server, now -> now.get(EngineCounter.RELEASED) >= from + 3);
            assertThat(values).containsEntry(EngineCounter.FRAMES_ACCEPTED, 0L);
            assertThat(values.get(EngineCounter.LAST_COMMAND_TIME)).isPositive();
            // The host's own commands: source 0.
            listener.await(() -> listener.events.stream().anyMatch(event -> event.contains("completed 0:")));
        }
    }

    private static Map<EngineCounter, Long> await(
            final EngineServer server, final Predicate<Map<EngineCounter, Long>> condition) throws Exception {
        final Path directory = Path.of(server.aeronDirectory());
        Map<EngineCounter, Long> values = CounterReader.read(directory, STREAM);
        while (!condition.test(values)) {
            LockSupport.parkNanos(1_000_000L);
            values = CounterReader.read(directory, STREAM);
        }
        return values;
    }
}
