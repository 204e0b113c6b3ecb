package io.plimsoll.core.instrument;

import org.agrona.collections.Int2ObjectHashMap;

/**
 * Things with an id, in the order of their definition: the map looks up, the array is for loops.
 *
 * @param <T> what is registered.
 */
public final class Registry<T> {
    private final Object[] items;
    private final Int2ObjectHashMap<T> byId;
    private int count;

    /**
     * An empty registry.
     *
     * @param capacity how many it has room for.
     */
    public Registry(final int capacity) {
        items = new Object[capacity];
        byId = new Int2ObjectHashMap<>(capacity * 2, 0.5f);
    }

    /**
     * Adds a thing at the ordinal {@link #count}.
     *
     * @param id not in use.
     * @param item to add.
     */
    public void add(final int id, final T item) {
        items[count++] = item;
        byId.put(id, item);
    }

    /**
     * Looks an id up.
     *
     * @param id to look up.
     * @return the thing, or null when there is none.
     */
    public T get(final int id) {
        return byId.get(id);
    }

    /**
     * The thing at an ordinal.
     *
     * @param ordinal from 0, below {@link #count}.
     * @return the thing.
     */
    @SuppressWarnings("unchecked")
    public T at(final int ordinal) {
        return (T) items[ordinal];
    }

    /** {@return number of things} */
    public int count() {
        return count;
    }

    /** {@return whether there is no room for another} */
    public boolean isFull() {
        return count == items.length;
    }

    /** {@return how many it has room for} */
    public int capacity() {
        return items.length;
    }
}
