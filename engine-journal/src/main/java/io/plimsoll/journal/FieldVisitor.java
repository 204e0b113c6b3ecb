package io.plimsoll.journal;

/** Hears the fields of a record in the order of the schema. */
public interface FieldVisitor {
    /**
     * A field.
     *
     * @param name as in the schema.
     * @param value a {@code Long}, {@code Integer}, {@code Short}, {@code String}, {@code Boolean} or enum constant.
     */
    void onField(String name, Object value);

    /**
     * An entry of a repeating group begins; its fields follow.
     *
     * @param name of the group as in the schema.
     * @param number of the entry, from 0.
     */
    default void onEntry(final String name, final int number) {}

    /**
     * A repeating group ends.
     *
     * @param name of the group as in the schema.
     */
    default void onGroupEnd(final String name) {}
}
