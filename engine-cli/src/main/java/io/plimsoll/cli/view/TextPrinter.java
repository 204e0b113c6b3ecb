package io.plimsoll.cli.view;

import io.plimsoll.cli.output.Texts;
import io.plimsoll.journal.FieldVisitor;
import io.plimsoll.journal.RecordDump;
import io.plimsoll.journal.RecordEnvelopes;
import io.plimsoll.journal.RecordView;
import java.io.PrintWriter;

/** A line for people: epoch/sequence, index of an event, time, message, fields. */
record TextPrinter(PrintWriter out) implements RecordPrinter {
    @Override
    public void print(final RecordView dumped) {
        final StringBuilder line = new StringBuilder();
        line.append(dumped.epoch()).append('/').append(dumped.sequence());
        final boolean isCommand = dumped.kind() == RecordEnvelopes.KIND_COMMAND;
        if (isCommand) {
            line.append("  ").append(Texts.time(dumped.timeNs())).append("  ");
        } else {
            line.append('.').append(dumped.index()).append("    ");
        }
        line.append(RecordDump.messageName(dumped));
        final boolean whole = RecordDump.visitPayload(dumped, new Appender(line));
        if (!whole) {
            line.append(" (not a whole message)");
        }
        out.println(line);
    }

    private record Appender(StringBuilder line) implements FieldVisitor {
        @Override
        public void onField(final String name, final Object value) {
            line.append(' ').append(name).append('=').append(value);
        }

        @Override
        public void onEntry(final String name, final int number) {
            line.append(' ').append(name).append('[').append(number).append(']');
        }
    }
}
