package io.plimsoll.cli.view;

import io.plimsoll.journal.CommandReader;
import io.plimsoll.journal.EventReader;
import io.plimsoll.journal.RecordView;
import java.nio.file.Path;

/** Goes through a journal in order: each command, then its events. */
public final class JournalDump {
    private final EventReader events;
    private final DumpFilter filter;
    private final RecordPrinter printer;
    private boolean eventWaits;
    private long printed;

    private JournalDump(final EventReader events, final DumpFilter filter, final RecordPrinter printer) {
        this.events = events;
        this.filter = filter;
        this.printer = printer;
    }

    /**
     * Prints records.
     *
     * @param folder of the journal.
     * @param filter which.
     * @param printer how.
     */
    public static void dump(final Path folder, final DumpFilter filter, final RecordPrinter printer) {
        try (CommandReader commands = new CommandReader(folder);
                EventReader events = new EventReader(folder)) {
            events.seekToStart();
            final JournalDump dump = new JournalDump(events, filter, printer);
            printer.begin();
            boolean more = commands.seekAfter(filter.fromSequence() - 1);
            while (more && dump.printed < filter.limit() && commands.next()) {
                more = commands.record().sequence() <= filter.toSequence();
                if (more) {
                    dump.print(commands.record());
                    dump.printEventsOf(commands.record().sequence());
                }
            }
        }
    }

    private void printEventsOf(final long sequence) {
        eventWaits = eventWaits || events.next();
        while (eventWaits && events.record().sequence() <= sequence) {
            if (events.record().sequence() == sequence) {
                print(events.record());
            }
            eventWaits = events.next();
        }
    }

    private void print(final RecordView dumped) {
        if (printed < filter.limit() && filter.takes(dumped)) {
            printer.print(dumped);
            printed++;
        }
    }
}
