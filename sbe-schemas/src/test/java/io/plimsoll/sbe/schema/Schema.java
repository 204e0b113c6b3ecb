package io.plimsoll.sbe.schema;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The schema as the tests see it: read from the XML with offsets computed here, so that the generated codecs are checked
 * against a second opinion.
 */
record Schema(int id, int version, Map<String, FieldType> types, List<Message> messages) {

    /** What a type's bytes hold. */
    enum Kind {
        NUMBER,
        TEXT,
        ENUM,
        SET,
        COMPOSITE
    }

    /** One value of an enum, or one choice of a set (then the value is the bit). */
    record NamedValue(String name, long value, String description, int sinceVersion) {}

    /** A type resolved to bytes. `values` is filled for enums and sets, `members` for composites. */
    record FieldType(
            String name,
            Kind kind,
            String primitive,
            int length,
            String description,
            List<NamedValue> values,
            List<Field> members) {

        /** How the type is written in tables: its own name, and the bytes behind it. */
        String shape() {
            return switch (kind) {
                case NUMBER, ENUM, SET -> primitive;
                case TEXT -> "char[" + length + "]";
                case COMPOSITE -> "composite";
            };
        }
    }

    /** A field of a block, of a group's entry or of a composite (then its id is its place, from 1). */
    record Field(String name, int id, FieldType type, int offset, String description, int sinceVersion) {

        /** Offset just after the field. */
        int end() {
            return offset + type.length();
        }
    }

    /** A repeating group. */
    record Group(String name, int id, String description, int sinceVersion, int blockLength, List<Field> fields) {}

    /** A message: its fixed block, then its groups. */
    record Message(
            String name,
            int id,
            String description,
            int sinceVersion,
            int blockLength,
            List<Field> fields,
            List<Group> groups) {

        boolean isCommand() {
            return id >= 100 && id < 400;
        }
    }

    Stream<FieldType> enumsAndSets() {
        return types.values().stream().filter(type -> type.kind() == Kind.ENUM || type.kind() == Kind.SET);
    }

    Stream<FieldType> composites() {
        return types.values().stream().filter(type -> type.kind() == Kind.COMPOSITE);
    }

    Message message(final String name) {
        return messages.stream()
                .filter(message -> message.name().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
