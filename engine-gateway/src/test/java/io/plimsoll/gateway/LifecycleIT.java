package io.plimsoll.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.client.ContractTerms;
import io.plimsoll.client.FundingTerms;
import io.plimsoll.client.InstrumentTerms;
import io.plimsoll.client.TradeReport;
import io.plimsoll.sbe.InstrumentKind;
import io.plimsoll.sbe.OptionSide;
import io.plimsoll.sbe.PremiumStyle;
import io.plimsoll.sbe.RejectReason;
import io.plimsoll.sbe.Side;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Funding and expiry in a live engine: its own time brings them about, and a restart keeps what they left. */
@Timeout(value = 2, unit = TimeUnit.MINUTES)
class LifecycleIT {
    private static final int FUTURE = 2;
    private static final long SECOND_NS = 1_000_000_000L;
    private static final long HOUR_NS = 3_600 * SECOND_NS;
    /** A multiple of eight hours. */
    private static final long START_NS = 1_800_000_000 * SECOND_NS;

    private static final long INDEX_ONE = 10_000_000_000L;
    private static final long RATE_ONE = 1_000_000_000_000_000L;

    @TempDir
    Path folder;

    @Test
    void perpetualsPayFundingAndFuturesSettleAndARestartKeepsBoth() {
        final GatewaySettings settings = TestServers.settings(folder);
        final EngineServer server = EngineServer.start(settings);
        try (server;
                TestClient admin = TestClient.connected(server, TestGenesis.ADMIN);
                TestClient prices = TestClient.connected(server, TestGenesis.PRICES);
                TestClient matching = TestClient.connected(server, TestGenesis.MATCHING)) {
            openWithMoney(admin);
            advance(admin, START_NS);
            payFunding(admin, prices, matching);
            settleFuture(admin, prices, matching);
        }
        try (EngineServer again = EngineServer.start(settings);
                TestClient matching = TestClient.connected(again, TestGenesis.MATCHING)) {
            assertThat(again.recoveredHash()).isEqualTo(server.stateHash());
            assertThat(matching.ask(() -> matching.client.placeOrder(FUTURE, 1, 9, Side.BUY, 1, 20_000, false)))
                    .isEqualTo(RejectReason.INSTRUMENT_EXPIRED);
        }
    }

    /** Ten lots of 200 USD at a rate of 0.1 %: the long pays 2 USD, when the position is closed. */
    private static void payFunding(final TestClient admin, final TestClient prices, final TestClient matching) {
        final FundingTerms terms = new FundingTerms(
                TestGenesis.BTC_PERP, 8 * HOUR_NS, 8 * HOUR_NS, 0, 0, 0, RATE_ONE, -RATE_ONE / 50, RATE_ONE / 50, 0);
        assertThat(admin.ask(() -> admin.client.admin().defineFunding(terms))).isEqualTo(RejectReason.NONE);
        assertThat(prices.ask(() -> prices.client.premium(TestGenesis.BTC_PERP, RATE_ONE / 1_000, 20_000)))
                .isEqualTo(RejectReason.NONE);
        trade(matching, TestGenesis.BTC_PERP, 1, 10, Side.BUY);
        advance(admin, START_NS + 8 * HOUR_NS);
        trade(matching, TestGenesis.BTC_PERP, 2, 10, Side.SELL);

        assertThat(told(matching, "rate 1")).containsExactly("rate 1 1000000000000");
        assertThat(told(matching, "funding")).containsExactlyInAnyOrder("funding 1 -2000000", "funding 2 2000000");
    }

