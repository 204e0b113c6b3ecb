package io.plimsoll.config;

import java.util.HashMap;
import java.util.Map;

/** Reads the {@code id} of each entry of a section and sees that no two entries share one. */
final class UniqueIds {
    private final int max;
    private final Map<Integer, String> taken = new HashMap<>();

    UniqueIds(final int max) {
        this.max = max;
    }

    int take(final Section entry, final String name) {
        final Value value = entry.value("id");
        final int before = entry.reading().count();
        final int id = value.asInt(1, max);
        if (value.node() != null && entry.reading().count() == before) {
            final String other = taken.putIfAbsent(id, name);
            if (other != null) {
                value.bad("is " + id + ", which is the id of '" + other + "'; allowed: an id of its own");
            }
        }
        return id;
    }
}
