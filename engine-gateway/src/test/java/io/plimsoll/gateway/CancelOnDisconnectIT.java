package io.plimsoll.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.sbe.RejectReason;
import io.plimsoll.sbe.Side;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Orders of a session that asked for it go when the session is gone; all others stand. */
@Timeout(value = 2, unit = TimeUnit.MINUTES)
class CancelOnDisconnectIT {
    private static final long TIMEOUT_NS = 700_000_000L;

    @TempDir
    Path folder;

    @Test
    void ordersOfASessionThatEndsAreCancelledAndOthersStand() {
        try (EngineServer server = start();
                TestClient admin = TestClient.connected(server, TestGenesis.ADMIN)) {
            open(admin);
            try (TestClient matching = TestClient.connected(server, TestGenesis.MATCHING)) {
                bindAndPlace(matching);
            }
            admin.await(() -> heard(admin, "order 2 CANCELLED"));
            assertThat(heard(admin, "order 1 CANCELLED")).isFalse();
            assertThat(heard(admin, "order 3 CANCELLED")).isFalse();
        }
    }

    @Test
    void ordersOfAClientThatFallsSilentAreCancelled() {
        try (EngineServer server = start();
                TestClient admin = TestClient.connected(server, TestGenesis.ADMIN);
                TestClient matching = TestClient.connected(server, TestGenesis.MATCHING)) {
            open(admin);
            bindAndPlace(matching);
            // It is polled no more, so that it sends no heartbeat.
            admin.await(() -> heard(admin, "order 2 CANCELLED"));
            assertThat(heard(admin, "order 3 CANCELLED")).isFalse();
        }
    }

    @Test
    void ordersOfASourceThatDoesNotComeBackAfterARestartAreCancelled() {
        final EngineServer first = start();
        try (TestClient admin = TestClient.connected(first, TestGenesis.ADMIN)) {
            open(admin);
            try (TestClient matching = TestClient.connected(first, TestGenesis.MATCHING)) {
                bindAndPlace(matching);
                first.close();
            }
            assertThat(heard(admin, "order 2 CANCELLED")).isFalse();
            try (EngineServer second = start()) {
                admin.await(() -> heard(admin, "order 2 CANCELLED"));
                assertThat(heard(admin, "order 1 CANCELLED")).isFalse();
                assertThat(heard(admin, "order 3 CANCELLED")).isFalse();
                assertThat(second.epoch()).isEqualTo(2);
            }
        } finally {
            first.close();
        }
    }

    private EngineServer start() {
        return EngineServer.start(TestServers.withSessionTimeout(folder, TIMEOUT_NS));
    }

    private static void open(final TestClient admin) {
        RoundTripIT.open(admin);
        assertThat(admin.ask(() -> admin.client.deposit(1, TestGenesis.USDC, 1_000_000_000_000L)))
                .isEqualTo(RejectReason.NONE);
        assertThat(place(admin, 3)).isEqualTo(RejectReason.NONE);
    }

    /** Order 1 comes before the session asks, order 2 after it. */
    private static void bindAndPlace(final TestClient matching) {
        assertThat(place(matching, 1)).isEqualTo(RejectReason.NONE);
        assertThat(matching.ask(() -> matching.client.cancelOnDisconnect(true))).isEqualTo(RejectReason.NONE);
        assertThat(place(matching, 2)).isEqualTo(RejectReason.NONE);
    }

    private static RejectReason place(final TestClient client, final long order) {
        return client.ask(() -> client.client.placeOrder(TestGenesis.BTC_PERP, 1, order, Side.BUY, 1, 20_000, false));
    }

    private static boolean heard(final TestClient client, final String what) {
        return client.events.stream().anyMatch(event -> event.endsWith(what));
    }
}
