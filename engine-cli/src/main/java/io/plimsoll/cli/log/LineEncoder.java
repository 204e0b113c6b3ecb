package io.plimsoll.cli.log;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.encoder.EncoderBase;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Map;
import org.slf4j.event.KeyValuePair;

/** Makes one line of a log. Lines of the engine have named fields; lines of libraries have the event {@code library}. */
abstract class LineEncoder extends EncoderBase<ILoggingEvent> {
    /** Field with the line's kind. */
    static final String EVENT = "event";

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);
    private static final byte[] NOTHING = {};

    /** The line, without its end. */
    abstract String line(ILoggingEvent event);

    /** Time of a line: ISO 8601, UTC, milliseconds. */
    static String time(final ILoggingEvent event) {
        return TIME.format(Instant.ofEpochMilli(event.getTimeStamp()));
    }

    /** The line's fields in their order, the event's name first. */
    static Map<String, Object> fields(final ILoggingEvent event) {
        final Map<String, Object> fields = new LinkedHashMap<>();
        fields.put(EVENT, "library");
        if (event.getKeyValuePairs() == null) {
            fields.put("logger", event.getLoggerName());
        } else {
            for (final KeyValuePair pair : event.getKeyValuePairs()) {
                fields.put(pair.key, pair.value);
            }
        }
        return fields;
    }

    /** Where in the program the failure arose that the line is about; empty: it is about none. */
    static String stack(final ILoggingEvent event) {
        return event.getThrowableProxy() == null ? "" : ThrowableProxyUtil.asString(event.getThrowableProxy());
    }

    @Override
    public final byte[] encode(final ILoggingEvent event) {
        return (line(event) + "\n").getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public final byte[] headerBytes() {
        return NOTHING;
    }

    @Override
    public final byte[] footerBytes() {
        return NOTHING;
    }
}
