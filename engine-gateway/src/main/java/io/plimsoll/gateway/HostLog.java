package io.plimsoll.gateway;

import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;
import org.slf4j.spi.LoggingEventBuilder;

/**
 * The host's log: one line for each change of state. Every line has the field {@code event}, a stable name in snake case, the
 * epoch and the last sequence journaled when it was written. Not for the agents: they say a {@link Notice}.
 */
final class HostLog {
    private static final Logger LOG = LoggerFactory.getLogger("io.plimsoll.engine");

    private volatile int epoch;
    private volatile LongSupplier sequence = () -> 0;

    /** From now on lines are of a running engine. */
    void running(final int newEpoch, final LongSupplier lastSequence) {
        epoch = newEpoch;
        sequence = lastSequence;
    }

    /** Writes a line; fields are names, each followed by its value. */
    void write(final Level level, final String event, final String message, final Object... fields) {
        LoggingEventBuilder line = LOG.atLevel(level)
                .addKeyValue("event", event)
                .addKeyValue("epoch", epoch)
                .addKeyValue("seq", sequence.getAsLong());
        for (int i = 0; i < fields.length; i += 2) {
            if (fields[i + 1] instanceof Throwable cause) {
                line = line.addKeyValue(fields[i].toString(), cause.toString()).setCause(cause);
            } else {
                line = line.addKeyValue(fields[i].toString(), fields[i + 1]);
            }
        }
        line.log(message);
    }

    void info(final String event, final String message, final Object... fields) {
        write(Level.INFO, event, message, fields);
    }

    void warn(final String event, final String message, final Object... fields) {
        write(Level.WARN, event, message, fields);
    }

    void error(final String event, final String message, final Object... fields) {
        write(Level.ERROR, event, message, fields);
    }
}
