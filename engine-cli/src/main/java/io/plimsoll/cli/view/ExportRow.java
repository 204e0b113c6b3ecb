package io.plimsoll.cli.view;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.plimsoll.cli.output.Texts;
import io.plimsoll.journal.FieldVisitor;
import io.plimsoll.journal.RecordDump;
import io.plimsoll.journal.RecordView;
import io.plimsoll.sbe.Flag;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/** The cells of a record in an export. A repeating group is one cell of JSON. */
final class ExportRow implements FieldVisitor {
    private static final JsonFactory FACTORY = new JsonFactory();
    private static final String NO_VALUE = "NULL_VAL";

    private final List<Object> cells = new ArrayList<>();
    private StringWriter group;
    private JsonGenerator json;

    private ExportRow() {}

    static List<Object> of(final RecordView record) {
        final ExportRow row = new ExportRow();
        row.cells.add(record.epoch());
        row.cells.add(record.sequence());
        row.cells.add(record.index());
        row.cells.add(record.timeNs() == 0 ? "" : Texts.time(record.timeNs()));
        row.cells.add(record.source());
        row.cells.add(record.sourceSequence());
        RecordDump.visitPayload(record, row);
        return row.cells;
    }

    @Override
    public void onField(final String name, final Object value) {
        if (json != null) {
            write(() -> {
                json.writeFieldName(name);
                FieldsJson.writeValue(json, value);
            });
        } else if (!ExportColumns.isInEnvelope(name)) {
            cells.add(cell(value));
        }
    }

    private static Object cell(final Object value) {
        if (value instanceof Flag flag) {
            return flag == Flag.YES;
        }
        return value instanceof Enum<?> word && word.name().equals(NO_VALUE) ? "" : value;
    }

    @Override
    public void onEntry(final String name, final int number) {
        write(() -> {
            if (number == 0) {
                group = new StringWriter();
                json = FACTORY.createGenerator(group);
                json.writeStartArray();
            } else {
                json.writeEndObject();
            }
            json.writeStartObject();
        });
    }

    @Override
    public void onGroupEnd(final String name) {
        if (json == null) {
            cells.add("[]");
            return;
        }
        write(() -> {
            json.writeEndObject();
            json.writeEndArray();
            json.close();
        });
        cells.add(group.toString());
        json = null;
    }

    private static void write(final Step step) {
        try {
            step.run();
        } catch (final IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    /** Something that writes. */
    private interface Step {
        void run() throws IOException;
    }
}
