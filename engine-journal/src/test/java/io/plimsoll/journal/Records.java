package io.plimsoll.journal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32C;

/** Finds, reads and damages records in files. */
final class Records {
    private static final int DOCUMENT_HEADER = 4;

    /** Where a record lies: {@code position} is that of its envelope. */
    record Place(Path file, long position, int length, int kind, long sequence, int index) {
        long documentPosition() {
            return position - DOCUMENT_HEADER;
        }
    }

    private Records() {}

    static Path commands(final Path journal, final int epoch) {
        return Generation.folder(journal, epoch).resolve(Generation.COMMANDS);
    }

    static Path events(final Path journal, final int epoch) {
        return Generation.folder(journal, epoch).resolve(Generation.EVENTS);
    }

    /** All records of a queue, without any check. */
    static List<Place> all(final Path queue) {
        final List<Place> places = new ArrayList<>();
        try (DocumentCursor cursor = new DocumentCursor(queue, false)) {
            final RecordView view = new RecordView();
            while (cursor.next() == DocumentCursor.Found.DOCUMENT) {
                view.wrap(cursor.map().buffer(), cursor.offset());
                places.add(new Place(
                        cursor.file(),
                        cursor.documentPosition() + DOCUMENT_HEADER,
                        view.length(),
                        view.kind(),
                        view.sequence(),
                        view.index()));
            }
        }
        return places;
    }

    /** Record of a command, or first event of a command. */
    static Place find(final Path queue, final long sequence) {
        return all(queue).stream()
                .filter(place -> place.sequence() == sequence && place.kind() != RecordEnvelopes.KIND_GENERATION_START)
                .findFirst()
                .orElseThrow();
    }

    /** Changes one bit of a file. */
    static void flip(final Path file, final long position, final int bit) throws IOException {
        final byte[] one = read(file, position, 1);
        one[0] ^= (byte) (1 << bit);
        write(file, position, one);
    }

    /** Changes bytes of an envelope and makes its checksum right again: as a wrong writer would. */
    static void forge(final Place place, final int offset, final byte... bytes) throws IOException {
        write(place.file(), place.position() + offset, bytes);
        final byte[] envelope = read(place.file(), place.position(), RecordEnvelopes.HEADER_CRC_OFFSET);
        final CRC32C crc = new CRC32C();
        crc.update(envelope);
        write(
                place.file(),
                place.position() + RecordEnvelopes.HEADER_CRC_OFFSET,
                ByteBuffer.allocate(Integer.BYTES)
                        .order(ByteOrder.LITTLE_ENDIAN)
                        .putInt((int) crc.getValue())
                        .array());
    }

    static byte[] read(final Path file, final long position, final int length) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            final ByteBuffer bytes = ByteBuffer.allocate(length);
            channel.read(bytes, position);
            return bytes.array();
        }
    }

    static void write(final Path file, final long position, final byte[] bytes) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.write(ByteBuffer.wrap(bytes), position);
        }
    }

    static void truncate(final Path file, final long length) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.truncate(length);
        }
    }

    /** An event as a subscriber knows it: all but epoch-bound marks. */
    static String line(final RecordView record) {
        return record.sequence() + "/" + record.index() + ' ' + Long.toHexString(record.chain()) + ' '
                + RecordDump.describe(record.buffer(), record.payloadOffset(), record.payloadLength());
    }

    /** All events that a reader delivers from where it stands. */
    static List<String> lines(final EventReader reader) {
        final List<String> lines = new ArrayList<>();
        while (reader.next()) {
            lines.add(line(reader.record()));
        }
        return lines;
    }
}
