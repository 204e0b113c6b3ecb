package io.plimsoll.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.client.ClientConfig;
import io.plimsoll.sbe.RejectReason;
import io.plimsoll.sbe.Side;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What becomes of the orders of a client whose process is killed. */
@Timeout(value = 2, unit = TimeUnit.MINUTES)
class ClientKillIT {
    private static final long TIMEOUT_NS = 700_000_000L;
    private static final long MINUTE_NS = 60_000_000_000L;
    private static final long OF_ADMIN = 9;

    @TempDir
    Path folder;

    @Test
    void boundOrdersBasketsAndQuotesOfAKilledClientAreCancelledAndARestartKnowsIt() throws Exception {
        final GatewaySettings settings = TestServers.withSessionTimeout(folder, TIMEOUT_NS);
        final long hash;
        final long last;
        try (EngineServer server = EngineServer.start(settings);
                TestClient admin = TestClient.connected(server, TestGenesis.ADMIN)) {
            open(admin);
            killAClient(server);
            admin.await(() -> cancelled(admin).size() == ClientProcess.LAST_BOUND - ClientProcess.FIRST_BOUND + 1);
            assertThat(cancelled(admin)).isEqualTo(bound());
            admin.close();
            server.close();
            hash = server.stateHash();
            last = server.lastSequence();
        }

        try (EngineServer server = EngineServer.start(settings);
                TestClient admin = TestClient.connected(server, TestGenesis.ADMIN)) {
            assertThat(server.recoveredSequence()).isEqualTo(last);
            assertThat(server.recoveredHash()).isEqualTo(hash);
            for (long order = ClientProcess.FIRST_BOUND; order <= ClientProcess.LAST_BOUND; order++) {
                assertThat(cancel(admin, order)).as("order %d", order).isEqualTo(RejectReason.UNKNOWN_ORDER);
            }
            assertThat(cancel(admin, ClientProcess.STAYING)).isEqualTo(RejectReason.NONE);
            assertThat(cancel(admin, OF_ADMIN)).isEqualTo(RejectReason.NONE);
        }
    }

    @Test
    void aSourceThatIsBackInTimeFindsItsOrdersStanding() throws Exception {
        try (EngineServer server = EngineServer.start(TestServers.withSessionTimeout(folder, TIMEOUT_NS, MINUTE_NS));
                TestClient admin = TestClient.connected(server, TestGenesis.ADMIN)) {
            open(admin);
            killAClient(server);
            // It is refused until the session of the one that was killed is over.
            try (TestClient matching = TestClient.of(ClientConfig.of(server.aeronDirectory(), TestGenesis.MATCHING))
                    .awaitConnected()) {
                for (long order = ClientProcess.STAYING; order <= ClientProcess.LAST_BOUND; order++) {
                    assertThat(cancel(matching, order)).as("order %d", order).isEqualTo(RejectReason.NONE);
                }
            }
        }
    }

    private static void killAClient(final EngineServer server) throws Exception {
        final ClientProcess client = ClientProcess.start(server.aeronDirectory());
        client.kill();
    }

    private static void open(final TestClient admin) {
        RoundTripIT.open(admin);
        assertThat(admin.ask(() -> admin.client.deposit(1, TestGenesis.USDC, 1_000_000_000_000L)))
                .isEqualTo(RejectReason.NONE);
        assertThat(admin.ask(
                        () -> admin.client.placeOrder(TestGenesis.BTC_PERP, 1, OF_ADMIN, Side.BUY, 1, 19_000, false)))
                .isEqualTo(RejectReason.NONE);
    }

    private static RejectReason cancel(final TestClient client, final long order) {
        return client.ask(() -> client.client.cancelOrder(1, order));
    }

    /** What was cancelled, in the order in which it was heard. */
    private static List<String> cancelled(final TestClient client) {
        return client.events.stream()
                .filter(event -> event.endsWith(" CANCELLED"))
                .map(event -> event.substring(event.indexOf(' ') + 1))
                .toList();
    }

    private static List<String> bound() {
        return LongStream.rangeClosed(ClientProcess.FIRST_BOUND, ClientProcess.LAST_BOUND)
                .mapToObj(order -> "order " + order + " CANCELLED")
                .toList();
    }
}
