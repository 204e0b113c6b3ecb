package io.plimsoll.cli.view;

import io.plimsoll.core.wire.CommandFrames;
import io.plimsoll.journal.JournalRecords;
import io.plimsoll.journal.RecordEnvelopes;
import io.plimsoll.journal.RecordView;
import io.plimsoll.journal.ReplayListener;
import io.plimsoll.lab.live.PartialReplay;
import io.plimsoll.sbe.CommandCompletedDecoder;
import io.plimsoll.sbe.MessageHeaderDecoder;
import io.plimsoll.sbe.RejectReason;
import java.nio.file.Path;
import java.util.function.BiConsumer;
import org.agrona.DirectBuffer;
import org.agrona.collections.LongHashSet;

/** Learns during a replay which commands were refused or had come before, and gives the others to a partial replay. */
public final class AcceptedCommands implements ReplayListener {
    private static final int PROGRESS_MASK = (1 << 16) - 1;

    private final long since;
    private final BiConsumer<Long, Long> progress;
    private final LongHashSet refused = new LongHashSet();
    private final MessageHeaderDecoder header = new MessageHeaderDecoder();
    private final CommandCompletedDecoder completed = new CommandCompletedDecoder();
    private long sequence;

    /**
     * Has heard nothing.
     *
     * @param since sequence after which commands are looked at.
     * @param progress hears how far a replay is, and how far it goes, 0 for unknown.
     */
    public AcceptedCommands(final long since, final BiConsumer<Long, Long> progress) {
        this.since = since;
        this.progress = progress;
    }

    @Override
    public void onCommand(final RecordView command) {
        sequence = command.sequence();
    }

    @Override
    public void onEvent(
            final int index, final int flags, final DirectBuffer event, final int offset, final int length) {
        if (sequence > since && CommandFrames.templateId(event, offset) == CommandCompletedDecoder.TEMPLATE_ID) {
            completed.wrapAndApplyHeader(event, offset, header);
            if (completed.reason() != RejectReason.NONE || completed.originalSequence() != sequence) {
                refused.add(sequence);
            }
        }
    }

    @Override
    public void onProgress(final long at, final long last) {
        progress.accept(at, last);
    }

    /**
     * Gives the accepted commands to a replay, and ends it at the time of the last command.
     *
     * @param folder of the journal.
     * @param to sequence of the last command.
     * @param toNs its time.
     * @param replay takes them.
     */
    public void play(final Path folder, final long to, final long toNs, final PartialReplay replay) {
        try (JournalRecords records = new JournalRecords(folder)) {
            records.seekAfter(since);
            while (records.next() && records.record().sequence() <= to) {
                final RecordView record = records.record();
                final boolean isCommand = record.kind() == RecordEnvelopes.KIND_COMMAND && record.sequence() > since;
                if (isCommand && !refused.contains(record.sequence())) {
                    replay.command(record.timeNs(), record.buffer(), record.payloadOffset(), record.payloadLength());
                }
                if ((record.sequence() & PROGRESS_MASK) == 0) {
                    progress.accept(record.sequence(), to);
                }
            }
        }
        replay.end(toNs);
    }
}
