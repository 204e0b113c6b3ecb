package io.plimsoll.cli.output;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;

/** Writes a report as one JSON object: the named values, then each table as an array of objects. */
final class JsonRenderer {
    private static final JsonFactory FACTORY = new JsonFactory();

    private JsonRenderer() {}

    static void write(final Report report, final PrintWriter out) {
        final StringWriter text = new StringWriter();
        try (JsonGenerator json = FACTORY.createGenerator(text)) {
            json.setPrettyPrinter(new DefaultPrettyPrinter());
            json.writeStartObject();
            for (final Map.Entry<String, Object> field : report.fields().entrySet()) {
                writeField(json, field.getKey(), field.getValue());
            }
            for (final Rows table : report.tables()) {
                json.writeArrayFieldStart(table.name());
                for (final List<Object> row : table.rows()) {
                    json.writeStartObject();
                    for (int column = 0; column < row.size(); column++) {
                        writeField(json, table.columns().get(column), row.get(column));
                    }
                    json.writeEndObject();
                }
                json.writeEndArray();
            }
            json.writeEndObject();
        } catch (final IOException e) {
            throw new UncheckedIOException(e);
        }
        out.println(text);
    }

    private static void writeField(final JsonGenerator json, final String name, final Object value) throws IOException {
        json.writeFieldName(name);
        if (value instanceof Number number) {
            json.writeNumber(number.longValue());
        } else if (value instanceof Boolean flag) {
            json.writeBoolean(flag);
        } else {
            json.writeString(value.toString());
        }
    }
}
