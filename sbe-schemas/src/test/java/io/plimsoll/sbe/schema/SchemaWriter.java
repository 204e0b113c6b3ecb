package io.plimsoll.sbe.schema;

import io.plimsoll.sbe.schema.Schema.Message;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.agrona.ExpandableArrayBuffer;
import org.agrona.MutableDirectBuffer;

/**
 * Makes what follows from the schema: golden bytes, ledger and the tables of the wire page. What belongs to a released version
 * is never written again.
 */
final class SchemaWriter {
    private static final int LONGEST_MESSAGE = 1024;

    private final Schema schema = SchemaReader.read();
    private final GeneratedCodec codec = GeneratedCodec.current();

    /** Writes all of it. */
    void write() throws IOException {
        if (!SchemaFiles.isReleased(schema.version())) {
            for (final String file : SchemaFiles.goldenFiles(schema.version())) {
                Files.delete(Path.of(file));
            }
            for (final Message message : schema.messages()) {
                write(SchemaFiles.golden(schema.version(), message.name()), golden(message));
            }
            write(SchemaFiles.ledger(schema.version()), ledger());
        }
        write(SchemaFiles.WIRE_PAGE, wirePage());
    }

    /** The golden file of a message. */
    String golden(final Message message) {
        return GoldenFile.render(schema, message, encoded(message));
    }

    /** Bytes of a message with the values of {@link DistinctValues}. */
    byte[] encoded(final Message message) {
        final MutableDirectBuffer buffer = new ExpandableArrayBuffer(LONGEST_MESSAGE);
        final byte[] bytes = new byte[codec.encode(message, GoldenFile.ENTRIES, buffer)];
        buffer.getBytes(0, bytes);
        return bytes;
    }

    /** The ledger of this version. */
    String ledger() {
        return Ledger.of(schema).text(SchemaFiles.isReleased(schema.version()));
    }

    /** The wire page with its tables made anew. */
    String wirePage() {
        final String advice = SchemaFiles.read(SchemaFiles.advice().toString());
        return new WirePage(schema, WirePage.advice(advice)).filled(SchemaFiles.read(SchemaFiles.WIRE_PAGE.toString()));
    }

    private static void write(final Path file, final String text) {
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(file, text);
        } catch (final IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
