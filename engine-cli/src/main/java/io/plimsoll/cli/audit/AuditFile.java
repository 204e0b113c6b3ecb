package io.plimsoll.cli.audit;

import com.fasterxml.jackson.core.JacksonException;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/** An audit log as a file: lines are added at its end. What a crash left of a last line is cut off. */
final class AuditFile implements AutoCloseable {
    private static final int BLOCK = 8_192;

    private final FileChannel channel;
    private final OutputStream out;
    private final AuditLine.Place last;

    private AuditFile(final FileChannel channel, final AuditLine.Place last) {
        this.channel = channel;
        this.out = new BufferedOutputStream(Channels.newOutputStream(channel));
        this.last = last;
    }

    /**
     * Opens or begins a file; a new one can be read by its owner alone.
     *
     * @throws AuditException another process writes it, or its last line is not of an audit log.
     */
    static AuditFile open(final Path file) throws IOException {
        final FileChannel channel = FileChannel.open(
                file,
                Set.of(StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE),
                ownerOnly());
        try {
            if (channel.tryLock() == null) {
                throw new AuditException("another process writes the audit log '" + file + "'");
            }
            final long end = afterLast('\n', channel, channel.size());
            channel.truncate(end);
            channel.position(end);
            return new AuditFile(channel, end == 0 ? null : lastPlace(file, channel, end));
        } catch (final IOException | RuntimeException failure) {
            channel.close();
            throw failure;
        }
    }

    private static AuditLine.Place lastPlace(final Path file, final FileChannel channel, final long end)
            throws IOException {
        final long start = afterLast('\n', channel, end - 1);
        final byte[] line = new byte[Math.toIntExact(end - 1 - start)];
        read(channel, ByteBuffer.wrap(line), start);
        try {
            final AuditLine.Place place = AuditLine.place(new String(line, StandardCharsets.UTF_8));
            if (place.sequence() > 0 && place.index() >= 0) {
                return place;
            }
        } catch (final JacksonException notJson) {
            throw notAnAuditLog(file);
        }
        throw notAnAuditLog(file);
    }

    private static AuditException notAnAuditLog(final Path file) {
        return new AuditException(
                "'" + file + "' is not an audit log: its last line names no event; name another file");
    }

    /** Position after the last byte of a kind before an end; 0: there is none. */
    private static long afterLast(final char wanted, final FileChannel channel, final long end) throws IOException {
        long to = end;
        while (to > 0) {
            final long from = Math.max(0, to - BLOCK);
            final byte[] block = new byte[(int) (to - from)];
            read(channel, ByteBuffer.wrap(block), from);
            for (int i = block.length - 1; i >= 0; i--) {
                if (block[i] == wanted) {
                    return from + i + 1;
                }
            }
            to = from;
        }
        return 0;
    }

    private static void read(final FileChannel channel, final ByteBuffer into, final long from) throws IOException {
        int read = 0;
        while (read >= 0 && into.hasRemaining()) {
            read = channel.read(into, from + into.position());
        }
    }

    private static FileAttribute<?>[] ownerOnly() {
        return FileSystems.getDefault().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
    }

    /** Where the event of the last line stands; null: there are no lines. */
    AuditLine.Place last() {
        return last;
    }

    void add(final String line) throws IOException {
        out.write(line.getBytes(StandardCharsets.UTF_8));
        out.write('\n');
    }

    void flush() throws IOException {
        out.flush();
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
