package io.plimsoll.cli.view;

import io.plimsoll.journal.JournalException;
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
     * Prints the last records; the feed stands behind them afterwards. On damage, those before it.
     *
     * @param feed of the journal.
     * @param lastSequence last command that is there.
     * @param count how many records at most.
     * @param printer how.
     * @return how many were printed.
     * @throws JournalException the journal is damaged; what stands before that is printed.
     */
    public static int print(
            final RecordFeed feed, final long lastSequence, final int count, final RecordPrinter printer) {
        long commands = Math.max(COMMANDS_MIN, count);
        Tail tail = from(feed, lastSequence - commands, count);
        while (tail.records.size() < count && commands < lastSequence) {
            commands *= FARTHER;
            tail = from(feed, lastSequence - commands, count);
        }
        final RecordView view = new RecordView();
        tail.records.forEach(bytes -> printer.print(view.wrap(new UnsafeBuffer(bytes), 0)));
        if (tail.damage != null) {
            throw tail.damage;
        }
        return tail.records.size();
    }

    private static Tail from(final RecordFeed feed, final long sequence, final int count) {
        final Deque<byte[]> last = new ArrayDeque<>();
        try {
            feed.seekAfter(Math.max(0, sequence));
            collect(feed, count, last);
        } catch (final JournalException damage) {
            return new Tail(last, damage);
        }
        return new Tail(last, null);
    }

    private static void collect(final RecordFeed feed, final int count, final Deque<byte[]> last) {
        while (feed.next()) {
            final RecordView record = feed.record();
            final byte[] bytes = new byte[record.length()];
            record.buffer().getBytes(record.offset(), bytes);
            last.addLast(bytes);
            if (last.size() > count) {
                last.removeFirst();
            }
        }
    }

    /** The last records, and what is wrong behind them; null: nothing. */
    private record Tail(Deque<byte[]> records, JournalException damage) {}
}
