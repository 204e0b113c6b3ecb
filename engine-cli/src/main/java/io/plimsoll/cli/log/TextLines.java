package io.plimsoll.cli.log;

import ch.qos.logback.classic.spi.ILoggingEvent;
import java.util.Map;

/** A line for people: time, level, event, message, then the fields in brackets; a stack below it. */
final class TextLines extends LineEncoder {
    @Override
    String line(final ILoggingEvent event) {
        final Map<String, Object> fields = fields(event);
        final StringBuilder line = new StringBuilder(time(event));
        line.append(' ').append(event.getLevel());
        line.append(' ').append(fields.remove(EVENT)).append(": ").append(event.getFormattedMessage());
        String between = " (";
        for (final Map.Entry<String, Object> field : fields.entrySet()) {
            line.append(between).append(field.getKey()).append(' ').append(field.getValue());
            between = ", ";
        }
        line.append(fields.isEmpty() ? "" : ")");
        final String stack = stack(event);
        return stack.isEmpty()
                ? line.toString()
                : line.append('\n').append(stack.stripTrailing()).toString();
    }
}
