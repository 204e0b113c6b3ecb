package io.plimsoll.cli.view;

import io.plimsoll.journal.RecordDump;
import io.plimsoll.journal.RecordEnvelopes;
import io.plimsoll.journal.RecordView;
import java.util.List;

/**
 * Which records to print.
 *
 * @param fromSequence first sequence.
 * @param toSequence last sequence.
 * @param limit at most so many records.
 * @param types names of messages, {@code command}, {@code event}; empty: all.
 */
public record DumpFilter(long fromSequence, long toSequence, long limit, List<String> types) {
    boolean takes(final RecordView dumped) {
        if (types.isEmpty()) {
            return true;
        }
        final String kind = dumped.kind() == RecordEnvelopes.KIND_COMMAND ? MessageNames.COMMAND : MessageNames.EVENT;
        return types.contains(kind) || types.contains(RecordDump.messageName(dumped));
    }
}
