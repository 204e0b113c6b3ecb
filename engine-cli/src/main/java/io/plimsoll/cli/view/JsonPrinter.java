package io.plimsoll.cli.view;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.plimsoll.journal.RecordDump;
import io.plimsoll.journal.RecordView;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;

/** A JSON object a line: the envelope's fields, the message's name, the message's fields. */
record JsonPrinter(PrintWriter out) implements RecordPrinter {
    private static final JsonFactory FACTORY = new JsonFactory();

    @Override
    public void print(final RecordView dumped) {
        final StringWriter line = new StringWriter();
        try (JsonGenerator json = FACTORY.createGenerator(line)) {
            json.writeStartObject();
            FieldsJson.writeEnvelope(dumped, json);
            json.writeStringField("message", RecordDump.messageName(dumped));
            json.writeFieldName("fields");
            FieldsJson.writePayload(dumped, json);
            json.writeEndObject();
        } catch (final IOException e) {
            throw new UncheckedIOException(e);
        }
        out.println(line);
    }
}
