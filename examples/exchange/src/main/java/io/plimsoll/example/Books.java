package io.plimsoll.example;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;

/** The book of every market, by instrument. */
final class Books {
    private final Map<Integer, Book> books = new TreeMap<>();

    /** Matches an order in the book of its market. */
    void enter(final Order order, final Fill fill) {
        books.computeIfAbsent(order.instrument(), instrument -> new Book()).enter(order, fill);
    }

    /** Takes an order out; null when it does not rest. */
    Order remove(final long id) {
        for (final Book book : books.values()) {
            final Order order = book.remove(id);
            if (order != null) {
                return order;
            }
        }
        return null;
    }

    /** Takes all orders out of which something is so. */
    List<Order> removeIf(final Predicate<Order> isSo) {
        final List<Order> removed = new ArrayList<>();
        books.values().forEach(book -> removed.addAll(book.removeIf(isSo)));
        return removed;
    }

    /** All orders that rest, in no particular order. */
    List<Order> orders() {
        return books.values().stream().flatMap(book -> book.orders().stream()).toList();
    }
}
