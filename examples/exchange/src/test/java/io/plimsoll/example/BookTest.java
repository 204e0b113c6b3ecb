package io.plimsoll.example;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.plimsoll.sbe.Side;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Who trades with whom, at what price. */
class BookTest {
    private final Book book = new Book();
    private final List<String> fills = new ArrayList<>();

    private Order order(final long id, final Side side, final long lots, final long limit) {
        return new Order(id, id % 10, new Leg(1, side, lots, limit), false);
    }

    private void enter(final long id, final Side side, final long lots, final long limit) {
        book.enter(
                order(id, side, lots, limit),
                (maker, taker, size) ->
                        fills.add(size + " of " + maker.id() + " to " + taker.id() + " @ " + maker.limit()));
    }

    @Test
    void theBetterPriceTradesFirstAndOfOnePriceTheOlderOrder() {
        enter(1, Side.SELL, 5, 102);
        enter(2, Side.SELL, 5, 101);
        enter(3, Side.SELL, 5, 101);

        enter(4, Side.BUY, 12, 102);

        assertThat(fills).containsExactly("5 of 2 to 4 @ 101", "5 of 3 to 4 @ 101", "2 of 1 to 4 @ 102");
        assertThat(book.orders()).extracting(Order::id, Order::remaining).containsExactly(tuple(1L, 3L));
    }

    @Test
    void whatDoesNotCrossRests() {
        enter(1, Side.SELL, 5, 102);
        enter(2, Side.BUY, 5, 101);

        assertThat(fills).isEmpty();
        assertThat(book.orders()).hasSize(2);
    }

    @Test
    void whatIsLeftOfAnOrderRestsAtItsLimit() {
        enter(1, Side.BUY, 5, 100);
        enter(2, Side.SELL, 8, 99);
        enter(3, Side.BUY, 1, 99);

        assertThat(fills).containsExactly("5 of 1 to 2 @ 100", "1 of 2 to 3 @ 99");
        assertThat(book.orders()).extracting(Order::id, Order::remaining).containsExactly(tuple(2L, 2L));
    }

    @Test
    void anOrderThatIsTakenOutTradesNoMore() {
        enter(1, Side.BUY, 5, 100);
        enter(11, Side.BUY, 5, 100);
        enter(2, Side.BUY, 5, 100);

        assertThat(book.remove(1).id()).isEqualTo(1);
        assertThat(book.remove(1)).isNull();
        assertThat(book.removeIf(order -> order.account() == 1))
                .extracting(Order::id)
                .containsExactly(11L);
        enter(4, Side.SELL, 9, 100);

        assertThat(fills).containsExactly("5 of 2 to 4 @ 100");
    }
}
