package io.plimsoll.example;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** What the engine was asked and has not answered. None of the orders in here is in a book: they must not be matched meanwhile. */
final class Requests {
    private final Map<Long, Request> byNumber = new HashMap<>();

    /**
     * A question to the engine.
     *
     * @param coming orders that are in a book if it says yes.
     * @param going quotes that these replace; they are back in a book if it says no.
     */
    record Request(List<Order> coming, List<Order> going) {
        private Stream<Order> orders() {
            return Stream.concat(coming.stream(), going.stream());
        }
    }

    /** It was sent as a command of this number. */
    void sent(final long number, final Request request) {
        byNumber.put(number, request);
    }

    /** The question that a command of this number was; null when it was none. */
    Request answered(final long number) {
        return byNumber.remove(number);
    }

    /** An order that is asked for or about to be replaced; null when there is none of this id. */
    Order order(final long id) {
        return orders(order -> order.id() == id).findFirst().orElse(null);
    }

    /** Whether the answer to quotes of an account is not there. */
    boolean areQuotesOpen(final long account) {
        return orders(order -> order.isQuote() && order.account() == account)
                .findAny()
                .isPresent();
    }

    /** Whatever the answers will be, orders of an account are not to be matched any more. */
    void cancel(final long account) {
        orders(order -> order.account() == account).forEach(Order::cancel);
    }

    private Stream<Order> orders(final Predicate<Order> isSo) {
        return byNumber.values().stream().flatMap(Request::orders).filter(isSo);
    }
}
