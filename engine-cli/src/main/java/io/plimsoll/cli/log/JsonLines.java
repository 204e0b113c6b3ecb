package io.plimsoll.cli.log;

import ch.qos.logback.classic.spi.ILoggingEvent;
import io.plimsoll.cli.output.JsonLine;
import java.util.LinkedHashMap;
import java.util.Map;

/** A JSON object a line: {@code ts, level, event, message}, then the line's own fields. Numbers stay numbers. */
final class JsonLines extends LineEncoder {
    @Override
    String line(final ILoggingEvent event) {
        final Map<String, Object> fields = fields(event);
        final Map<String, Object> all = new LinkedHashMap<>();
        all.put("ts", time(event));
        all.put("level", event.getLevel());
        all.put(EVENT, fields.remove(EVENT));
        all.put("message", event.getFormattedMessage());
        all.putAll(fields);
        if (!stack(event).isEmpty()) {
            all.put("stack", stack(event));
        }
        return JsonLine.of(all);
    }
}
