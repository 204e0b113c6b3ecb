package io.plimsoll.cli.view;

import com.fasterxml.jackson.core.JsonGenerator;
import io.plimsoll.journal.FieldVisitor;
import io.plimsoll.journal.RecordDump;
import io.plimsoll.journal.RecordView;
import java.io.IOException;
import java.io.UncheckedIOException;

/** Writes the fields of a record as members of a JSON object; a repeating group becomes an array of objects. */
final class FieldsJson implements FieldVisitor {
    private final JsonGenerator json;

    private FieldsJson(final JsonGenerator json) {
        this.json = json;
    }

    static void writeEnvelope(final RecordView dumped, final JsonGenerator json) {
        RecordDump.visitEnvelope(dumped, new FieldsJson(json));
    }

    /** The payload as an object. What is not a whole message of the schema has the member {@code whole: false}. */
    static void writePayload(final RecordView dumped, final JsonGenerator json) throws IOException {
        json.writeStartObject();
        if (!RecordDump.visitPayload(dumped, new FieldsJson(json))) {
            json.writeBooleanField("whole", false);
        }
        json.writeEndObject();
    }

    @Override
    public void onField(final String name, final Object value) {
        try {
            json.writeFieldName(name);
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
                json.writeArrayFieldStart(name);
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
                json.writeArrayFieldStart(name);
                json.writeEndArray();
            }
        } catch (final IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
