package io.plimsoll.journal;

import io.plimsoll.core.wire.FrameCheck;
import io.plimsoll.sbe.FrameVerdict;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongConsumer;

/**
 * Checks every record of a journal without an engine: checksums, gaps, chain, versions, and that each payload is a whole
 * message. Goes on with the next queue after an error. Read-only, safe beside the engine that writes it.
 */
public final class JournalVerifier {
    private static final long PROGRESS_MASK = (1 << 16) - 1;

    private final List<FileReport> files = new ArrayList<>();
    private final List<JournalException> errors = new ArrayList<>();
    private final LongConsumer progress;
    private long commands;
    private long events;
    private long lastSequence;
    private long lastTimeNs;

    private JournalVerifier(final LongConsumer progress) {
        this.progress = progress;
    }

    /**
     * Checks a journal.
     *
     * @param folder of the journal.
     * @param progress hears the number of records checked, about every 65,536.
     * @return what was found; damage is a result, not an error.
     */
    public static JournalReport verify(final Path folder, final LongConsumer progress) {
        return new JournalVerifier(progress).run(folder);
    }

    private JournalReport run(final Path folder) {
        List<Generation> generations = List.of();
        try {
            generations = Generations.read(folder);
            if (generations.isEmpty()) {
                note(Generations.none(folder));
            }
        } catch (final JournalException damaged) {
            note(damaged);
        }
        for (final Generation generation : generations) {
            check(generation, RecordEnvelopes.KIND_COMMAND);
            check(generation, RecordEnvelopes.KIND_EVENT);
        }
        return new JournalReport(
                generations.size(),
                List.copyOf(files),
                commands,
                events,
                lastSequence,
                lastTimeNs,
                List.copyOf(errors));
    }

    private void check(final Generation generation, final int kind) {
        final boolean isCommands = kind == RecordEnvelopes.KIND_COMMAND;
        try (QueueCursor cursor = new QueueCursor(generation, kind, false)) {
            FileCount count = new FileCount(cursor.documents().file());
            boolean sound = true;
            while (sound && cursor.next()) {
                if (!cursor.documents().file().equals(count.file)) {
                    files.add(count.report(generation, isCommands));
                    count = new FileCount(cursor.documents().file());
                }
                sound = cursor.record().kind() != kind || count(cursor, count, isCommands);
            }
            files.add(count.report(generation, isCommands));
            if (sound && (cursor.failed() || (generation.end() != null && !cursor.atEnd()))) {
                note(cursor.failure());
            } else if (sound) {
                checkChainAtEnd(generation, cursor, isCommands);
            }
        }
    }

    private boolean count(final QueueCursor cursor, final FileCount count, final boolean isCommands) {
        final RecordView record = cursor.record();
        if (!isDecodable(record, isCommands)) {
            note(new JournalException(
                    JournalError.BAD_CRC,
                    cursor.generation().epoch(),
                    cursor.documents().file(),
                    record.sequence(),
                    "the payload is not a message of the schema: "
                            + RecordDump.describe(record.buffer(), record.payloadOffset(), record.payloadLength())));
            return false;
        }
        count.add(record);
        if (isCommands) {
            commands++;
            lastSequence = record.sequence();
            lastTimeNs = record.timeNs();
        } else {
            events++;
        }
        if (((commands + events) & PROGRESS_MASK) == 0) {
            progress.accept(commands + events);
        }
        return true;
    }

    private static boolean isDecodable(final RecordView record, final boolean isCommand) {
        return isCommand
                ? FrameCheck.check(record.buffer(), record.payloadOffset(), record.payloadLength())
                        == FrameVerdict.ACCEPTED
                : RecordDump.isDecodable(record);
    }

    private void checkChainAtEnd(final Generation generation, final QueueCursor cursor, final boolean isCommands) {
        final JournalEnd end = generation.end();
        if (end != null && cursor.check().completeChain() != (isCommands ? end.commandChain() : end.eventChain())) {
            note(new JournalException(
                    JournalError.BROKEN_CHAIN,
                    generation.epoch(),
                    cursor.documents().file(),
                    cursor.check().sequence(),
                    "the chain at the end is not the one that was noted"));
        }
    }

    private void note(final JournalException error) {
        errors.add(error);
    }

    /** Counts what one file holds. */
    private static final class FileCount {
        private final Path file;
        private long bytes;
        private long records;
        private long first;
        private long last;

        FileCount(final Path file) {
            this.file = file;
        }

        void add(final RecordView record) {
            records++;
            bytes += record.length();
            last = record.sequence();
            if (first == 0) {
                first = last;
            }
        }

        FileReport report(final Generation generation, final boolean isCommands) {
            return new FileReport(
                    generation.epoch(),
                    isCommands ? Generation.COMMANDS : Generation.EVENTS,
                    file,
                    bytes,
                    records,
                    first,
                    last);
        }
    }
}
