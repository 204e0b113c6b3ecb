package io.plimsoll.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.lmax.disruptor.EventPoller;
import com.lmax.disruptor.RingBuffer;
import com.lmax.disruptor.YieldingWaitStrategy;
import io.plimsoll.core.wire.CommandFrames;
import io.plimsoll.core.wire.FrameCheck;
import io.plimsoll.sbe.ContinueDecoder;
import io.plimsoll.sbe.FrameVerdict;
import io.plimsoll.sbe.TickDecoder;
import io.plimsoll.sbe.VolatilityFixDecoder;
import java.util.ArrayList;
import java.util.List;
import org.agrona.concurrent.CachedNanoClock;
import org.junit.jupiter.api.Test;

/** What the host sequences for the engine, with an engine that says what the test wants it to. */
class EngineChoresTest {
    private static final int RING = 4;
    private static final long START_NS = 1_000;

    private final RingBuffer<CommandSlot> ring =
            RingBuffer.createSingleProducer(CommandSlot::new, RING, new YieldingWaitStrategy());
    private final EventPoller<CommandSlot> poller = ring.newPoller();
    private final CommandClock clock = new CommandClock(START_NS);
    private final Sequencer sequencer =
            new Sequencer(ring, clock, new CachedNanoClock(), new TestCounters().counters, 0);
    private final EngineWork work = new EngineWork();
    private final EngineChores chores = new EngineChores(work, sequencer);
    private final List<Integer> taken = new ArrayList<>();

    EngineChoresTest() {
        ring.addGatingSequences(poller.getSequence());
    }

    @Test
    void doesNothingForAnEngineThatAsksForNothing() {
        sequencer.tick();
        work.tell(1, false, EngineWork.NEVER);

        assertThat(chores.isDue()).isFalse();
        assertThat(chores.isPending()).isFalse();
        assertThat(chores.work()).isZero();
        assertThat(take()).containsExactly(TickDecoder.TEMPLATE_ID);
    }

    @Test
    void oneSliceIsOnItsWayAtATime() {
        sequencer.tick();
        work.tell(1, true, EngineWork.NEVER);

        assertThat(chores.work()).isEqualTo(1);
        assertThat(chores.work()).isZero();
        assertThat(chores.isPending()).isTrue();
        // What was sequenced before the slice is applied: the slice is still on its way.
        work.tell(1, true, EngineWork.NEVER);
        assertThat(chores.work()).isZero();

        work.tell(2, true, EngineWork.NEVER);
        assertThat(chores.work()).isEqualTo(1);
        work.tell(3, false, EngineWork.NEVER);
        assertThat(chores.work()).isZero();
        assertThat(chores.isPending()).isFalse();
        assertThat(take())
                .containsExactly(TickDecoder.TEMPLATE_ID, ContinueDecoder.TEMPLATE_ID, ContinueDecoder.TEMPLATE_ID);
    }

    @Test
    void workThatAJournalLeftIsGoneOnWith() {
        work.tell(77, true, EngineWork.NEVER);

        assertThat(chores.work()).isEqualTo(1);
    }

    @Test
    void aFullRingKeepsAPlaceForTheNextSlice() {
        for (int i = 0; i < RING; i++) {
            sequencer.tick();
        }
        work.tell(1, true, EngineWork.NEVER);
        assertThat(chores.work()).isZero();
        take();
        while (sequencer.hasRoom()) {
            sequencer.tick();
        }

        assertThat(chores.work()).isEqualTo(1);
        assertThat(sequencer.hasRoomForHost()).isFalse();
        assertThat(take())
                .endsWith(TickDecoder.TEMPLATE_ID, TickDecoder.TEMPLATE_ID, ContinueDecoder.TEMPLATE_ID)
                .hasSize(2 * RING);
        // The slice is on its way: clients have the whole ring again.
        for (int i = 0; i < RING; i++) {
            assertThat(sequencer.hasRoom()).isTrue();
            sequencer.tick();
        }
    }

    @Test
    void looksAtTheVolatilitiesOnceWhenTheEnginesTimeHasCome() {
        sequencer.tick();
        work.tell(1, false, START_NS + 300);
        assertThat(chores.work()).isZero();

        clock.advanceTo(START_NS + 300);
        assertThat(chores.isDue()).as("the engine has not heard of it").isFalse();
        sequencer.tick();
        assertThat(chores.work()).isEqualTo(1);
        assertThat(chores.work()).as("not again before the engine says when").isZero();

        take();
        work.tell(3, false, START_NS + 600);
        clock.advanceTo(START_NS + 900);
        sequencer.tick();
        assertThat(chores.work()).isEqualTo(1);
        assertThat(take())
                .containsExactly(
                        TickDecoder.TEMPLATE_ID,
                        TickDecoder.TEMPLATE_ID,
                        VolatilityFixDecoder.TEMPLATE_ID,
                        TickDecoder.TEMPLATE_ID,
                        VolatilityFixDecoder.TEMPLATE_ID);
    }

    /** Takes all commands off the ring; gives the templates of all that were ever taken. */
    private List<Integer> take() {
        Pollers.poll(poller, (slot, cursor, endOfBatch) -> {
            assertThat(FrameCheck.check(slot.frame(), 0, slot.length())).isEqualTo(FrameVerdict.ACCEPTED);
            assertThat(CommandFrames.source(slot.frame(), 0)).isZero();
            assertThat(CommandFrames.sourceSequence(slot.frame(), 0)).isEqualTo(slot.sequence());
            taken.add(CommandFrames.templateId(slot.frame(), 0));
            return true;
        });
        return taken;
    }
}
