package io.plimsoll.gateway;

import io.plimsoll.core.engine.Role;
import io.plimsoll.core.engine.Source;
import io.plimsoll.core.engine.SourceOrdering;
import io.plimsoll.core.instrument.Registry;
import org.agrona.collections.Int2ObjectHashMap;

/** The sources that the engine knows, for the edge to check against. Made anew whenever one is defined; never changed. */
final class SourceDirectory {
    private final Int2ObjectHashMap<Entry> entries = new Int2ObjectHashMap<>();

    /** What the edge must know of a source; {@code last} is its last number at the time the directory was made. */
    record Entry(Role role, SourceOrdering ordering, long last) {}

    SourceDirectory(final Registry<Source> sources) {
        for (int i = 0; i < sources.count(); i++) {
            final Source source = sources.at(i);
            entries.put(source.id(), new Entry(source.role(), source.ordering(), source.last()));
        }
    }

    /** The source, or null if it is not defined. */
    Entry get(final int source) {
        return entries.get(source);
    }
}
