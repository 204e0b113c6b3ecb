package io.plimsoll.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.client.ClientConfig;
import io.plimsoll.client.ResumePoint;
import io.plimsoll.client.TradeReport;
import io.plimsoll.sbe.ConnectResult;
import io.plimsoll.sbe.FrameVerdict;
import io.plimsoll.sbe.MarginMode;
import io.plimsoll.sbe.RejectReason;
import io.plimsoll.sbe.Side;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@Timeout(value = 2, unit = TimeUnit.MINUTES)
class RoundTripIT {
    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource(Layout.class)
    void answersEveryCommandInOrderOnAnyNumberOfThreads(final Layout layout) {
        final GatewaySettings settings = TestServers.settings(folder).with(layout, IdleMode.BACKOFF);
        final int commands = 2_000;
        try (EngineServer server = EngineServer.start(settings);
                TestClient admin = TestClient.connected(server, TestGenesis.ADMIN)) {
            final TestStream stream = new TestStream();
            for (int i = 1; i <= commands; i++) {
                final long n = i;
                admin.send(() -> stream.send(admin.client, n));
            }
            admin.await(() -> admin.answers.size() == commands);

            assertThat(admin.answersTwice).isZero();
            assertThat(admin.client.unanswered()).isZero();
            assertThat(server.lastSequence())
                    .isEqualTo(commands + TestGenesis.frames().size());
        }
    }

    @Test
    void releasesMoneyOnlyAsDurableAndAfterTheBalanceMoved() {
        try (EngineServer server = EngineServer.start(TestServers.settings(folder));
                TestClient admin = TestClient.connected(server, TestGenesis.ADMIN)) {
            open(admin);
            assertThat(admin.ask(() -> admin.client.deposit(1, TestGenesis.USDC, 1_000)))
                    .isEqualTo(RejectReason.NONE);
            admin.events.clear();

            assertThat(admin.ask(() -> admin.client.withdraw(1, TestGenesis.USDC, 400)))
                    .isEqualTo(RejectReason.NONE);
            admin.await(() -> admin.events.stream().anyMatch(event -> event.contains("released")));

            assertThat(admin.events)
                    .filteredOn(event -> !event.contains("completed"))
                    .extracting(event -> event.substring(event.indexOf(' ') + 1))
                    .containsExactly("balance 1 600", "released 1 400 durable");
        }
    }

    @Test
    void showsEveryClientTheEventsOfAllAndTakesCommandsOnlyOfItsOwnSource() {
        try (EngineServer server = EngineServer.start(TestServers.settings(folder));
                TestClient admin = TestClient.connected(server, TestGenesis.ADMIN);
                TestClient matching = TestClient.connected(server, TestGenesis.MATCHING)) {
            open(admin);
            final TradeReport report = new TradeReport()
                    .trade(TestGenesis.BTC_PERP, 1, 20_000, 1, Side.BUY)
                    .buyer(1, 0, 0)
                    .seller(2, 0, 0);
            assertThat(matching.ask(() -> matching.client.trade(report))).isEqualTo(RejectReason.NONE);
            final String trade = "completed " + TestGenesis.MATCHING + ":1";
            admin.await(() -> admin.events.stream().anyMatch(event -> event.endsWith(trade)));
            assertThat(admin.answers).hasSize(3).doesNotContainValue(RejectReason.SOURCE_GAP);

            try (TestClient second = TestClient.of(ClientConfig.of(server.aeronDirectory(), TestGenesis.MATCHING))) {
                second.await(() -> !second.refusals.isEmpty());
                assertThat(second.refusals).containsOnly(ConnectResult.REFUSED_SOURCE);
            }
        }
    }

    @Test
    void refusesWhatTheRoleMayNotSendAndGoesOnWithTheSameNumber() {
        try (EngineServer server = EngineServer.start(TestServers.settings(folder));
                TestClient admin = TestClient.connected(server, TestGenesis.ADMIN);
                TestClient matching = TestClient.connected(server, TestGenesis.MATCHING)) {
            open(admin);
            // The order in flight behind the refused deposit is dropped with it: neither takes a number.
            matching.send(() -> matching.client.deposit(1, TestGenesis.USDC, 5));
            matching.send(() -> matching.client.cancelOrder(1, 9));
            matching.await(() -> !matching.rejects.isEmpty());
            assertThat(matching.rejects).containsExactly(FrameVerdict.NOT_ALLOWED);
            assertThat(matching.client.unanswered()).isZero();

            assertThat(matching.ask(() -> matching.client.cancelOrder(1, 9))).isEqualTo(RejectReason.UNKNOWN_ORDER);
            assertThat(matching.client.lastSourceSequence()).isEqualTo(1);
        }
    }

    @Test
    void namesBackPressureAndAppliesEveryCommandOnceAllTheSame() {
        // The poll takes up to 64 frames at a time, the ring has room for 4.
        final int commands = 500;
        try (EngineServer server = EngineServer.start(TestServers.withRing(folder, 4));
                TestClient admin = TestClient.connected(server, TestGenesis.ADMIN)) {
            final TestStream stream = new TestStream();
            for (int i = 1; i <= commands; i++) {
                final long n = i;
                admin.send(() -> stream.send(admin.client, n));
            }
            admin.await(() -> admin.answers.size() == commands);

            assertThat(admin.rejects).isNotEmpty().containsOnly(FrameVerdict.BACK_PRESSURE);
            assertThat(admin.answersTwice).isZero();
            assertThat(admin.answers).doesNotContainValue(RejectReason.SOURCE_GAP);
            assertThat(server.lastSequence())
                    .isEqualTo(commands + TestGenesis.frames().size());
        }
    }

    @Test
    void playsTheSameEventsToAListenerThatComesLater() {
        try (EngineServer server = EngineServer.start(TestServers.settings(folder));
                TestClient early = TestClient.of(ClientConfig.of(server.aeronDirectory(), TestGenesis.ADMIN)
                        .withStart(ResumePoint.START))) {
            early.awaitConnected();
            open(early);
            early.ask(() -> early.client.deposit(1, TestGenesis.USDC, 1_000));
            early.ask(() -> early.client.withdraw(1, TestGenesis.USDC, 400));
            early.await(() -> early.events.stream().anyMatch(event -> event.contains("released")));
            try (TestClient late =
                    TestClient.of(ClientConfig.of(server.aeronDirectory(), 0).withStart(ResumePoint.START))) {
                late.await(() -> late.events.size() == early.events.size());

                assertThat(ordered(late.events, false)).isEqualTo(ordered(early.events, false));
                assertThat(ordered(late.events, true)).isEqualTo(ordered(early.events, true));
            }
        }
    }

    private static List<String> ordered(final List<String> events, final boolean durable) {
        return events.stream().filter(e -> e.endsWith(" durable") == durable).toList();
    }

    /** A group with accounts 1 and 2. */
    static void open(final TestClient admin) {
        assertThat(admin.ask(() -> admin.client.admin().defineGroup(1))).isEqualTo(RejectReason.NONE);
        for (final long account : new long[] {1, 2}) {
            assertThat(admin.ask(() -> admin.client.admin().defineAccount(account, 1, MarginMode.CROSS)))
                    .isEqualTo(RejectReason.NONE);
        }
    }
}
