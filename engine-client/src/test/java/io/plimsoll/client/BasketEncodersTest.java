package io.plimsoll.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plimsoll.sbe.BasketPlaceDecoder;
import io.plimsoll.sbe.Flag;
import io.plimsoll.sbe.MessageHeaderDecoder;
import io.plimsoll.sbe.OrderAmendDecoder;
import io.plimsoll.sbe.OrderPlaceDecoder;
import io.plimsoll.sbe.QuotesReplaceDecoder;
import io.plimsoll.sbe.Side;
import java.util.List;
import org.agrona.concurrent.SystemEpochNanoClock;
import org.agrona.concurrent.UnsafeBuffer;
import org.junit.jupiter.api.Test;

class BasketEncodersTest {
    private final ConnectedSender connected = new ConnectedSender();
    private final FakeLink link = connected.link();
    private final MessageHeaderDecoder header = new MessageHeaderDecoder();
    private final BasketEncoders baskets = new BasketEncoders(connected.sender());

    @Test
    void placesAllOrdersOfABasket() {
        final Basket basket = new Basket().add(3, 11, Side.BUY, 5, 100, false).add(4, 12, Side.SELL, 6, 200, true);
        assertThat(baskets.place(8, basket)).isEqualTo(Result.SENT);

        final BasketPlaceDecoder place = new BasketPlaceDecoder().wrapAndApplyHeader(link.sent.get(0), 0, header);
        assertThat(place.sourceSequence()).isEqualTo(1);
        assertThat(place.source()).isEqualTo(ConnectedSender.SOURCE);
        assertThat(place.account()).isEqualTo(8);
        final BasketPlaceDecoder.OrdersDecoder orders = place.orders();
        assertThat(orders.count()).isEqualTo(2);
        final BasketPlaceDecoder.OrdersDecoder first = orders.next();
        assertThat(first.order()).isEqualTo(11);
        assertThat(first.instrument()).isEqualTo(3);
        assertThat(first.side()).isEqualTo(Side.BUY);
        assertThat(first.lots()).isEqualTo(5);
        assertThat(first.limitPrice()).isEqualTo(100);
        assertThat(first.reduceOnly()).isEqualTo(Flag.NO);
        final BasketPlaceDecoder.OrdersDecoder second = orders.next();
        assertThat(second.order()).isEqualTo(12);
        assertThat(second.side()).isEqualTo(Side.SELL);
        assertThat(second.reduceOnly()).isEqualTo(Flag.YES);
    }

    @Test
    void replacesQuotesOfSeveralInstruments() {
        final QuoteSet quotes =
                new QuoteSet().in(3).bid(11, 5, 100).ask(12, 6, 101).in(4).ask(14, 7, 200);
        assertThat(baskets.replaceQuotes(8, quotes)).isEqualTo(Result.SENT);

        final QuotesReplaceDecoder replace = new QuotesReplaceDecoder().wrapAndApplyHeader(link.sent.get(0), 0, header);
        assertThat(replace.sourceSequence()).isEqualTo(1);
        assertThat(replace.source()).isEqualTo(ConnectedSender.SOURCE);
        assertThat(replace.account()).isEqualTo(8);
        final QuotesReplaceDecoder.QuotesDecoder entries = replace.quotes();
        assertThat(entries.count()).isEqualTo(2);
        final QuotesReplaceDecoder.QuotesDecoder first = entries.next();
        assertThat(first.instrument()).isEqualTo(3);
        assertThat(first.bidOrder()).isEqualTo(11);
        assertThat(first.bidLots()).isEqualTo(5);
        assertThat(first.bidPrice()).isEqualTo(100);
        assertThat(first.askOrder()).isEqualTo(12);
        assertThat(first.askLots()).isEqualTo(6);
        assertThat(first.askPrice()).isEqualTo(101);
        final QuotesReplaceDecoder.QuotesDecoder second = entries.next();
        assertThat(second.instrument()).isEqualTo(4);
        assertThat(second.bidLots()).isZero();
        assertThat(second.askOrder()).isEqualTo(14);
    }

