package io.plimsoll.cli.view;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.plimsoll.cli.output.CsvRenderer;
import io.plimsoll.journal.FieldVisitor;
import io.plimsoll.journal.RecordDump;
import io.plimsoll.journal.RecordView;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/** A line of CSV a record: the envelope's fields, the message's name, its fields as JSON. */
final class CsvPrinter implements RecordPrinter {
    private static final JsonFactory FACTORY = new JsonFactory();

    private final PrintWriter out;
    private boolean hasHeader;

    CsvPrinter(final PrintWriter out) {
        this.out = out;
    }

    @Override
    public void print(final RecordView dumped) {
        final Columns columns = new Columns(new ArrayList<>(), new ArrayList<>());
        RecordDump.visitEnvelope(dumped, columns);
        columns.onField("message", RecordDump.messageName(dumped));
        columns.onField("fields", fields(dumped));
        if (!hasHeader) {
            out.println(CsvRenderer.line(columns.names));
            hasHeader = true;
        }
        out.println(CsvRenderer.line(columns.values));
    }

    private static String fields(final RecordView dumped) {
        final StringWriter text = new StringWriter();
        try (JsonGenerator json = FACTORY.createGenerator(text)) {
            FieldsJson.writePayload(dumped, json);
        } catch (final IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    private record Columns(List<String> names, List<Object> values) implements FieldVisitor {
        @Override
        public void onField(final String name, final Object value) {
            names.add(name);
            values.add(value);
        }
    }
}
