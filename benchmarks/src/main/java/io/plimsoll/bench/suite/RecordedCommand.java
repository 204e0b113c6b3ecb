package io.plimsoll.bench.suite;

import io.plimsoll.bench.load.CommandFrame;
import io.plimsoll.bench.load.Scenario;
import io.plimsoll.bench.load.Venue;
import io.plimsoll.core.engine.MarginEngine;
import io.plimsoll.core.wire.CommandDispatcher;
import io.plimsoll.core.wire.EventSink;
import io.plimsoll.journal.RecordEnvelopes;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.agrona.DirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;

/**
 * A command and what came of it, to be appended over and over.
 *
 * @param frame of the command.
 * @param events in their order.
 */
record RecordedCommand(UnsafeBuffer frame, List<Event> events) {
    /** Copies the list. */
    RecordedCommand {
        events = List.copyOf(events);
    }

    /**
     * An event as the engine gave it.
     *
     * @param flags of the event.
     * @param bytes header and body.
     */
    record Event(int flags, UnsafeBuffer bytes) {}

    /** Bytes that the records of its events have together. */
    int recordsLength() {
        return events.stream()
                .mapToInt(event -> RecordEnvelopes.LENGTH + event.bytes().capacity())
                .sum();
    }

    /** The next commands of a scenario. */
    static List<RecordedCommand> of(final Scenario scenario, final int number) {
        final MarginEngine engine = new MarginEngine(Venue.LIMITS);
        final Capture capture = new Capture(engine);
        capture.apply(CommandFrame.defineSource(Venue.SOURCE).from(Venue.HOST, 1));
        Venue.definitions(scenario.accounts()).forEach(capture::send);
        Venue.deposits(scenario.accounts()).forEach(capture::send);
        scenario.open(capture::send);
        final List<RecordedCommand> recorded = new ArrayList<>();
        for (int i = 0; i < number; i++) {
            final CommandFrame frame = scenario.next();
            capture.send(frame);
            recorded.add(new RecordedCommand(copy(frame.buffer(), 0, frame.length()), capture.events));
        }
        return recorded;
    }

    private static UnsafeBuffer copy(final DirectBuffer source, final int offset, final int length) {
        final UnsafeBuffer bytes = new UnsafeBuffer(ByteBuffer.allocateDirect(length));
        bytes.putBytes(0, source, offset, length);
        return bytes;
    }

    private static final class Capture implements EventSink {
        private final CommandDispatcher dispatcher;
        private final List<Event> events = new ArrayList<>();
        private long sequence;
        private long sourceSequence;

        Capture(final MarginEngine engine) {
            dispatcher = new CommandDispatcher(engine, this);
        }

        void send(final CommandFrame frame) {
            apply(frame.from(Venue.SOURCE, ++sourceSequence));
        }

        void apply(final CommandFrame frame) {
            events.clear();
            sequence++;
            dispatcher.onCommand(sequence, sequence, frame.buffer(), 0, frame.length());
        }

        @Override
        public void onEvent(
                final int index, final int flags, final DirectBuffer event, final int offset, final int length) {
            events.add(new Event(flags, copy(event, offset, length)));
        }
    }
}
