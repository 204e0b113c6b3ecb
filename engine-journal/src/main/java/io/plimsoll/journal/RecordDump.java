package io.plimsoll.journal;

import io.plimsoll.sbe.MessageHeaderDecoder;
import io.plimsoll.sbe.RecordKind;
import java.util.HexFormat;
import org.agrona.DirectBuffer;

/** Names the fields of records, for people and tools. Goes by the schema in the jar, so that new messages need no code. */
public final class RecordDump {
    private RecordDump() {}

    /**
     * Names the fields of an envelope.
     *
     * @param record to look at.
     * @param visitor hears them.
     */
    public static void visitEnvelope(final RecordView record, final FieldVisitor visitor) {
        visitor.onField("kind", RecordKind.get((short) record.kind()));
        visitor.onField("epoch", record.epoch());
        visitor.onField("sequence", record.sequence());
        visitor.onField("index", record.index());
        visitor.onField("flags", record.flags());
        visitor.onField("timeNs", record.timeNs());
        visitor.onField("source", record.source());
        visitor.onField("sourceSequence", record.sourceSequence());
        visitor.onField("schemaVersion", record.schemaVersion());
        visitor.onField("rulesVersion", record.rulesVersion());
        visitor.onField("length", record.payloadLength());
        visitor.onField("durableUpTo", record.durableUpTo());
        visitor.onField("payloadCrc", String.format("%08x", record.payloadCrc()));
        visitor.onField("headerCrc", String.format("%08x", record.headerCrc()));
        visitor.onField("chain", String.format("%016x", record.chain()));
    }

    /**
     * Name of the message that a payload holds.
     *
     * @param record to look at.
     * @return its name in the schema, or {@code template N} if the schema has none.
     */
    public static String messageName(final RecordView record) {
        return nameOf(record.templateId());
    }

    /**
     * Names the fields of a payload.
     *
     * @param record to look at.
     * @param visitor hears them.
     * @return false if the payload is not a message of the schema or not whole.
     */
    public static boolean visitPayload(final RecordView record, final FieldVisitor visitor) {
        return visit(record.buffer(), record.payloadOffset(), record.payloadLength(), visitor);
    }

    /**
     * Whether a payload is a whole message of the schema and nothing else.
     *
     * @param record to look at.
     * @return false if not.
     */
    static boolean isDecodable(final RecordView record) {
        return visitPayload(record, (name, value) -> {});
    }

    /** A payload in one line: message and fields; hexadecimal if it is none. */
    static String describe(final DirectBuffer buffer, final int offset, final int length) {
        final StringBuilder text = new StringBuilder();
        final boolean decoded = visit(buffer, offset, length, new FieldVisitor() {
            @Override
            public void onField(final String name, final Object value) {
                text.append(' ').append(name).append('=').append(value);
            }

            @Override
            public void onEntry(final String name, final int number) {
                text.append(' ').append(name).append('[').append(number).append(']');
            }
        });
        if (decoded) {
            return nameOf(new MessageHeaderDecoder().wrap(buffer, offset).templateId()) + text;
        }
        final byte[] bytes = new byte[length];
        buffer.getBytes(offset, bytes);
        return "bytes " + HexFormat.of().formatHex(bytes);
    }

    private static String nameOf(final int templateId) {
        final MessageCatalogue.Message message = MessageCatalogue.byTemplate(templateId);
        return message == null ? "template " + templateId : message.name();
    }

    private static boolean visit(
            final DirectBuffer buffer, final int offset, final int length, final FieldVisitor visitor) {
        if (length < MessageHeaderDecoder.ENCODED_LENGTH) {
            return false;
        }
        final MessageHeaderDecoder header = new MessageHeaderDecoder().wrap(buffer, offset);
        final MessageCatalogue.Message message = MessageCatalogue.byTemplate(header.templateId());
        final int bodyLength = length - MessageHeaderDecoder.ENCODED_LENGTH;
        if (message == null
                || header.schemaId() != MessageHeaderDecoder.SCHEMA_ID
                || header.blockLength() > bodyLength) {
            return false;
        }
        return MessageReader.of(message).visit(buffer, offset, length, header, visitor);
    }
}
