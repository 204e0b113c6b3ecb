package io.plimsoll.sbe.schema;

import io.plimsoll.sbe.schema.Schema.Field;
import io.plimsoll.sbe.schema.Schema.NamedValue;
import java.util.List;

/**
 * A value for every field that no other field of its message has, made of the ids, so that swapped or shifted fields show.
 * Signed numbers with an odd field id are negative.
 */
final class DistinctValues {
    private DistinctValues() {}

    /** The value as golden files write it. `entry` is the number of the group's entry, 0 outside groups. */
    static String of(final int messageId, final Field field, final int entry) {
        return switch (field.type().kind()) {
            case NUMBER -> String.valueOf(number(messageId, field, entry));
            case TEXT -> "M" + messageId + "F" + field.id() + "E" + entry;
            case ENUM ->
                value(field.type().values(), messageId + field.id() + entry).name();
            case SET -> firstAndLast(field.type().values());
            case COMPOSITE ->
                throw new IllegalArgumentException("a composite has no value of its own: " + field.name());
        };
    }

    private static long number(final int messageId, final Field field, final int entry) {
        final long base = messageId * 1_000_003L + field.id() * 10_007L + entry;
        return switch (field.type().primitive()) {
            case "uint8" -> 1 + base % 199;
            case "uint16" -> 256 + base % 64_007;
            case "uint32" -> 0x8000_0000L + base;
            case "int32" -> sign(field) * base;
            case "int64" -> sign(field) * base * 1_000_000_007L;
            default -> throw new IllegalArgumentException(field.type().primitive());
        };
    }

    private static long sign(final Field field) {
        return field.id() % 2 == 0 ? 1 : -1;
    }

    private static NamedValue value(final List<NamedValue> values, final int pick) {
        return values.get(pick % values.size());
    }

    private static String firstAndLast(final List<NamedValue> choices) {
        return choices.get(0).name() + "+" + choices.get(choices.size() - 1).name();
    }
}
