package io.plimsoll.cli.view;

import com.fasterxml.jackson.core.JsonGenerator;
import io.plimsoll.journal.FieldVisitor;
import io.plimsoll.journal.RecordDump;
import io.plimsoll.journal.RecordView;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.function.UnaryOperator;

/** Writes the fields of a record as members of a JSON object; a repeating group becomes an array of objects. */
public final class FieldsJson implements FieldVisitor {
    private final JsonGenerator json;
    private final UnaryOperator<String> naming;

    private FieldsJson(final JsonGenerator json, final UnaryOperator<String> naming) {
        this.json = json;
        this.naming = naming;
    }

    /**
     * Writes the fields of a payload as members of the object that is open.
     *
     * @param dumped record to look at.
     * @param json where to.
     * @param naming makes the name of a member from that of a field.
     * @return false if the payload is not a whole message of the schema.
     */
    public static boolean writeFields(
            final RecordView dumped, final JsonGenerator json, final UnaryOperator<String> naming) {
        return RecordDump.visitPayload(dumped, new FieldsJson(json, naming));
    }

    static void writeEnvelope(final RecordView dumped, final JsonGenerator json) {
        RecordDump.visitEnvelope(dumped, new FieldsJson(json, UnaryOperator.identity()));
    }

    /** The payload as an object. What is not a whole message of the schema has the member {@code whole: false}. */
    static void writePayload(final RecordView dumped, final JsonGenerator json) throws IOException {
        json.writeStartObject();
        if (!writeFields(dumped, json, UnaryOperator.identity())) {
            json.writeBooleanField("whole", false);
        }
        json.writeEndObject();
    }

    @Override
    public void onField(final String name, final Object value) {
        try {
            json.writeFieldName(naming.apply(name));
            writeValue(json, value);
        } catch (final IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static void writeValue(final JsonGenerator json, final Object value) throws IOException {
        if (value instanceof Number number) {
            json.writeNumber(number.longValue());
        } else if (value instanceof Boolean flag) {
            json.writeBoolean(flag);
        } else {
            json.writeString(String.valueOf(value));
        }
    }

    @Override
    public void onEntry(final String name, final int number) {
        try {
            if (number == 0) {
                json.writeArrayFieldStart(naming.apply(name));
            } else {
                json.writeEndObject();
            }
            json.writeStartObject();
        } catch (final IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void onGroupEnd(final String name) {
        try {
            if (json.getOutputContext().getParent().inArray()) {
                json.writeEndObject();
                json.writeEndArray();
            } else {
                json.writeArrayFieldStart(naming.apply(name));
                json.writeEndArray();
            }
        } catch (final IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