    /** Five lots bought at 200 USD, the index 5 % higher all through the window: 50 USD for the long. */
    private static void settleFuture(final TestClient admin, final TestClient prices, final TestClient matching) {
        final long expiryNs = START_NS + 24 * HOUR_NS;
        assertThat(admin.ask(() -> admin.client.admin().defineInstrument(future(expiryNs, HOUR_NS))))
                .isEqualTo(RejectReason.NONE);
        assertThat(prices.ask(() -> prices.client.markPrice(FUTURE, 20_000))).isEqualTo(RejectReason.NONE);
        trade(matching, FUTURE, 3, 5, Side.BUY);
        assertThat(prices.ask(() -> prices.client.indexPrice(TestGenesis.BTC, 21_000 * INDEX_ONE)))
                .isEqualTo(RejectReason.NONE);
        advance(admin, expiryNs - HOUR_NS);
        advance(admin, expiryNs);
        matching.await(() -> told(matching, "position settled").size() == 2);

        assertThat(told(matching, "settled 2")).containsExactly("settled 2 at " + 21_000 * INDEX_ONE);
        assertThat(told(matching, "position settled"))
                .containsExactlyInAnyOrder("position settled 1 50000000", "position settled 2 -50000000");
    }

    @Test
    void aFutureSettlesByTheClockWhileNobodySaysAnything() {
        final GatewaySettings wall = TestServers.settings(folder).with(ClockMode.WALL, TestGenesis.frames());
        try (EngineServer server = EngineServer.start(wall);
                TestClient admin = TestClient.connected(server, TestGenesis.ADMIN);
                TestClient matching = TestClient.connected(server, TestGenesis.MATCHING)) {
            openWithMoney(admin);
            final long expiryNs = (System.currentTimeMillis() / 1_000 + 5) * SECOND_NS;
            assertThat(admin.ask(() -> admin.client.admin().defineInstrument(future(expiryNs, SECOND_NS))))
                    .isEqualTo(RejectReason.NONE);
            trade(matching, FUTURE, 1, 5, Side.BUY);
            final long sent = admin.client.lastSourceSequence() + matching.client.lastSourceSequence();

            matching.await(() -> told(matching, "position settled").size() == 2);
            assertThat(told(matching, "settled 2")).containsExactly("settled 2 at " + 20_000 * INDEX_ONE);
            assertThat(admin.client.lastSourceSequence() + matching.client.lastSourceSequence())
                    .isEqualTo(sent);
        }
    }

    private static void openWithMoney(final TestClient admin) {
        RoundTripIT.open(admin);
        for (final long account : new long[] {1, 2}) {
            assertThat(admin.ask(() -> admin.client.deposit(account, TestGenesis.USDC, 10_000_000_000L)))
                    .isEqualTo(RejectReason.NONE);
        }
    }

    private static void advance(final TestClient admin, final long timeNs) {
        assertThat(admin.ask(() -> admin.client.admin().advanceTime(timeNs))).isEqualTo(RejectReason.NONE);
    }

    /** Account 1 buys from account 2, or sells to it, at 200 USD a lot. */
    private static void trade(
            final TestClient matching, final int instrument, final long id, final long lots, final Side ofFirst) {
        final boolean buys = ofFirst == Side.BUY;
        final TradeReport report = new TradeReport()
                .trade(instrument, id, 20_000, lots, ofFirst)
                .buyer(buys ? 1 : 2, 0, 0)
                .seller(buys ? 2 : 1, 0, 0);
        assertThat(matching.ask(() -> matching.client.trade(report))).isEqualTo(RejectReason.NONE);
    }

    /** One lot is a hundredth of a bitcoin; a tick of it is 1 cent. */
    private static InstrumentTerms future(final long expiryNs, final long windowNs) {
        return new InstrumentTerms(
                FUTURE,
                "BTC-FUT",
                TestGenesis.BTC,
                TestGenesis.USDC,
                10_000,
                10_000_000,
                100_000,
                1,
                new ContractTerms(
                        InstrumentKind.LINEAR_FUTURE,
                        0,
                        1,
                        10_000,
                        0,
                        expiryNs,
                        windowNs,
                        0,
                        OptionSide.NONE,
                        PremiumStyle.NONE));
    }

    private static List<String> told(final TestClient client, final String start) {
        return client.events.stream()
                .map(event -> event.substring(event.indexOf(' ') + 1))
                .filter(event -> event.startsWith(start))
                .toList();
    }
}
