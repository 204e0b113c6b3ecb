package io.plimsoll.cli.view;

import io.plimsoll.cli.output.Report;
import io.plimsoll.cli.output.Rows;
import io.plimsoll.cli.output.Texts;
import io.plimsoll.journal.RecordDump;
import io.plimsoll.journal.RecordEnvelopes;
import io.plimsoll.journal.RecordView;
import io.plimsoll.sbe.CheckpointTakenDecoder;
import io.plimsoll.sbe.CommandCompletedDecoder;
import io.plimsoll.sbe.MessageHeaderDecoder;
import io.plimsoll.sbe.RejectReason;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.LongConsumer;

/** Counts of what a part of a journal holds. */
public final class JournalStatistics {
    private static final long PROGRESS_MASK = (1 << 16) - 1;
    private static final long SECOND_NS = 1_000_000_000L;
    private static final int MILLIS_SCALE = 3;
    private static final long MILLISECOND_NS = 1_000_000L;
    private static final int PERCENT_SCALE = 1;
    private static final int PERCENT = 100;

    private final MessageHeaderDecoder header = new MessageHeaderDecoder();
    private final CommandCompletedDecoder completed = new CommandCompletedDecoder();
    private final CheckpointTakenDecoder checkpoint = new CheckpointTakenDecoder();
    private final Map<Integer, MessageCount> messages = new TreeMap<>();
    private final Map<Integer, SourceCount> sources = new TreeMap<>();
    private final Map<Integer, Map<RejectReason, Long>> refusals = new TreeMap<>();
    private final MessageCount all = new MessageCount(0, "all");
    private long commandTaken;
    private long commands;
    private long firstSequence;
    private long lastSequence;
    private long firstTimeNs;
    private long lastTimeNs;
    private long checkpoints;
    private long checkpointSequence;
    private long checkpointHash;

    private JournalStatistics() {}

    /**
     * Counts.
     *
     * @param folder of the journal.
     * @param range which part.
     * @param filter which records.
     * @param progress hears the number of records gone through, about every 65,536.
     * @return the counts.
     */
    public static JournalStatistics of(
            final Path folder, final RecordRange range, final RecordFilter filter, final LongConsumer progress) {
        final JournalStatistics statistics = new JournalStatistics();
        try (RecordFeed feed = new RecordFeed(folder, range, filter)) {
            long seen = 0;
            while (feed.moves()) {
                final RecordView record = feed.record();
                if (filter.takes(record)) {
                    statistics.count(record);
                }
                if (record.templateId() == CommandCompletedDecoder.TEMPLATE_ID) {
                    statistics.countAnswer(record);
                }
                if ((++seen & PROGRESS_MASK) == 0) {
                    progress.accept(seen);
                }
            }
        }
        return statistics;
    }

    private void count(final RecordView record) {
        if (firstSequence == 0) {
            firstSequence = record.sequence();
        }
        // Until the first AdvanceTime of a clock that commands move there is no time.
        firstTimeNs = firstTimeNs == 0 ? record.timeNs() : firstTimeNs;
        lastSequence = record.sequence();
        lastTimeNs = record.timeNs();
        all.add(record);
        messages.computeIfAbsent(
                        record.templateId(), id -> new MessageCount(record.kind(), RecordDump.messageName(record)))
                .add(record);
        if (record.kind() == RecordEnvelopes.KIND_COMMAND) {
            commands++;
            commandTaken = record.sequence();
            sources.computeIfAbsent(record.source(), id -> new SourceCount()).add(record);
        } else if (record.templateId() == CheckpointTakenDecoder.TEMPLATE_ID) {
            checkpoint.wrapAndApplyHeader(record.buffer(), record.payloadOffset(), header);
            checkpoints++;
            checkpointSequence = record.sequence();
            checkpointHash = checkpoint.stateHash();
        }
    }

