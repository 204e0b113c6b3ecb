package io.plimsoll.cli.log;

import ch.qos.logback.classic.AsyncAppender;
import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import java.io.OutputStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The log of a live engine: written by a thread of its own, so that nobody who logs waits for a disk or a pipe. */
public final class EngineLog implements AutoCloseable {
    private static final int LINES = 4_096;
    private static final int FLUSH_MS = 5_000;

    private final AsyncAppender lines;

    private EngineLog(final AsyncAppender lines) {
        this.lines = lines;
    }

    /**
     * From now on all that is logged goes here.
     *
     * @param form of the lines.
     * @param out where to.
     * @return to be closed, so that the last lines are written.
     */
    public static EngineLog open(final LogForm form, final OutputStream out) {
        final LoggerContext context = (LoggerContext) LoggerFactory.getILoggerFactory();
        final AsyncAppender lines = new AsyncAppender();
        lines.setContext(context);
        lines.setQueueSize(LINES);
        lines.setDiscardingThreshold(0);
        lines.setNeverBlock(true);
        lines.setMaxFlushTime(FLUSH_MS);
        lines.addAppender(QuietLog.appender(context, form == LogForm.JSON ? new JsonLines() : new TextLines(), out));
        lines.start();
        QuietLog.root(context).detachAndStopAllAppenders();
        QuietLog.levels(context, Level.INFO);
        QuietLog.root(context).addAppender(lines);
        return new EngineLog(lines);
    }

    /**
     * A logger for lines of the process; each line needs the field {@code event}.
     *
     * @return the logger.
     */
    public static Logger logger() {
        return LoggerFactory.getLogger("io.plimsoll.serve");
    }

    /** Writes what is still to be written; from now on only what libraries warn of is logged. */
    @Override
    public void close() {
        final LoggerContext context = (LoggerContext) lines.getContext();
        QuietLog.root(context).detachAppender(lines);
        lines.stop();
        QuietLog.open(context);
    }
}
