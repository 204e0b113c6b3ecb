package io.plimsoll.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.lmax.disruptor.EventPoller;
import com.lmax.disruptor.RingBuffer;
import com.lmax.disruptor.YieldingWaitStrategy;
import io.plimsoll.core.engine.EngineFault;
import io.plimsoll.core.engine.MarginEngine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.agrona.concurrent.AgentTerminationException;
import org.agrona.concurrent.UnsafeBuffer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FailStopTest {
    @TempDir
    Path folder;

    private final List<Throwable> causes = new ArrayList<>();
    private final FailStop failStop = new FailStop(causes::add);

    @Test
    void countsTheFirstFailureOnlyAndLetsNoAgentWorkAnyMore() {
        final RuntimeException first = new IllegalStateException("first");
        failStop.onError(first);
        failStop.onError(new IllegalStateException("second"));
        final int[] worked = new int[1];
        final GuardedAgent agent = new GuardedAgent(failStop, "agent") {
            @Override
            int work() {
                return ++worked[0];
            }
        };

        assertThatExceptionOfType(AgentTerminationException.class).isThrownBy(agent::doWork);
        assertThat(causes).containsExactly(first);
        assertThat(worked[0]).isZero();
    }

    @Test
    void leavesNothingOfACommandThatBreaksAnInvariantAndWritesItDown() throws IOException {
        final MarginEngine engine = new MarginEngine(TestServers.LIMITS);
        final RingBuffer<CommandSlot> ring =
                RingBuffer.createSingleProducer(CommandSlot::new, 4, new YieldingWaitStrategy());
        final EventPoller<CommandSlot> poller = ring.newPoller();
        final OutboundRing outbound = new OutboundRing(1 << 18, 0, () -> {});
        final EngineAgent agent =
                new EngineAgent(poller, engine, outbound, new EngineWork(), new TestCounters().counters, failStop);
        final UnsafeBuffer frame = new UnsafeBuffer(TestGenesis.frames().get(0));
        // The engine expects sequence 1: 2 breaks its gapless order, as a broken invariant does.
        final long cursor = ring.next();
        ring.get(cursor).set(2, 7, 0, frame, 0, frame.capacity());
        ring.publish(cursor);

        assertThatExceptionOfType(AgentTerminationException.class).isThrownBy(agent::doWork);

        assertThat(failStop.cause()).isInstanceOf(EngineFault.class);
        assertThat(outbound.visibleSequence()).isZero();
        assertThat(outbound.read((type, buffer, offset, length) -> null, 1)).isZero();
        final Path dump = StateDump.write(folder, 1, engine, agent.inHand(), failStop.cause());
        assertThat(Files.readString(dump))
                .contains("command in hand 2 at 7 ns")
                .contains("command 2 follows command 0")
                .contains(EngineFault.class.getName());
    }
}
