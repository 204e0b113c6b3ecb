package io.plimsoll.cli.view;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import io.plimsoll.lab.conformance.SuiteReport;
import io.plimsoll.lab.conformance.Tally;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;

/** What became of published cases, for programs: one object for each file, its failures inside. */
public final class ConformanceJson {
    private static final JsonFactory FACTORY = new JsonFactory();

    private ConformanceJson() {}

    /**
     * Writes the reports.
     *
     * @param reports of the files.
     * @param out where to.
     */
    public static void write(final List<SuiteReport> reports, final PrintWriter out) {
        final StringWriter text = new StringWriter();
        try (JsonGenerator json = FACTORY.createGenerator(text)) {
            json.setPrettyPrinter(new DefaultPrettyPrinter());
            json.writeStartObject();
            json.writeArrayFieldStart("suites");
            for (final SuiteReport report : reports) {
                write(report, json);
            }
            json.writeEndArray();
            json.writeEndObject();
        } catch (final IOException e) {
            throw new UncheckedIOException(e);
        }
        out.println(text);
        out.flush();
    }

    private static void write(final Tally tally, final JsonGenerator json) throws IOException {
        json.writeNumberField("passed", tally.passed());
        json.writeNumberField("failed", tally.failed());
        json.writeNumberField("unsupported", tally.unsupported());
        json.writeNumberField("max_error", tally.maxError());
    }

    private static void write(final SuiteReport report, final JsonGenerator json) throws IOException {
        json.writeStartObject();
        json.writeStringField("suite", report.suite());
        write(report.all(), json);
        json.writeArrayFieldStart("groups");
        for (final Map.Entry<String, Tally> group : report.groups().entrySet()) {
            json.writeStartObject();
            json.writeStringField("group", group.getKey());
            write(group.getValue(), json);
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeArrayFieldStart("failures");
        for (final SuiteReport.Failure failure : report.failures()) {
            json.writeStartObject();
            json.writeStringField("file", failure.file());
            json.writeStringField("case", failure.id());
            json.writeStringField("quantity", failure.quantity());
            json.writeStringField("expected", failure.expected());
            json.writeStringField("actual", failure.actual());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
    }
}