    @Test
    void theLargestSetOfQuotesFitsInAFrame() {
        final QuoteSet quotes = new QuoteSet();
        for (int i = 0; i < QuoteSet.INSTRUMENTS_MAX; i++) {
            quotes.in(1 + i);
        }
        assertThat(baskets.replaceQuotes(8, quotes)).isEqualTo(Result.SENT);
        assertThat(link.sent.get(0).capacity()).isLessThanOrEqualTo(SendWindow.FRAME_BYTES);
        assertThatThrownBy(() -> quotes.in(99))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("a set has quotes in at most 16 instruments");
        assertThat(baskets.replaceQuotes(8, quotes.clear())).isEqualTo(Result.INVALID);
        assertThat(baskets.replaceQuotes(8, null)).isEqualTo(Result.INVALID);
    }

    @Test
    void theLargestBasketFitsInAFrame() {
        final Basket basket = new Basket();
        for (int i = 0; i < Basket.ORDERS_MAX; i++) {
            basket.add(1, 1 + i, Side.BUY, 1, 1, false);
        }
        assertThat(baskets.place(8, basket)).isEqualTo(Result.SENT);
        assertThat(link.sent.get(0).capacity()).isLessThanOrEqualTo(SendWindow.FRAME_BYTES);
        assertThatThrownBy(() -> basket.add(1, 99, Side.BUY, 1, 1, false))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("a basket has at most 32 orders");
    }

    @Test
    void doesNotSendAnEmptyBasketOrAnOrderWithoutASide() {
        assertThat(baskets.place(8, null)).isEqualTo(Result.INVALID);
        assertThat(baskets.place(8, new Basket())).isEqualTo(Result.INVALID);
        assertThat(baskets.place(8, new Basket().add(1, 1, null, 1, 1, false))).isEqualTo(Result.INVALID);
        assertThat(link.sent).isEmpty();
    }

    @Test
    void ordersOfASessionWithADeadlineSayUntilWhen() {
        final long deadlineNs = 2_000_000_000L;
        final ConnectedSender strict = new ConnectedSender(
                ClientConfig.of("nowhere", ConnectedSender.SOURCE).withOrderDeadline(deadlineNs));
        final TradingEncoders orders = new TradingEncoders(strict.sender());
        final BasketEncoders several = new BasketEncoders(strict.sender());
        final long from = SystemEpochNanoClock.INSTANCE.nanoTime() + deadlineNs;
        orders.place(3, 8, 11, Side.BUY, 5, 100, false);
        orders.amend(8, 11, 4, 100);
        several.place(8, new Basket().add(3, 12, Side.BUY, 5, 100, false));
        several.replaceQuotes(8, new QuoteSet().in(3).bid(13, 1, 99));
        final long to = SystemEpochNanoClock.INSTANCE.nanoTime() + deadlineNs;

        final List<UnsafeBuffer> sent = strict.link().sent;
        assertThat(List.of(
                        new OrderPlaceDecoder()
                                .wrapAndApplyHeader(sent.get(0), 0, header)
                                .goodTill(),
                        new OrderAmendDecoder()
                                .wrapAndApplyHeader(sent.get(1), 0, header)
                                .goodTill(),
                        new BasketPlaceDecoder()
                                .wrapAndApplyHeader(sent.get(2), 0, header)
                                .goodTill(),
                        new QuotesReplaceDecoder()
                                .wrapAndApplyHeader(sent.get(3), 0, header)
                                .goodTill()))
                .allSatisfy(goodTill -> assertThat(goodTill).isBetween(from, to));
    }

    @Test
    void ordersOfOtherSessionsAreGoodWheneverTheyCome() {
        baskets.place(8, new Basket().add(3, 12, Side.BUY, 5, 100, false));
        assertThat(new BasketPlaceDecoder()
                        .wrapAndApplyHeader(link.sent.get(0), 0, header)
                        .goodTill())
                .isZero();
        assertThatThrownBy(() -> ClientConfig.of("nowhere", 1).withOrderDeadline(-1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("orderDeadlineNs must not be negative, is -1");
    }
}
