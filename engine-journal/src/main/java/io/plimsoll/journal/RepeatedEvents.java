package io.plimsoll.journal;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.agrona.DirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;

/**
 * Events that recovery regenerates, kept in a temporary file until the new generation can take them: its first record
 * holds the state hash after recovery, so it cannot be begun before. There may be many, if the event queue was lost.
 */
final class RepeatedEvents implements AutoCloseable {
    private static final String FILE = "recovery.tmp";
    private static final int BUFFER_BYTES = 1 << 20;

    private final Path file;
    private final byte[] payload = new byte[RecordEnvelopes.RECORD_LENGTH_MAX];
    private DataOutputStream out;
    private long firstSequence;
    private long count;

    RepeatedEvents(final Path journal) throws IOException {
        file = journal.resolve(FILE);
        Files.deleteIfExists(file);
    }

    /** Keeps an event of a command. */
    void add(
            final RecordView command,
            final int index,
            final int flags,
            final DirectBuffer event,
            final int offset,
            final int length)
            throws IOException {
        if (out == null) {
            out = new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(file), BUFFER_BYTES));
            firstSequence = command.sequence();
        }
        out.writeInt(command.epoch());
        out.writeLong(command.sequence());
        out.writeLong(command.timeNs());
        out.writeInt(command.source());
        out.writeLong(command.sourceSequence());
        out.writeInt(index);
        out.writeInt(flags);
        out.writeInt(length);
        event.getBytes(offset, payload, 0, length);
        out.write(payload, 0, length);
        count++;
    }

    /** Appends all of them to a journal. */
    void appendTo(final EventJournal events) throws IOException {
        if (out == null) {
            return;
        }
        out.close();
        try (DataInputStream in =
                new DataInputStream(new BufferedInputStream(Files.newInputStream(file), BUFFER_BYTES))) {
            final UnsafeBuffer buffer = new UnsafeBuffer(payload);
            boolean more = appendNext(in, events, buffer);
            while (more) {
                more = appendNext(in, events, buffer);
            }
        }
        events.endRepeat();
    }

    private boolean appendNext(final DataInputStream in, final EventJournal events, final UnsafeBuffer buffer)
            throws IOException {
        final int epoch;
        try {
            epoch = in.readInt();
        } catch (final EOFException end) {
            return false;
        }
        final long sequence = in.readLong();
        final long timeNs = in.readLong();
        final int source = in.readInt();
        final long sourceSequence = in.readLong();
        final int index = in.readInt();
        final int flags = in.readInt();
        final int length = in.readInt();
        in.readFully(payload, 0, length);
        if (index == 0) {
            events.repeatFrom(epoch);
            events.command(sequence, timeNs, source, sourceSequence);
        }
        events.append(index, flags, buffer, 0, length);
        return true;
    }

    long firstSequence() {
        return firstSequence;
    }

    long count() {
        return count;
    }

    @Override
    public void close() throws IOException {
        if (out != null) {
            out.close();
        }
        Files.deleteIfExists(file);
    }
}
