package io.plimsoll.cli.view;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import io.plimsoll.cli.output.Format;
import io.plimsoll.cli.output.Report;
import io.plimsoll.cli.output.Rows;
import io.plimsoll.config.EffectiveValues;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Form in which a configuration is printed. */
public enum ConfigFormat {
    /** A configuration file; origins are comments. */
    YAML,
    /** One JSON object; values are texts. */
    JSON;

    /**
     * Writes values in this form.
     *
     * @param values to write.
     * @param origins whether to say where each comes from.
     * @param out where to.
     */
    public void write(final EffectiveValues values, final boolean origins, final PrintWriter out) {
        if (this == YAML) {
            out.print(values.yaml(origins));
        } else if (origins) {
            final Rows rows = new Rows("values", "key", "value", "origin");
            values.list()
                    .forEach(value ->
                            rows.add(value.path(), value.text(), value.origin().toString()));
            Format.JSON.write(new Report().table(rows), out);
        } else {
            out.println(json(values.tree()));
        }
        out.flush();
    }

    private static String json(final Map<String, Object> tree) {
        final StringWriter text = new StringWriter();
        try (JsonGenerator json = new JsonFactory().createGenerator(text)) {
            json.setPrettyPrinter(new DefaultPrettyPrinter());
            write(json, tree);
        } catch (final IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    private static void write(final JsonGenerator json, final Object value) throws IOException {
        if (value instanceof Map<?, ?> map) {
            json.writeStartObject();
            for (final Map.Entry<?, ?> entry : map.entrySet()) {
                json.writeFieldName(entry.getKey().toString());
                write(json, entry.getValue());
            }
            json.writeEndObject();
        } else if (value instanceof List<?> list) {
            json.writeStartArray();
            for (final Object entry : list) {
                write(json, entry);
            }
            json.writeEndArray();
        } else {
            json.writeString(value.toString());
        }
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
