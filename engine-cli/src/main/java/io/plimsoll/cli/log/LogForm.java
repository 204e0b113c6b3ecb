package io.plimsoll.cli.log;

import java.util.Locale;

/** Form of a log. */
public enum LogForm {
    /** For people: time, level, event, message, fields. */
    TEXT,
    /** For programs: a JSON object a line. */
    JSON;

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
