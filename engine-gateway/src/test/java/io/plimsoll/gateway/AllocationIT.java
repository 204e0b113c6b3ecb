package io.plimsoll.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import io.plimsoll.client.ClientConfig;
import io.plimsoll.client.ClientHandler;
import io.plimsoll.client.EventInfo;
import io.plimsoll.client.PlimsollClient;
import io.plimsoll.client.Result;
import io.plimsoll.sbe.CommandCompletedDecoder;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(value = 2, unit = TimeUnit.MINUTES)
class AllocationIT {
    private static final int WARM_UP = 60_000;
    private static final int MEASURED = 60_000;
    private static final int ROUNDS_MAX = 10;
    private static final int BYTES_MAX = MEASURED / 2;
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    @TempDir
    Path folder;

    @Test
    void neitherClientNorEngineAllocatesForACommand() {
        final Counter counter = new Counter();
        try (EngineServer server = EngineServer.start(TestServers.settings(folder));
                PlimsollClient client =
                        PlimsollClient.connect(ClientConfig.of(server.aeronDirectory(), TestGenesis.ADMIN), counter)) {
            run(client, counter, WARM_UP);
            final long engine = engineThread();
            long leastOfClient = Long.MAX_VALUE;
            long leastOfEngine = Long.MAX_VALUE;
            for (int round = 1; round <= ROUNDS_MAX && Math.max(leastOfClient, leastOfEngine) >= BYTES_MAX; round++) {
                final long clientBefore = THREADS.getCurrentThreadAllocatedBytes();
                final long engineBefore = THREADS.getThreadAllocatedBytes(engine);
                run(client, counter, WARM_UP + round * MEASURED);
                leastOfClient = Math.min(leastOfClient, THREADS.getCurrentThreadAllocatedBytes() - clientBefore);
                leastOfEngine = Math.min(leastOfEngine, THREADS.getThreadAllocatedBytes(engine) - engineBefore);
            }

            // Heartbeats, housekeeping and new journal files cost something now and then, more on a slow machine, but
            // not in every round alike; a command nothing: 1 byte each would be 60,000 in every round.
            assertThat(leastOfClient).as("bytes of the client's thread").isLessThan(BYTES_MAX);
            assertThat(leastOfEngine).as("bytes of the engine's thread").isLessThan(BYTES_MAX);
        }
    }

    private static void run(final PlimsollClient client, final Counter counter, final int upTo) {
        while (counter.answers < upTo) {
            client.poll();
            Result result = Result.SENT;
            while (result == Result.SENT && client.lastSourceSequence() < upTo) {
                result = client.markPrice(TestGenesis.BTC_PERP, 20_000 + client.lastSourceSequence() % 97);
            }
        }
    }

    private static long engineThread() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().contains("plimsoll-engine"))
                .mapToLong(AllocationIT::id)
                .findFirst()
                .orElseThrow();
    }

    @SuppressWarnings("deprecation")
    private static long id(final Thread thread) {
        // Its successor is not there in Java 17.
        return thread.getId();
    }

    /** Counts answers. */
    private static final class Counter implements ClientHandler {
        private int answers;

        @Override
        public void onCompletion(final EventInfo info, final CommandCompletedDecoder completion) {
            answers += completion.source() == TestGenesis.ADMIN ? 1 : 0;
        }
    }
}
