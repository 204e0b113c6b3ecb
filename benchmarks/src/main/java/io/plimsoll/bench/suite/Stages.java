package io.plimsoll.bench.suite;

import io.plimsoll.bench.load.Load;
import io.plimsoll.bench.load.Scenario;
import io.plimsoll.bench.load.Venue;
import io.plimsoll.core.engine.MarginEngine;
import io.plimsoll.journal.CommandJournal;
import io.plimsoll.journal.EventJournal;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;
import org.agrona.CloseHelper;

/** The stages of {@link InProcess}, each by itself: hop, append, apply, event append. */
final class Stages implements AutoCloseable {
    private static final int RECORDED = 2;

    private final List<RecordedCommand> recorded;
    private final Load load;
    private final BenchJournal commandJournal;
    private final BenchJournal eventJournal;
    private final CommandRing ring = new CommandRing();
    private final EventRing outbound = new EventRing();
    private long hops;
    private long appended;
    private long eventsOf;

    /** Makes fresh scenarios, because each stage goes on by itself. */
    Stages(final Path folder, final Supplier<Scenario> scenarios) {
        recorded = RecordedCommand.of(scenarios.get(), RECORDED);
        load = new Load(scenarios.get());
        commandJournal = new BenchJournal(folder.resolve("append"), new MarginEngine(Venue.LIMITS));
        eventJournal = new BenchJournal(folder.resolve("events"), new MarginEngine(Venue.LIMITS));
    }

    List<Exchange> all() {
        return List.of(
                Exchange.of("hop", this::hop),
                Exchange.of("append", this::append),
                Exchange.of("apply", this::apply),
                Exchange.of("event append", this::appendEvents));
    }

    private void hop() {
        final RecordedCommand command = recorded.get((int) (hops & 1));
        // Nothing can be optimised away: all of it goes through memory that other threads could see.
        ring.put(++hops, hops, command.frame(), command.frame().capacity());
        ring.takeForJournal((slot, cursor, endOfBatch) -> true);
        ring.takeForEngine((slot, cursor, endOfBatch) -> true);
        final List<RecordedCommand.Event> events = command.events();
        for (int i = 0; i < events.size(); i++) {
            final RecordedCommand.Event event = events.get(i);
            outbound.onEvent(i, event.flags(), event.bytes(), 0, event.bytes().capacity());
        }
        outbound.take((type, buffer, offset, length) -> {});
    }

    private void append() {
        final CommandJournal journal = commandJournal.opened().commands();
        final RecordedCommand command = recorded.get((int) (appended & 1));
        journal.append(++appended, appended, command.frame(), 0, command.frame().capacity());
    }

    private void apply() {
        load.next();
    }

    private void appendEvents() {
        final EventJournal journal = eventJournal.opened().events();
        final RecordedCommand command = recorded.get((int) (eventsOf & 1));
        journal.command(++eventsOf, eventsOf, Venue.SOURCE, eventsOf);
        final List<RecordedCommand.Event> events = command.events();
        for (int i = 0; i < events.size(); i++) {
            final RecordedCommand.Event event = events.get(i);
            journal.append(i, event.flags(), event.bytes(), 0, event.bytes().capacity());
        }
    }

    @Override
    public void close() {
        CloseHelper.closeAll(commandJournal, eventJournal);
    }
}
