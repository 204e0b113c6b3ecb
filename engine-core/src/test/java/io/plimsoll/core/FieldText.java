package io.plimsoll.core;

import io.plimsoll.sbe.MessageHeaderEncoder;
import java.util.Map;
import org.agrona.concurrent.UnsafeBuffer;

/** Fields of one line and the buffer that its command is written to; shared by the parts of {@link CommandText}. */
class FieldText {
    final UnsafeBuffer buffer;
    final MessageHeaderEncoder header = new MessageHeaderEncoder();
    private final Map<String, String> fields;

    FieldText(final UnsafeBuffer buffer, final Map<String, String> fields) {
        this.buffer = buffer;
        this.fields = fields;
    }

    final String word(final String name, final String usual) {
        return fields.getOrDefault(name, usual);
    }

    final long number(final String name) {
        return number(name, 0);
    }

    final long number(final String name, final long usual) {
        return Long.parseLong(word(name, Long.toString(usual)));
    }

    final int integer(final String name) {
        return integer(name, 0);
    }

    final int integer(final String name, final int usual) {
        return Integer.parseInt(word(name, Integer.toString(usual)));
    }
}
