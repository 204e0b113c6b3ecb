package io.plimsoll.sbe.schema;

import io.plimsoll.sbe.schema.Schema.Field;
import io.plimsoll.sbe.schema.Schema.Group;
import io.plimsoll.sbe.schema.Schema.Kind;
import io.plimsoll.sbe.schema.Schema.Message;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The bytes of one message as text: a line a field, `hex  path = value`. Header and group headers are lines like any other.
 *
 * @param hex    the whole message with its header
 * @param values value by path, without headers
 */
record GoldenFile(String hex, Map<String, String> values) {
    /** Entries that a golden message has in each of its groups. */
    static final int ENTRIES = 2;

    private record Slot(String path, int length, String value) {}

    /** The text of a message that was encoded with {@link DistinctValues}. */
    static String render(final Schema schema, final Message message, final byte[] bytes) {
        final StringBuilder text = new StringBuilder("# ")
                .append(message.name())
                .append(", schema version ")
                .append(schema.version())
                .append('\n');
        int offset = 0;
        for (final Slot slot : slots(schema, message)) {
            final String hex = HexFormat.of().formatHex(bytes, offset, offset + slot.length());
            text.append(hex).append("  ").append(slot.path()).append(" = ").append(slot.value());
            text.append('\n');
            offset += slot.length();
        }
        if (offset != bytes.length) {
            throw new IllegalStateException(message.name() + " has " + bytes.length + " bytes, expected " + offset);
        }
        return text.toString();
    }

    static GoldenFile parse(final String text) {
        final StringBuilder hex = new StringBuilder();
        final Map<String, String> values = new LinkedHashMap<>();
        for (final String line :
                text.lines().filter(line -> !line.startsWith("#")).toList()) {
            final int gap = line.indexOf("  ");
            final int equals = line.indexOf(" = ");
            hex.append(line, 0, gap);
            final String path = line.substring(gap + 2, equals);
            if (!path.endsWith("Header") && !path.contains("Header.")) {
                values.put(path, line.substring(equals + 3));
            }
        }
        return new GoldenFile(hex.toString(), values);
    }

    byte[] bytes() {
        return HexFormat.of().parseHex(hex);
    }

    private static List<Slot> slots(final Schema schema, final Message message) {
        final List<Slot> slots = new ArrayList<>();
        slots.add(new Slot("messageHeader.blockLength", 2, String.valueOf(message.blockLength())));
        slots.add(new Slot("messageHeader.templateId", 2, String.valueOf(message.id())));
        slots.add(new Slot("messageHeader.schemaId", 2, String.valueOf(schema.id())));
        slots.add(new Slot("messageHeader.version", 2, String.valueOf(schema.version())));
        message.fields().forEach(field -> add(slots, message.id(), field, "", 0));
        for (final Group group : message.groups()) {
            slots.add(new Slot(group.name() + "Header.blockLength", 2, String.valueOf(group.blockLength())));
            slots.add(new Slot(group.name() + "Header.numInGroup", 2, String.valueOf(ENTRIES)));
            for (int entry = 0; entry < ENTRIES; entry++) {
                for (final Field field : group.fields()) {
                    add(slots, message.id(), field, group.name() + "[" + entry + "].", entry);
                }
            }
        }
        return slots;
    }

    private static void add(
            final List<Slot> slots, final int messageId, final Field field, final String prefix, final int entry) {
        final String path = prefix + field.name();
        if (field.type().kind() == Kind.COMPOSITE) {
            field.type().members().forEach(member -> add(slots, messageId, member, path + ".", entry));
        } else {
            slots.add(new Slot(path, field.type().length(), DistinctValues.of(messageId, field, entry)));
        }
    }
}
