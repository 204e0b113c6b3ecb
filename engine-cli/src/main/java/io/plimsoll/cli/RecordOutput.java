package io.plimsoll.cli;

import io.plimsoll.cli.host.StopSignal;
import io.plimsoll.cli.output.Terminal;
import io.plimsoll.cli.view.RecordFeed;
import io.plimsoll.cli.view.RecordPrinter;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Prints records one after the other until a limit, the end, a signal, or until nobody reads them any more. */
final class RecordOutput {
    private static final long POLL_MS = 50;
    private static final int RECORDS_PER_LOOK = 1024;

    private final Terminal terminal;
    private final RecordFeed feed;
    private final RecordPrinter printer;
    private final long limit;
    private long printed;

    RecordOutput(final Terminal terminal, final RecordFeed feed, final RecordPrinter printer, final long limit) {
        this.terminal = terminal;
        this.feed = feed;
        this.printer = printer;
        this.limit = limit;
    }

    /** Prints what is there. */
    RecordOutput print() {
        boolean isRead = true;
        while (printed < limit && isRead && feed.next()) {
            printer.print(feed.record());
            printed++;
            // A pipe that was closed, as by head, is no error, but the end.
            isRead = printed % RECORDS_PER_LOOK != 0 || !terminal.out().checkError();
        }
        terminal.out().flush();
        return this;
    }

    /** Prints what comes, until the limit, the end of the range or a signal. */
    RecordOutput follow() throws InterruptedException {
        final CountDownLatch stop = new CountDownLatch(1);
        try (StopSignal signal = new StopSignal(stop::countDown, ExitCode.OK)) {
            do {
                feed.follow();
                print();
            } while (printed < limit
                    && !feed.isPast()
                    && !terminal.out().checkError()
                    && !stop.await(POLL_MS, TimeUnit.MILLISECONDS));
        }
        return this;
    }

    /** Says so on stderr when there was nothing to print; that is no failure. */
    void noteIfNothing() {
        if (printed == 0) {
            terminal.err().println("note: no record matches");
        }
    }
}
