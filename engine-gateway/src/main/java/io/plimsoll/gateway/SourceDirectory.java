package io.plimsoll.gateway;

import io.plimsoll.core.engine.Role;
import io.plimsoll.core.engine.Source;
import io.plimsoll.core.engine.SourceOrdering;
import io.plimsoll.core.instrument.Registry;
import org.agrona.collections.Int2ObjectHashMap;
import org.agrona.collections.IntArrayList;

/** The sources that the engine knows, for the edge to check against. Made anew whenever one is defined or its orders are bound; never changed. */
final class SourceDirectory {
    private final Int2ObjectHashMap<Entry> entries = new Int2ObjectHashMap<>();
    private final int[] binding;

    /** What the edge must know of a source; {@code last} is its last number at the time the directory was made. */
    record Entry(Role role, SourceOrdering ordering, long last) {}

    SourceDirectory(final Registry<Source> sources) {
        final IntArrayList bound = new IntArrayList();
        for (int i = 0; i < sources.count(); i++) {
            final Source source = sources.at(i);
            entries.put(source.id(), new Entry(source.role(), source.ordering(), source.last()));
            if (source.isBinding()) {
                bound.addInt(source.id());
            }
        }
        binding = bound.toIntArray();
    }

    /** Sources whose orders are cancelled when their session is gone; not to be changed. */
    int[] binding() {
        return binding;
    }

    /** Whether a source's orders are cancelled when its session is gone. */
    boolean isBinding(final int source) {
        for (final int bound : binding) {
            if (bound == source) {
                return true;
            }
        }
        return false;
    }

    /** The source, or null if it is not defined. */
    Entry get(final int source) {
        return entries.get(source);
    }
}
