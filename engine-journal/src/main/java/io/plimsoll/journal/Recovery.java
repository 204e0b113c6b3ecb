package io.plimsoll.journal;

import io.plimsoll.core.engine.MarginEngine;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.agrona.DirectBuffer;

/** One opening of a journal, step by step. Whatever step it dies after, the next opening does the same again. */
final class Recovery {
    private final JournalSettings settings;
    private final Path journal;
    private final MarginEngine engine;
    private final RecoveryListener listener;
    private final Disk disk;

    Recovery(
            final JournalSettings settings,
            final MarginEngine engine,
            final RecoveryListener listener,
            final Disk disk) {
        this.settings = settings;
        this.journal = settings.folder().toAbsolutePath();
        this.engine = engine;
        this.listener = listener;
        this.disk = disk;
    }

    OpenedJournal run() {
        try {
            OwnerOnly.makeFolder(journal, disk);
            return runLocked(JournalLock.take(journal));
        } catch (final IOException | UncheckedIOException failure) {
            throw new JournalFault("cannot open " + journal, failure);
        }
    }

    private OpenedJournal runLocked(final JournalLock lock) throws IOException {
        boolean ready = false;
        OpenedJournal opened = null;
        try {
            listener.onStep(RecoveryStep.LOCKED);
            opened = open();
            listener.onStep(RecoveryStep.READY);
            ready = true;
            return opened.holding(lock);
        } finally {
            if (!ready) {
                if (opened != null) {
                    opened.release();
                }
                lock.close();
            }
        }
    }

    private OpenedJournal open() throws IOException {
        final List<Generation> generations = new ArrayList<>(Generations.read(journal));
        Generations.checkLimits(generations, engine.limits());
        listener.onStep(RecoveryStep.MANIFESTS_READ);
        JournalEnd end = JournalEnd.NONE;
        if (!generations.isEmpty()) {
            final int last = generations.size() - 1;
            end = TailCheck.check(generations.get(last), listener);
            generations.set(last, generations.get(last).endingAt(end));
            listener.onStep(RecoveryStep.TAIL_CHECKED);
            forceFiles(generations.get(last).commands());
            forceFiles(generations.get(last).events());
            listener.onStep(RecoveryStep.TAIL_FORCED);
        }
        try (RepeatedEvents repeated = new RepeatedEvents(journal)) {
            replay(generations, end, repeated);
            listener.onStep(RecoveryStep.REPLAYED);
            return new GenerationStarter(settings, engine, listener, disk).start(generations.size() + 1, end, repeated);
        }
    }

    /** What is taken over must be at least as safe as what will be built on it. */
    private void forceFiles(final Path queue) throws IOException {
        if (!Files.isDirectory(queue)) {
            return;
        }
        final int count = QueueFiles.count(queue);
        for (int segment = 0; segment < count; segment++) {
            if (QueueFiles.exists(queue, segment)) {
                disk.forceFile(QueueFiles.segment(queue, segment));
            }
        }
        disk.forceFolder(queue);
    }

    private void replay(final List<Generation> generations, final JournalEnd end, final RepeatedEvents repeated) {
        try (QueueReader commands = new QueueReader(generations, RecordEnvelopes.KIND_COMMAND);
                QueueReader events = new QueueReader(generations, RecordEnvelopes.KIND_EVENT)) {
            final EventComparison comparison = new EventComparison(events, RecordEnvelopes.SCHEMA_VERSION);
            new Replay(commands, engine, new Comparing(comparison, end.eventsSequence(), repeated)).run(Until.END);
            if (!comparison.isExhausted()) {
                throw difference(comparison.difference());
            }
        }
    }

    private JournalException difference(final EventDifference found) {
        return new JournalException(
                JournalError.DIFFERENCE,
                found.generation(),
                Generation.folder(journal, found.generation()).resolve(Generation.EVENTS),
                found.sequence(),
                "event " + found.index() + " stored: " + found.stored() + ", replayed: " + found.replayed());
    }

    /** Compares events as far as they are stored, keeps the others. */
    private final class Comparing implements ReplayListener {
        private final EventComparison comparison;
        private final long storedUpTo;
        private final RepeatedEvents repeated;
        private RecordView command;

        Comparing(final EventComparison comparison, final long storedUpTo, final RepeatedEvents repeated) {
            this.comparison = comparison;
            this.storedUpTo = storedUpTo;
            this.repeated = repeated;
        }

        @Override
        public void onCommand(final RecordView record) {
            command = record;
            if (record.sequence() <= storedUpTo) {
                comparison.command(record.sequence());
            }
        }

        @Override
        public void onEvent(
                final int index, final int flags, final DirectBuffer event, final int offset, final int length) {
            if (command.sequence() > storedUpTo) {
                keep(index, flags, event, offset, length);
            } else if (!comparison.isSame(index, flags, event, offset, length)) {
                throw difference(comparison.difference());
            }
        }

        private void keep(
                final int index, final int flags, final DirectBuffer event, final int offset, final int length) {
            try {
                repeated.add(command, index, flags, event, offset, length);
            } catch (final IOException failure) {
                throw new UncheckedIOException(failure);
            }
        }

        @Override
        public void onProgress(final long sequence, final long lastSequence) {
            listener.onProgress(sequence, lastSequence);
        }
    }
}
