package io.plimsoll.cli.view;

import io.plimsoll.cli.output.Report;
import io.plimsoll.cli.output.Rows;
import io.plimsoll.cli.output.Texts;
import io.plimsoll.journal.RecordEnvelopes;
import io.plimsoll.journal.RecordView;
import java.nio.file.Path;
import java.util.Set;
import java.util.function.LongConsumer;

/** The story of one account, as the journal tells it: what happened, and because of which command. */
public final class AccountTimeline {
    private static final long PROGRESS_MASK = (1 << 16) - 1;

    private final Definitions definitions = new Definitions();
    private final CommandText commands;
    private final AccountEventText events = new AccountEventText(definitions);
    private final Rows rows =
            new Rows("timeline", "sequence", "time", "what", "detail", "margin_equity", "maintenance_margin", "cause");
    private final long account;
    private final boolean statusOnly;
    private long causeSequence;
    private boolean isNamed;
    private RecordView cause;

    private AccountTimeline(final long account, final boolean statusOnly) {
        this.account = account;
        commands = new CommandText(definitions, account);
        this.statusOnly = statusOnly;
    }

    /**
     * Tells the story.
     *
     * @param folder of the journal.
     * @param account whose.
     * @param range which part; what was defined before it is known all the same.
     * @param statusOnly only what concerns its place on the ladder.
     * @param limit at most so many lines.
     * @param progress hears the sequence, about every 65,536 records.
     * @return the story.
     */
    public static AccountTimeline of(
            final Path folder,
            final long account,
            final RecordRange range,
            final boolean statusOnly,
            final int limit,
            final LongConsumer progress) {
        final AccountTimeline timeline = new AccountTimeline(account, statusOnly);
        final RecordRange upTo = new RecordRange(1, range.toSequence(), Long.MIN_VALUE, range.toTimeNs());
        final RecordFilter filter = new RecordFilter(Set.of(), Set.of(), Set.of(account));
        try (RecordFeed feed = new RecordFeed(folder, upTo, filter)) {
            long seen = 0;
            while (timeline.rows.rows().size() < limit && feed.moves()) {
                final RecordView record = feed.record();
                timeline.take(record, filter.takes(record), range);
                if ((++seen & PROGRESS_MASK) == 0) {
                    progress.accept(record.sequence());
                }
            }
        }
        return timeline;
    }

    private void take(final RecordView record, final boolean isAbout, final RecordRange range) {
        isNamed |= isAbout;
        definitions.learn(record);
        if (record.kind() == RecordEnvelopes.KIND_COMMAND) {
            cause = new RecordView().wrap(record.buffer(), record.offset());
            causeSequence = record.sequence();
            return;
        }
        if (!(isAbout || events.isOfGroup(record, definitions.group(account)))
                || range.isBefore(record)
                || (statusOnly && !AccountEventText.isOfStatus(record))) {
            return;
        }
        final AccountEventText.Text text = events.of(record);
        if (text != null) {
            final boolean isKnown = causeSequence == record.sequence();
            rows.add(
                    record.sequence(),
                    Texts.time(record.timeNs()),
                    text.what(),
                    text.detail(),
                    text.marginEquity(),
                    text.maintenanceMargin(),
                    isKnown ? commands.of(cause) : Texts.NONE);
        }
    }

    /** {@return whether any record named the account} */
    public boolean isNamed() {
        return isNamed;
    }

    /** {@return whether there is nothing to tell} */
    public boolean isEmpty() {
        return rows.rows().isEmpty();
    }

    /** {@return the story as a table} */
    public Report report() {
        return new Report().table(rows);
    }
}
