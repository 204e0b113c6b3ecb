package io.plimsoll.journal;

import io.plimsoll.core.engine.Limits;
import io.plimsoll.core.engine.MarginEngine;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a generation says of itself: who wrote it and where everything before it was cut. It is written before the first
 * record and never changed; it seals the generation before.
 *
 * @param epoch number of the generation.
 * @param schemaVersion of the writer.
 * @param rulesVersion of the writer.
 * @param start where all generations before end, and this one begins.
 * @param limits of the engine, by name.
 */
record Manifest(int epoch, int schemaVersion, int rulesVersion, JournalEnd start, Map<String, Integer> limits) {
    static final String FILE = "MANIFEST";
    static final String CLOSING_NOTE = "CLOSED";

    private static final int FORMAT = 1;
    private static final int HEX = 16;
    private static final String FORMAT_KEY = "format";
    private static final String EPOCH_KEY = "epoch";
    private static final String PREVIOUS_EPOCH_KEY = "previousEpoch";
    private static final String SCHEMA_KEY = "schemaVersion";
    private static final String RULES_KEY = "rulesVersion";
    private static final String LIMIT_PREFIX = "limit.";

    static Manifest of(final int epoch, final JournalEnd start, final Limits limits) {
        return new Manifest(
                epoch, RecordEnvelopes.SCHEMA_VERSION, MarginEngine.RULES_VERSION, start, limitsByName(limits));
    }

    static Map<String, Integer> limitsByName(final Limits limits) {
        final Map<String, Integer> byName = new LinkedHashMap<>();
        try {
            for (final RecordComponent component : Limits.class.getRecordComponents()) {
                byName.put(
                        component.getName(), (Integer) component.getAccessor().invoke(limits));
            }
        } catch (final ReflectiveOperationException impossible) {
            throw new IllegalStateException(impossible);
        }
        return byName;
    }

    /** The limits as the engine takes them. */
    Limits engineLimits() {
        final RecordComponent[] components = Limits.class.getRecordComponents();
        final Class<?>[] types = new Class<?>[components.length];
        final Object[] values = new Object[components.length];
        for (int i = 0; i < components.length; i++) {
            types[i] = components[i].getType();
            values[i] = limits.get(components[i].getName());
        }
        try {
            return Limits.class.getDeclaredConstructor(types).newInstance(values);
        } catch (final ReflectiveOperationException | RuntimeException failure) {
            throw new IllegalStateException("the limits of generation " + epoch + " are not an engine's", failure);
        }
    }

    Map<String, String> entries() {
        final Map<String, String> entries = new LinkedHashMap<>();
        entries.put(FORMAT_KEY, Integer.toString(FORMAT));
        entries.put(EPOCH_KEY, Integer.toString(epoch));
        entries.put(PREVIOUS_EPOCH_KEY, Integer.toString(epoch - 1));
        entries.put(SCHEMA_KEY, Integer.toString(schemaVersion));
        entries.put(RULES_KEY, Integer.toString(rulesVersion));
        putEnd(entries, start);
        limits.forEach((name, value) -> entries.put(LIMIT_PREFIX + name, value.toString()));
        return entries;
    }

    /** The note that a generation was closed in order, and where it ends. */
    static Map<String, String> closingNote(final int epoch, final JournalEnd end) {
        final Map<String, String> entries = new LinkedHashMap<>();
        entries.put(FORMAT_KEY, Integer.toString(FORMAT));
        entries.put(EPOCH_KEY, Integer.toString(epoch));
        putEnd(entries, end);
        return entries;
    }

    static Manifest read(final Path folder, final int generation) {
        final Map<String, String> entries = readEntries(folder.resolve(FILE), generation);
        final Map<String, Integer> limits = new LinkedHashMap<>();
        try {
            entries.forEach((key, value) -> {
                if (key.startsWith(LIMIT_PREFIX)) {
                    limits.put(key.substring(LIMIT_PREFIX.length()), Integer.valueOf(value));
                }
            });
            return new Manifest(
                    generation,
                    Integer.parseInt(entries.get(SCHEMA_KEY)),
                    Integer.parseInt(entries.get(RULES_KEY)),
                    end(entries),
                    limits);
        } catch (final NumberFormatException failure) {
            throw bad(generation, folder.resolve(FILE), "a number is missing: " + failure.getMessage());
        }
    }

    static JournalEnd readClosingNote(final Path folder, final int generation) {
        final Path file = folder.resolve(CLOSING_NOTE);
        try {
            return end(readEntries(file, generation));
        } catch (final NumberFormatException failure) {
            throw bad(generation, file, "a number is missing: " + failure.getMessage());
        }
    }

    private static Map<String, String> readEntries(final Path file, final int generation) {
        final Map<String, String> entries;
        try {
            entries = KeyValueFile.read(file);
        } catch (final IOException failure) {
            throw bad(generation, file, failure.getMessage());
        }
        if (!Integer.toString(FORMAT).equals(entries.get(FORMAT_KEY))) {
            throw new JournalException(
                    JournalError.UNKNOWN_VERSION,
                    generation,
                    file,
                    0,
                    "format " + entries.get(FORMAT_KEY) + ", this build reads " + FORMAT);
        }
        if (!Integer.toString(generation).equals(entries.get(EPOCH_KEY))) {
            throw new JournalException(
                    JournalError.WRONG_GENERATION, generation, file, 0, "it says epoch " + entries.get(EPOCH_KEY));
        }
        return entries;
    }

    private static JournalException bad(final int generation, final Path file, final String detail) {
        return new JournalException(JournalError.BAD_MANIFEST, generation, file, 0, detail);
    }

    private static void putEnd(final Map<String, String> entries, final JournalEnd end) {
        entries.put("lastSequence", Long.toString(end.lastSequence()));
        entries.put("lastTimeNs", Long.toString(end.lastTimeNs()));
        entries.put("commandChain", Long.toHexString(end.commandChain()));
        entries.put("eventsSequence", Long.toString(end.eventsSequence()));
        entries.put("eventChain", Long.toHexString(end.eventChain()));
    }

    private static JournalEnd end(final Map<String, String> entries) {
        return new JournalEnd(
                Long.parseLong(entries.get("lastSequence")),
                Long.parseLong(entries.get("lastTimeNs")),
                Long.parseUnsignedLong(entries.get("commandChain"), HEX),
                Long.parseLong(entries.get("eventsSequence")),
                Long.parseUnsignedLong(entries.get("eventChain"), HEX));
    }
}
