package io.plimsoll.gateway;

import io.plimsoll.core.engine.SourceOrdering;
import org.agrona.collections.Int2ObjectHashMap;
import org.agrona.collections.MutableLong;

/** The last number of every source as far as sequenced, which is ahead of what is applied. One thread. */
final class SourceCursors {
    private final Int2ObjectHashMap<MutableLong> lastBySource = new Int2ObjectHashMap<>();

    /** The number that the source is to use next. */
    long next(final int source, final SourceDirectory.Entry entry) {
        return cursor(source, entry).get() + 1;
    }

    /** Notes a number that is being sequenced; says whether the engine will take it as the next of its source. */
    boolean take(final int source, final SourceDirectory.Entry entry, final long sourceSequence) {
        final MutableLong last = cursor(source, entry);
        final boolean next = entry.ordering() == SourceOrdering.STRICT
                ? sourceSequence == last.get() + 1
                : sourceSequence > last.get();
        if (next) {
            last.set(sourceSequence);
        }
        return next;
    }

    private MutableLong cursor(final int source, final SourceDirectory.Entry entry) {
        MutableLong last = lastBySource.get(source);
        if (last == null) {
            last = new MutableLong(entry.last());
            lastBySource.put(source, last);
        }
        return last;
    }
}
