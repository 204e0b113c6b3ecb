package io.plimsoll.bench.suite;

import com.lmax.disruptor.EventPoller;
import io.plimsoll.bench.load.CommandFrame;
import io.plimsoll.bench.load.Scenario;
import io.plimsoll.bench.load.Venue;
import io.plimsoll.core.engine.MarginEngine;
import io.plimsoll.core.wire.CommandDispatcher;
import io.plimsoll.core.wire.CommandFrames;
import io.plimsoll.journal.CommandJournal;
import io.plimsoll.journal.EventJournal;
import java.nio.file.Path;
import org.agrona.MutableDirectBuffer;
import org.agrona.concurrent.MessageHandler;

/**
 * What a command must cost whatever brings it: the ring, the append to the command journal, the engine, the ring of its events,
 * their append to the event journal. No wire, no session, one thread: {@link Hop} is what it takes to get there. The live host's
 * round trip is held against both.
 */
final class InProcess implements Exchange, AutoCloseable {
    private static final long STEP_NS = 1_000;

    private final Scenario scenario;
    private final CommandRing ring = new CommandRing();
    private final EventRing outbound = new EventRing();
    private final BenchJournal journal;
    private final CommandJournal commands;
    private final EventJournal events;
    private final CommandDispatcher dispatcher;
    private final EventPoller.Handler<CommandRing.Slot> append = this::append;
    private final EventPoller.Handler<CommandRing.Slot> apply = this::apply;
    private final MessageHandler appendEvent = this::appendEvent;
    private long sequence;
    private long sourceSequence;
    private CommandRing.Slot inHand;

    /** Opens the market and the positions in a new journal. */
    InProcess(final Path folder, final Scenario scenario) {
        this.scenario = scenario;
        final MarginEngine engine = new MarginEngine(scenario.limits());
        journal = new BenchJournal(folder, engine);
        commands = journal.opened().commands();
        events = journal.opened().events();
        dispatcher = new CommandDispatcher(engine, outbound);
        pass(CommandFrame.defineSource(Venue.SOURCE).from(Venue.HOST, 1));
        scenario.definitions().forEach(this::send);
        while (engine.risk().hasWork()) {
            send(CommandFrame.goOn());
        }
        scenario.deposits().forEach(this::send);
        scenario.open(this::send);
    }

    @Override
    public String name() {
        return "in process: " + scenario.name();
    }

    @Override
    public void exchange() {
        send(scenario.next());
    }

    @Override
    public void undo() {
        if (scenario.undo() != null) {
            send(scenario.undo());
        }
    }

    private void send(final CommandFrame frame) {
        pass(frame.from(Venue.SOURCE, ++sourceSequence));
    }

    private void pass(final CommandFrame frame) {
        sequence++;
        ring.put(sequence, sequence * STEP_NS, frame.buffer(), frame.length());
        ring.takeForJournal(append);
        ring.takeForEngine(apply);
        // The ring stops where it wraps: what comes after is for the next take.
        while (events.completeSequence() < sequence) {
            outbound.take(appendEvent);
        }
    }

    private boolean append(final CommandRing.Slot slot, final long cursor, final boolean endOfBatch) {
        commands.append(slot.sequence, slot.timeNs, slot.frame, 0, slot.length);
        return true;
    }

    private boolean apply(final CommandRing.Slot slot, final long cursor, final boolean endOfBatch) {
        inHand = slot;
        dispatcher.onCommand(slot.sequence, slot.timeNs, slot.frame, 0, slot.length);
        return true;
    }

    private void appendEvent(final int type, final MutableDirectBuffer buffer, final int offset, final int length) {
        final int index = EventRing.index(buffer, offset);
        if (index == 0) {
            events.command(
                    inHand.sequence,
                    inHand.timeNs,
                    CommandFrames.source(inHand.frame, 0),
                    CommandFrames.sourceSequence(inHand.frame, 0));
        }
        events.append(
                index,
                EventRing.flags(buffer, offset),
                buffer,
                offset + EventRing.HEADER_LENGTH,
                length - EventRing.HEADER_LENGTH);
    }

    @Override
    public void close() throws InterruptedException {
        journal.close();
    }
}
