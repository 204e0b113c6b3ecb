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
import io.plimsoll.sbe.CheckpointDecoder;
import io.plimsoll.sbe.CommandCompletedDecoder;
import io.plimsoll.sbe.DefinitionInForceDecoder;
import io.plimsoll.sbe.RejectReason;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Everything that markets.yaml may define comes into force when an engine starts, once. */
@Timeout(value = 2, unit = TimeUnit.MINUTES)
class MarketsIT {
    private static final Limits LIMITS = new Limits(8, 16, 8, 16, 64, 64, 16, 256, 32, 256);
    private static final int ADMIN = 1;
    private static final int USDC = 1;
    private static final long IDLE_NS = 100_000L;

    private static final String WITH_EVERYTHING = YamlFile.shipped(MarketsConfig.FILE_NAME)
                    .text()
                    .replace("{ id: 1, kind: linear-perpetual,", "{ id: 1, funding: hourly, kind: linear-perpetual,")
                    .replace(
                            "BTC:  { id: 3,",
                            "STETH: { id: 12, decimals: 9, haircut: 10 %, initial-haircut: 5 %, liability-haircut: 10 %,"
                                    + " claim-on: ETH, redemption-rate: 1.0432, redemption-step: 0.1 % }\n"
                                    + "  BTC:  { haircut-tiers: [{ from: 1_000_000, haircut: 10 %, initial-haircut: 10 % }],"
                                    + " collateral-cap: 1_000, borrow-account-max: 2, borrow-rate: 5 %, daily-volume: 1_000_000, index-age-max: 1min,"
                                    + " wrong-way-share: 50 %, id: 3,")
                    .replace("# phase-in: 24h", "phase-in: 36h")
            + """

            fees: { standard: { id: 1, maker: 0.02 %, taker: 0.05 % } }
            funding:
              hourly:
                { interval: 1h, period: 8h, interest: 0.01 %, clamp-lower: -0.05 %, clamp-upper: 0.05 %,
                  rate-lower: -4 %, rate-upper: 4 % }
            """;

    @TempDir
    Path folder;

    @Test
    void comeIntoForceOnceAndWhatIsAddedLaterComesAtTheNextStart() {
        final int defined = frames(WITH_EVERYTHING).size();
        final Heard first = run(WITH_EVERYTHING);
        assertThat(first.byHost).isEqualTo(defined);
        assertThat(first.definitions).containsOnlyOnce("FEE_SCHEDULE 1", "FUNDING 1", "HAIRCUTS 3", "CLAIM 12");

        final Heard second = run(WITH_EVERYTHING);
        assertThat(second.byHost).isEqualTo(first.byHost);

        final String later = WITH_EVERYTHING
                .replace("{ id: 2, kind: linear-perpetual,", "{ id: 2, funding: hourly, kind: linear-perpetual,")
                .replace("ARB:  { id: 10,", """
                        NEW:  { id: 11, decimals: 8, haircut: 40 %, initial-haircut: 20 %, liability-haircut: 40 %,
                                borrow-account-max: 7,
                                haircut-tiers: [{ from: 1_000, haircut: 50 %, initial-haircut: 20 % }] }
                          ARB:  { id: 10,""");
        final Heard third = run(later);
        assertThat(third.definitions).containsOnlyOnce("FUNDING 2", "ASSET 11", "HAIRCUTS 11");
        assertThat(third.byHost).isEqualTo(defined + 4);
        assertThat(third.rejected).isZero();
    }

    /** Starts an engine, says one thing so that definitions are the host's no more, and hears everything from the beginning. */
    private Heard run(final String markets) {
        final Heard heard = new Heard();
        final Path journal = folder.resolve("journal");
        final GatewaySettings settings = GatewaySettings.of(
                        journal, folder.resolve("aeron").toString())
                .with(
                        LIMITS,
                        JournalSettings.of(journal).withBlockBytes(1 << 20).withRollBytes(16 << 20))
                .with(ClockMode.COMMANDS, frames(markets))
                .with(Layout.ONE, IdleMode.BACKOFF)
                .withCheckpointEvery(0);
        try (EngineServer server = EngineServer.start(settings);
                PlimsollClient client = PlimsollClient.connect(
                        ClientConfig.of(server.aeronDirectory(), ADMIN).withStart(ResumePoint.START), heard)) {
            await(client, () -> client.indexPrice(USDC, 10_000_000_000L) == Result.SENT);
            await(client, () -> client.unanswered() == 0);
            // Definitions are answered once they are on disk, which may be later than what came after them.
            await(client, () -> client.resumePoint().durableSequence() >= server.lastSequence());
        }
        return heard;
    }

    private static List<byte[]> frames(final String markets) {
        return GenesisFrames.of(EngineConfig.shipped().sources(), MarketsConfig.parse("markets.yaml", markets));
    }

    private static void await(final PlimsollClient client, final BooleanSupplier condition) {
        while (!condition.getAsBoolean()) {
            if (client.poll() == 0) {
                LockSupport.parkNanos(IDLE_NS);
            }
        }
    }

    /** What the host defined, and whether anything was refused. */
    private static final class Heard implements ClientHandler {
        private final List<String> definitions = new ArrayList<>();
        private int byHost;
        private int rejected;

        @Override
        public void onDefinitionInForce(final EventInfo info, final DefinitionInForceDecoder event) {
            definitions.add(event.definition() + " " + event.defined());
        }

        @Override
        public void onCompletion(final EventInfo info, final CommandCompletedDecoder completion) {
            rejected += completion.reason() == RejectReason.NONE ? 0 : 1;
            byHost += completion.source() == 0 && !isCheckpoint(completion) ? 1 : 0;
        }

        private static boolean isCheckpoint(final CommandCompletedDecoder completion) {
            return completion.templateId() == CheckpointDecoder.TEMPLATE_ID;
        }
    }
}
