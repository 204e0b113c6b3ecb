package io.plimsoll.journal;

import io.plimsoll.core.engine.Limits;
import io.plimsoll.core.engine.MarginEngine;
import io.plimsoll.core.wire.CommandDispatcher;
import io.plimsoll.core.wire.CommandFrames;
import io.plimsoll.core.wire.EventSink;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.agrona.DirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;

/** A host on one thread: journals each command of the {@link Script}, applies it and journals its events. */
final class Host implements EventSink, AutoCloseable {
    static final Limits LIMITS = new Limits(8, 8, 8, 8, 8, 8, 8, 8, 8, 64);

    /** For tests in which no power is lost: a force costs most of the time of a start. */
    private static final Disk NO_FORCE = channel -> {};

    private static final int BLOCK_BYTES = 1 << 20;

    private final MarginEngine engine = new MarginEngine(LIMITS);
    private final CommandDispatcher dispatcher;
    private final Script script = new Script();
    private final OpenedJournal journal;
    private final List<String> seen = new ArrayList<>();
    private boolean journalEvents = true;
    private int eventsPerCommandMax = Integer.MAX_VALUE;
    private int commandsPerWrite = 1;
    private long sequence;

    private Host(final JournalSettings settings, final RecoveryListener listener, final Disk disk) {
        journal = Journal.open(settings, engine, listener, disk);
        dispatcher = new CommandDispatcher(engine, this);
        sequence = journal.lastSequence();
    }

    static JournalSettings settings(final Path folder) {
        return JournalSettings.of(folder).withBlockBytes(BLOCK_BYTES);
    }

    static Host open(final Path folder) {
        return open(settings(folder));
    }

    static Host open(final JournalSettings settings) {
        return new Host(settings, RecoveryListener.NONE, NO_FORCE);
    }

    static Host open(final Path folder, final RecoveryListener listener) {
        return new Host(settings(folder), listener, NO_FORCE);
    }

    /** The events of the first commands in a journal that is never disturbed. */
    static List<String> undisturbedEvents(final Path folder, final int commands) {
        try (Host host = open(folder)) {
            return host.play(commands).seen();
        }
    }

    static Host open(final JournalSettings settings, final Disk disk) {
        return new Host(settings, RecoveryListener.NONE, disk);
    }

    /** Plays the next commands. */
    Host play(final int commands) {
        for (int i = 0; i < commands; i++) {
            final UnsafeBuffer frame = script.frame(++sequence);
            final long timeNs = Script.timeNs(sequence);
            journal.commands().append(sequence, timeNs, frame, 0, frame.capacity());
            if (journalEvents) {
                journal.events()
                        .command(
                                sequence,
                                timeNs,
                                CommandFrames.source(frame, 0),
                                CommandFrames.sourceSequence(frame, 0));
            }
            dispatcher.onCommand(sequence, timeNs, frame, 0, frame.capacity());
            if (sequence % commandsPerWrite == 0) {
                journal.events().write();
            }
        }
        return this;
    }

    /** From now on events wait until those of so many commands are appended together. */
    Host writeEvery(final int commands) {
        commandsPerWrite = commands;
        return this;
    }

    /** Plays commands whose events do not reach the journal before the crash. */
    Host playWithoutEvents(final int commands) {
        journalEvents = false;
        return play(commands);
    }

    /** Plays one command of which only the first events reach the journal before the crash. */
    Host playPartly(final int events) {
        eventsPerCommandMax = events;
        return play(1);
    }

    @Override
    public void onEvent(
            final int index, final int flags, final DirectBuffer event, final int offset, final int length) {
        if (journalEvents && index < eventsPerCommandMax) {
            journal.events().stage(index, flags, event, offset, length);
            seen.add(Records.line(new RecordView()
                    .wrap(journal.events().recordBuffer(), journal.events().recordOffset())));
        }
    }

    Host force() {
        journal.forcer().doWork();
        return this;
    }

    /** Every event journaled here, as {@link Records#line} tells it. */
    List<String> seen() {
        return seen;
    }

    MarginEngine engine() {
        return engine;
    }

    OpenedJournal journal() {
        return journal;
    }

    long sequence() {
        return sequence;
    }

    /** Leaves everything as a crash of the process would. */
    void crash() {
        journal.release();
    }

    @Override
    public void close() {
        journal.close();
    }
}
