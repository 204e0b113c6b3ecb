package io.plimsoll.core.risk;

import java.util.Arrays;

/** Numbers that wait to be taken again, the last given back first. */
final class IntStack {
    private int[] items = new int[16];
    private int size;

    boolean isEmpty() {
        return size == 0;
    }

    void push(final int item) {
        if (size == items.length) {
            items = Arrays.copyOf(items, 2 * size);
        }
        items[size++] = item;
    }

    int pop() {
        return items[--size];
    }
}
