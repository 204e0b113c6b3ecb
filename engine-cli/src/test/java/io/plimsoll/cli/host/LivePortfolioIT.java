package io.plimsoll.cli.host;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.client.ClientConfig;
import io.plimsoll.client.ClientHandler;
import io.plimsoll.client.EventInfo;
import io.plimsoll.client.PlimsollClient;
import io.plimsoll.client.Result;
import io.plimsoll.client.ResumePoint;
import io.plimsoll.config.EngineConfig;
import io.plimsoll.config.MarketsConfig;
import io.plimsoll.config.YamlFile;
import io.plimsoll.core.engine.Limits;
import io.plimsoll.gateway.ClockMode;
import io.plimsoll.gateway.EngineServer;
import io.plimsoll.gateway.GatewaySettings;
import io.plimsoll.gateway.IdleMode;
import io.plimsoll.gateway.Layout;
import io.plimsoll.journal.JournalSettings;
import io.plimsoll.sbe.CommandCompletedDecoder;
import io.plimsoll.sbe.ContinueDecoder;
import io.plimsoll.sbe.DocumentInForceDecoder;
import io.plimsoll.sbe.RejectReason;
import io.plimsoll.sbe.RowsReplacedDecoder;
import io.plimsoll.sbe.VolatilityFixDecoder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A live engine with portfolio mode: documents at the start, revaluation between the commands of a client. */
@Timeout(value = 2, unit = TimeUnit.MINUTES)
class LivePortfolioIT {
    private static final Limits LIMITS = new Limits(8, 16, 8, 16, 64, 64, 16, 256, 32, 256);
    private static final int ADMIN = 1;
    private static final int BTC = 3;
    private static final long DOLLAR = 10_000_000_000L;
    private static final long IDLE_NS = 100_000L;

    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource(Layout.class)
    void documentsOfTheMarketsAreInForceAndRowsFollowThePrices(final Layout layout) {
        final Heard heard = new Heard();
        final long hash;
        try (EngineServer server = EngineServer.start(settings(layout))) {
            try (PlimsollClient client = PlimsollClient.connect(
                    ClientConfig.of(server.aeronDirectory(), ADMIN).withStart(ResumePoint.START), heard)) {
                await(client, () -> client.indexPrice(BTC, 60_000 * DOLLAR) == Result.SENT);
                await(client, () -> heard.revaluations == 1 && heard.fixes == 1);
                await(client, () -> client.indexPrice(BTC, 63_000 * DOLLAR) == Result.SENT);
                await(client, () -> heard.revaluations == 2);
                await(client, () -> client.admin().revalue(BTC) == Result.SENT);
                await(client, () -> heard.revaluations == 3);
            }
            server.close();
            hash = server.stateHash();
        }

        assertThat(heard.documents).containsExactly("SCENARIO_SET", "MARGIN_MODEL");
        assertThat(heard.indexPrice).isEqualTo(63_000 * DOLLAR);
        assertThat(heard.continues).isGreaterThanOrEqualTo(3);
        assertThat(heard.rejected).isZero();
        try (EngineServer again = EngineServer.start(settings(layout))) {
            assertThat(again.recoveredHash()).isEqualTo(hash);
        }
    }

    private GatewaySettings settings(final Layout layout) {
        final Path journal = folder.resolve("journal");
        final MarketsConfig markets = MarketsConfig.parse(
                "markets.yaml",
                YamlFile.shipped(MarketsConfig.FILE_NAME).text()
                        + "\nportfolio: { scenarios: plimsoll, model: plimsoll }\n");
        return GatewaySettings.of(journal, folder.resolve("aeron").toString())
                .with(
                        LIMITS,
                        JournalSettings.of(journal).withBlockBytes(1 << 20).withRollBytes(16 << 20))
                .with(ClockMode.WALL, GenesisFrames.of(EngineConfig.shipped().sources(), markets))
                .with(layout, IdleMode.BACKOFF);
    }

    private static void await(final PlimsollClient client, final BooleanSupplier condition) {
        while (!condition.getAsBoolean()) {
            if (client.poll() == 0) {
                LockSupport.parkNanos(IDLE_NS);
            }
        }
    }

    /** Counts what the engine says. */
    private static final class Heard implements ClientHandler {
        private final List<String> documents = new ArrayList<>();
        private int continues;
        private int fixes;
        private int revaluations;
        private int rejected;
        private long indexPrice;

        @Override
        public void onCompletion(final EventInfo info, final CommandCompletedDecoder completion) {
            continues += completion.templateId() == ContinueDecoder.TEMPLATE_ID ? 1 : 0;
            fixes += completion.templateId() == VolatilityFixDecoder.TEMPLATE_ID ? 1 : 0;
            rejected += completion.reason() == RejectReason.NONE ? 0 : 1;
        }

        @Override
        public void onDocumentInForce(final EventInfo info, final DocumentInForceDecoder event) {
            documents.add(event.kind().name());
        }

        @Override
        public void onRowsReplaced(final EventInfo info, final RowsReplacedDecoder event) {
            revaluations++;
            indexPrice = event.indexPrice();
        }
    }
}