    /** The answer to a command that was counted, whether or not answers are counted themselves. */
    private void countAnswer(final RecordView record) {
        if (record.sequence() != commandTaken) {
            return;
        }
        completed.wrapAndApplyHeader(record.buffer(), record.payloadOffset(), header);
        final MessageCount command = messages.get(completed.templateId());
        if (completed.reason() == RejectReason.NONE || command == null) {
            return;
        }
        command.refused++;
        sources.get(record.source()).refused++;
        refusals.computeIfAbsent(completed.templateId(), id -> new TreeMap<>())
                .merge(completed.reason(), 1L, Long::sum);
    }

    /**
     * The counts as a report.
     *
     * @param folder of the journal.
     * @return the report.
     */
    public Report report(final Path folder) {
        final long spanNs = lastTimeNs - firstTimeNs;
        return new Report()
                .field("journal", folder)
                .field("first_sequence", firstSequence)
                .field("last_sequence", lastSequence)
                .field("first_time", Texts.time(firstTimeNs))
                .field("last_time", Texts.time(lastTimeNs))
                .field("seconds", Texts.amount(spanNs / MILLISECOND_NS, MILLIS_SCALE))
                .field("commands", commands)
                .field("events", all.records - commands)
                .field("bytes", all.bytes)
                .field("commands_per_second", perSecond(commands, spanNs))
                .field("checkpoints", checkpoints)
                .field("last_checkpoint", checkpoints == 0 ? Texts.NONE : checkpointSequence)
                .field("checkpoint_state_hash", checkpoints == 0 ? Texts.NONE : Texts.hash(checkpointHash))
                .table(messageRows())
                .table(refusalRows())
                .table(sourceRows());
    }

    private static String perSecond(final long count, final long spanNs) {
        return spanNs <= 0
                ? Texts.NONE
                : BigDecimal.valueOf(count)
                        .multiply(BigDecimal.valueOf(SECOND_NS))
                        .divide(BigDecimal.valueOf(spanNs), MILLIS_SCALE, RoundingMode.HALF_UP)
                        .toPlainString();
    }

    private Rows messageRows() {
        final Rows rows =
                new Rows("messages", "message", "kind", "records", "bytes", "bytes_percent", "mean_bytes", "refused");
        messages.values().forEach(message -> {
            final boolean isCommand = message.kind == RecordEnvelopes.KIND_COMMAND;
            rows.add(
                    message.name,
                    isCommand ? MessageNames.COMMAND : MessageNames.EVENT,
                    message.records,
                    message.bytes,
                    percent(message.bytes, all.bytes),
                    message.bytes / message.records,
                    isCommand ? message.refused : Texts.NONE);
        });
        return rows;
    }

    private static String percent(final long part, final long whole) {
        return BigDecimal.valueOf(part)
                .multiply(BigDecimal.valueOf(PERCENT))
                .divide(BigDecimal.valueOf(whole), PERCENT_SCALE, RoundingMode.HALF_UP)
                .toPlainString();
    }

    private Rows refusalRows() {
        final Rows rows = new Rows("refusals", "message", "reason", "commands");
        refusals.forEach((template, reasons) ->
                reasons.forEach((reason, count) -> rows.add(messages.get(template).name, reason, count)));
        return rows;
    }

    private Rows sourceRows() {
        final Rows rows = new Rows("sources", "source", "commands", "refused", "first_number", "last_number");
        sources.forEach((id, source) -> rows.add(id, source.commands, source.refused, source.first, source.last));
        return rows;
    }

    /** Records of one message. */
    private static final class MessageCount {
        private final int kind;
        private final String name;
        private long records;
        private long bytes;
        private long refused;

        MessageCount(final int kind, final String name) {
            this.kind = kind;
            this.name = name;
        }

        void add(final RecordView record) {
            records++;
            bytes += record.length();
        }
    }

    /** Commands of one source. */
    private static final class SourceCount {
        private long commands;
        private long refused;
        private long first;
        private long last;

        void add(final RecordView record) {
            if (commands == 0) {
                first = record.sourceSequence();
            }
            commands++;
            last = record.sourceSequence();
        }
    }
}
