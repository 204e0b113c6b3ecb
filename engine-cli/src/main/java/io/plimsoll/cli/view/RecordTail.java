package io.plimsoll.cli.view;

import io.plimsoll.journal.RecordView;
import java.util.ArrayDeque;
import java.util.Deque;
import org.agrona.concurrent.UnsafeBuffer;

/** Finds the last records of a journal, without reading more of it than it must. */
public final class RecordTail {
    private static final int COMMANDS_MIN = 64;
    private static final int FARTHER = 8;

    private RecordTail() {}

    /**
     * Prints the last records; the feed stands behind them afterwards.
     *
     * @param feed of the journal.
     * @param lastSequence last command that is there.
     * @param count how many records at most.
     * @param printer how.
     * @return how many were printed.
     */
    public static int print(
            final RecordFeed feed, final long lastSequence, final int count, final RecordPrinter printer) {
        long commands = Math.max(COMMANDS_MIN, count);
        Deque<byte[]> last = from(feed, lastSequence - commands, count);
        while (last.size() < count && commands < lastSequence) {
            commands *= FARTHER;
            last = from(feed, lastSequence - commands, count);
        }
        final RecordView view = new RecordView();
        last.forEach(bytes -> printer.print(view.wrap(new UnsafeBuffer(bytes), 0)));
        return last.size();
    }

    private static Deque<byte[]> from(final RecordFeed feed, final long sequence, final int count) {
        feed.seekAfter(Math.max(0, sequence));
        final Deque<byte[]> last = new ArrayDeque<>();
        while (feed.next()) {
            final RecordView record = feed.record();
            final byte[] bytes = new byte[record.length()];
            record.buffer().getBytes(record.offset(), bytes);
            last.addLast(bytes);
            if (last.size() > count) {
                last.removeFirst();
            }
        }
        return last;
    }
}
