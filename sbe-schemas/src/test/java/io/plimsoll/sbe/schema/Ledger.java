package io.plimsoll.sbe.schema;

import io.plimsoll.sbe.schema.Schema.Field;
import io.plimsoll.sbe.schema.Schema.FieldType;
import io.plimsoll.sbe.schema.Schema.Group;
import io.plimsoll.sbe.schema.Schema.Message;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Every number that readers of old bytes rely on: ids, offsets, lengths, enum values. An entry is a key, which says what
 * is meant, and a text, which must stay.
 */
final class Ledger {

    /** One number and what it means. `length` is that of a block, which may grow; 0 for what has none. */
    record Entry(String key, String text, int length, int sinceVersion) {

        String line() {
            return key + " = " + text + (length > 0 ? " length=" + length : "") + " since=" + sinceVersion;
        }

        static Entry parse(final String line) {
            final int equals = line.indexOf(" = ");
            final int since = line.indexOf(" since=");
            final int length = line.indexOf(" length=");
            final int textEnd = length < 0 ? since : length;
            return new Entry(
                    line.substring(0, equals),
                    line.substring(equals + 3, textEnd),
                    length < 0 ? 0 : Integer.parseInt(line.substring(length + 8, since)),
                    Integer.parseInt(line.substring(since + 7)));
        }
    }

    private final Map<String, Entry> entries = new LinkedHashMap<>();

    private Ledger() {}

    /** The ledger of a schema. */
    static Ledger of(final Schema schema) {
        final Ledger ledger = new Ledger();
        ledger.add("schema", String.valueOf(schema.id()), 0, 1);
        schema.enumsAndSets().forEach(ledger::addValues);
        schema.composites().forEach(ledger::addComposite);
        schema.messages().forEach(ledger::addMessage);
        return ledger;
    }

    /** A ledger as {@link #text} wrote it. */
    static Ledger parse(final String text) {
        final Ledger ledger = new Ledger();
        text.lines()
                .filter(line -> !line.startsWith("#"))
                .map(Entry::parse)
                .forEach(entry -> ledger.entries.put(entry.key(), entry));
        return ledger;
    }

    String text(final boolean released) {
        final StringBuilder text = new StringBuilder(released ? SchemaFiles.RELEASED : "# released: no").append('\n');
        text.append("# What readers of old bytes rely on. Once released, a line may neither change nor go.\n");
        entries.values().forEach(entry -> text.append(entry.line()).append('\n'));
        return text.toString();
    }

    /**
     * What a schema breaks of this ledger, which is that of an older version.
     *
     * @param version schema version of this ledger; what the schema adds must be younger
     */
    List<String> brokenBy(final Ledger schema, final int version) {
        final List<String> broken = new ArrayList<>();
        for (final Entry old : entries.values()) {
            final Entry now = schema.entries.get(old.key());
            if (now == null) {
                broken.add(old.key() + " is gone");
            } else if (!now.text().equals(old.text())) {
                broken.add(old.key() + " was " + old.text() + ", is " + now.text());
            } else if (now.length() < old.length()) {
                broken.add(old.key() + " was " + old.length() + " bytes, is " + now.length());
            } else if (now.sinceVersion() != old.sinceVersion()) {
                broken.add(old.key() + " was since " + old.sinceVersion() + ", is since " + now.sinceVersion());
            }
        }
        for (final Entry now : schema.entries.values()) {
            if (!entries.containsKey(now.key()) && now.sinceVersion() <= version) {
                broken.add(now.key() + " is new and must have a sinceVersion above " + version);
            }
        }
        return broken;
    }

    private void addValues(final FieldType type) {
        final String kind = type.kind().name().toLowerCase(Locale.ROOT);
        add(kind + " " + type.name(), type.primitive(), 0, 1);
        type.values()
                .forEach(value ->
                        add("value " + type.name() + "." + value.value(), value.name(), 0, value.sinceVersion()));
    }

    private void addComposite(final FieldType type) {
        add("composite " + type.name(), type.name(), type.length(), 1);
        type.members().forEach(member -> addField("member " + type.name() + "." + member.id(), member));
    }

    private void addMessage(final Message message) {
        final String id = String.valueOf(message.id());
        add("message " + id, message.name(), message.blockLength(), message.sinceVersion());
        message.fields().forEach(field -> addField("field " + id + "." + field.id(), field));
        for (final Group group : message.groups()) {
            final String groupId = id + "." + group.id();
            add("group " + groupId, group.name(), group.blockLength(), group.sinceVersion());
            group.fields().forEach(field -> addField("field " + groupId + "." + field.id(), field));
        }
    }

    private void addField(final String key, final Field field) {
        final FieldType type = field.type();
        final String named = type.values().isEmpty() ? type.shape() : type.name();
        add(key, field.name() + " " + named + " @" + field.offset(), 0, field.sinceVersion());
    }

    private void add(final String key, final String text, final int length, final int sinceVersion) {
        final Entry before = entries.put(key, new Entry(key, text, length, sinceVersion));
        if (before != null) {
            throw new IllegalStateException(key + " is used twice: " + before.text() + ", " + text);
        }
    }
}
