package io.plimsoll.cli.output;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.Map;

/** Named values as one JSON object on one line. */
public final class JsonLine {
    private static final JsonFactory FACTORY = new JsonFactory();

    private JsonLine() {}

    /**
     * Makes the line.
     *
     * @param fields whole numbers, booleans and texts, in their order.
     * @return the object.
     */
    public static String of(final Map<String, Object> fields) {
        final StringWriter line = new StringWriter();
        try (JsonGenerator json = FACTORY.createGenerator(line)) {
            json.writeStartObject();
            for (final Map.Entry<String, Object> field : fields.entrySet()) {
                json.writeFieldName(field.getKey());
                if (field.getValue() instanceof Number number) {
                    json.writeNumber(number.longValue());
                } else if (field.getValue() instanceof Boolean flag) {
                    json.writeBoolean(flag);
                } else {
                    json.writeString(String.valueOf(field.getValue()));
                }
            }
            json.writeEndObject();
        } catch (final IOException e) {
            throw new UncheckedIOException(e);
        }
        return line.toString();
    }
}
