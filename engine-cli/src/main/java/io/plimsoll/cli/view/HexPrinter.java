package io.plimsoll.cli.view;

import io.plimsoll.journal.RecordDump;
import io.plimsoll.journal.RecordEnvelopes;
import io.plimsoll.journal.RecordView;
import java.io.PrintWriter;
import java.util.HexFormat;
import java.util.Locale;

/** The record's bytes, 16 a line, under a line that says what it is. */
record HexPrinter(PrintWriter out) implements RecordPrinter {
    private static final int WIDTH = 16;

    @Override
    public void print(final RecordView dumped) {
        final byte[] bytes = new byte[dumped.length()];
        dumped.buffer().getBytes(dumped.offset(), bytes);
        final String index = dumped.kind() == RecordEnvelopes.KIND_COMMAND ? "" : "." + dumped.index();
        out.println(dumped.epoch() + "/" + dumped.sequence() + index + "  " + RecordDump.messageName(dumped) + ", "
                + bytes.length + " bytes, payload from " + (dumped.payloadOffset() - dumped.offset()));
        final HexFormat hex = HexFormat.ofDelimiter(" ");
        for (int from = 0; from < bytes.length; from += WIDTH) {
            final int to = Math.min(bytes.length, from + WIDTH);
            out.println(String.format(
                    Locale.ROOT,
                    "  %04x  %-47s  %s",
                    from,
                    hex.formatHex(bytes, from, to),
                    printable(bytes, from, to)));
        }
    }

    private static String printable(final byte[] bytes, final int from, final int to) {
        final StringBuilder text = new StringBuilder();
        for (int i = from; i < to; i++) {
            text.append(bytes[i] >= ' ' && bytes[i] <= '~' ? (char) bytes[i] : '.');
        }
        return text.toString();
    }
}
