package io.plimsoll.example;

import io.plimsoll.sbe.Side;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.function.Predicate;

/** Resting orders of one market: the better price first, of one price the order that came first. */
final class Book {
    private final NavigableMap<Long, Deque<Order>> bids = new TreeMap<>(Comparator.reverseOrder());
    private final NavigableMap<Long, Deque<Order>> asks = new TreeMap<>();
    private final Map<Long, Order> byId = new HashMap<>();

    /** Matches an order with what rests; what of it is left then rests itself. */
    void enter(final Order taker, final Fill fill) {
        final NavigableMap<Long, Deque<Order>> opposite = taker.side() == Side.BUY ? asks : bids;
        while (taker.remaining() > 0 && !opposite.isEmpty() && crosses(taker, opposite.firstKey())) {
            final Order maker = opposite.firstEntry().getValue().getFirst();
            final long lots = Math.min(taker.remaining(), maker.remaining());
            maker.fill(lots);
            taker.fill(lots);
            if (maker.remaining() == 0) {
                remove(maker.id());
            }
            fill.of(maker, taker, lots);
        }
        if (taker.remaining() > 0) {
            sideOf(taker)
                    .computeIfAbsent(taker.limit(), price -> new ArrayDeque<>())
                    .addLast(taker);
            byId.put(taker.id(), taker);
        }
    }

    private static boolean crosses(final Order taker, final long price) {
        return taker.side() == Side.BUY ? price <= taker.limit() : price >= taker.limit();
    }

    private NavigableMap<Long, Deque<Order>> sideOf(final Order order) {
        return order.side() == Side.BUY ? bids : asks;
    }

    /** Takes an order out; null when it does not rest. */
    Order remove(final long id) {
        final Order order = byId.remove(id);
        if (order != null) {
            final Deque<Order> level = sideOf(order).get(order.limit());
            level.remove(order);
            if (level.isEmpty()) {
                sideOf(order).remove(order.limit());
            }
        }
        return order;
    }

    /** Takes all orders out of which something is so. */
    List<Order> removeIf(final Predicate<Order> isSo) {
        final List<Order> removed = byId.values().stream().filter(isSo).toList();
        removed.forEach(order -> remove(order.id()));
        return removed;
    }

    /** All orders that rest, in no particular order. */
    Collection<Order> orders() {
        return byId.values();
    }
}
