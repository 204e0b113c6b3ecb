package io.plimsoll.cli.log;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.Configurator;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.OutputStreamAppender;
import ch.qos.logback.core.spi.ContextAwareBase;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/**
 * How all commands log until they say otherwise: what libraries warn of, to stderr. Chronicle also comments on its
 * surroundings at that level; only its errors matter here.
 */
public final class QuietLog extends ContextAwareBase implements Configurator {
    private static final String ENGINE = "io.plimsoll";
    private static final String CHRONICLE = "net.openhft";

    @Override
    public ExecutionStatus configure(final LoggerContext context) {
        open(context);
        return ExecutionStatus.DO_NOT_INVOKE_NEXT_IF_ANY;
    }

    static void open(final LoggerContext context) {
        levels(context, Level.WARN);
        root(context).addAppender(appender(context, new TextLines(), System.err));
    }

    static void levels(final LoggerContext context, final Level engine) {
        root(context).setLevel(Level.WARN);
        context.getLogger(ENGINE).setLevel(engine);
        context.getLogger(CHRONICLE).setLevel(Level.ERROR);
    }

    static Logger root(final LoggerContext context) {
        return context.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    }

    static OutputStreamAppender<ILoggingEvent> appender(
            final LoggerContext context, final LineEncoder encoder, final OutputStream out) {
        encoder.setContext(context);
        encoder.start();
        final OutputStreamAppender<ILoggingEvent> appender = new OutputStreamAppender<>();
        appender.setContext(context);
        appender.setEncoder(encoder);
        appender.setOutputStream(new Borrowed(out));
        appender.start();
        return appender;
    }

    /** A stream that is others' too: an appender that stops must not close it. */
    private static final class Borrowed extends FilterOutputStream {
        Borrowed(final OutputStream out) {
            super(out);
        }

        @Override
        public void write(final byte[] bytes, final int offset, final int length) throws IOException {
            out.write(bytes, offset, length);
        }

        @Override
        public void close() throws IOException {
            flush();
        }
    }
}
