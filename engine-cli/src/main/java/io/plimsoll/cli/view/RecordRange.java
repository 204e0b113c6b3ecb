package io.plimsoll.cli.view;

import io.plimsoll.journal.RecordView;

/**
 * Which part of a journal.
 *
 * @param fromSequence first sequence.
 * @param toSequence last sequence.
 * @param fromTimeNs first time, ns since 1970-01-01T00:00:00Z.
 * @param toTimeNs last time.
 */
public record RecordRange(long fromSequence, long toSequence, long fromTimeNs, long toTimeNs) {
    /** The whole journal. */
    public static final RecordRange ALL = new RecordRange(1, Long.MAX_VALUE, Long.MIN_VALUE, Long.MAX_VALUE);

    boolean isBefore(final RecordView record) {
        return record.sequence() < fromSequence || record.timeNs() < fromTimeNs;
    }

    boolean isBehind(final RecordView record) {
        return record.sequence() > toSequence || record.timeNs() > toTimeNs;
    }
}
