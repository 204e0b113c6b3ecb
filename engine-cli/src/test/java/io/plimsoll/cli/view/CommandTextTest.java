package io.plimsoll.cli.view;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.journal.RecordView;
import io.plimsoll.sbe.BasketPlaceEncoder;
import io.plimsoll.sbe.CancelOnDisconnectEncoder;
import io.plimsoll.sbe.ContinueEncoder;
import io.plimsoll.sbe.DefineDocumentPartEncoder;
import io.plimsoll.sbe.DefineFundingEncoder;
import io.plimsoll.sbe.DocumentKind;
import io.plimsoll.sbe.Flag;
import io.plimsoll.sbe.InstrumentDelistEncoder;
import io.plimsoll.sbe.MessageHeaderEncoder;
import io.plimsoll.sbe.OrderSides;
import io.plimsoll.sbe.OrdersCancelEncoder;
import io.plimsoll.sbe.PremiumSampleEncoder;
import io.plimsoll.sbe.QuotesReplaceEncoder;
import io.plimsoll.sbe.RecordEnvelopeEncoder;
import io.plimsoll.sbe.RevalueEncoder;
import io.plimsoll.sbe.Side;
import io.plimsoll.sbe.SourceDisconnectedEncoder;
import io.plimsoll.sbe.SurfacePartEncoder;
import io.plimsoll.sbe.TickEncoder;
import io.plimsoll.sbe.VolatilityFixEncoder;
import org.agrona.concurrent.UnsafeBuffer;
import org.junit.jupiter.api.Test;

class CommandTextTest {
    private static final int PAYLOAD = RecordEnvelopeEncoder.ENCODED_LENGTH;

    private final UnsafeBuffer buffer = new UnsafeBuffer(new byte[512]);
    private final MessageHeaderEncoder header = new MessageHeaderEncoder();
    private final CommandText text = new CommandText(new Definitions(), 7);

    @Test
    void documentsBearTheirVersionAndPart() {
        new DefineDocumentPartEncoder()
                .wrapAndApplyHeader(buffer, PAYLOAD, header)
                .documentVersion(3)
                .total(12_345)
                .firstWord(48)
                .kind(DocumentKind.SCENARIO_SET)
                .wordsCount(0);

        assertThat(said()).isEqualTo("scenario set version 3, from word 48 of 12,345");
    }

    @Test
    void surfacesBearTheirUnderlying() {
        new SurfacePartEncoder()
                .wrapAndApplyHeader(buffer, PAYLOAD, header)
                .asset(2)
                .total(9)
                .firstWord(0)
                .wordsCount(0);

        assertThat(said()).isEqualTo("surface of asset 2, from word 0 of 9");
    }

    @Test
    void revaluationSaysOfWhat() {
        new RevalueEncoder().wrapAndApplyHeader(buffer, PAYLOAD, header).asset(2);
        assertThat(said()).isEqualTo("revaluation of asset 2");
        new ContinueEncoder().wrapAndApplyHeader(buffer, PAYLOAD, header);
        assertThat(said()).isEqualTo("work that was due goes on");
        new VolatilityFixEncoder().wrapAndApplyHeader(buffer, PAYLOAD, header);
        assertThat(said()).isEqualTo("look at the volatilities");
    }

    @Test
    void fundingSaysOfWhatAndHowMuch() {
        new DefineFundingEncoder().wrapAndApplyHeader(buffer, PAYLOAD, header).instrument(2);
        assertThat(said()).isEqualTo("funding of instrument 2 defined anew");
        new PremiumSampleEncoder()
                .wrapAndApplyHeader(buffer, PAYLOAD, header)
                .instrument(2)
                .premium(-125_000_000_000L);
        assertThat(said()).isEqualTo("premium of instrument 2 -0.000125");
    }

    @Test
    void delistingSaysAtWhatPrice() {
        new InstrumentDelistEncoder()
                .wrapAndApplyHeader(buffer, PAYLOAD, header)
                .instrument(2)
                .price(19_000);

        assertThat(said()).isEqualTo("delisting of instrument 2 at 19,000 ticks");
    }

    @Test
    void cancelsSayOfWhat() {
        final OrdersCancelEncoder cancel = new OrdersCancelEncoder().wrapAndApplyHeader(buffer, PAYLOAD, header);
        cancel.account(7).instrument(0).sides(OrderSides.BOTH);
        assertThat(said()).isEqualTo("cancellation of all orders");
        cancel.instrument(3).sides(OrderSides.SELL);
        assertThat(said()).isEqualTo("cancellation of all orders of instrument 3 that sell");
        cancel.instrument(0).sides(OrderSides.BUY);
        assertThat(said()).isEqualTo("cancellation of all orders that buy");
    }

    @Test
    void aBasketListsItsOrders() {
        final BasketPlaceEncoder basket = new BasketPlaceEncoder().wrapAndApplyHeader(buffer, PAYLOAD, header);
        final BasketPlaceEncoder.OrdersEncoder orders = basket.account(7).ordersCount(2);
        orders.next().order(11).side(Side.BUY).lots(1).instrument(3).limitPrice(20_000);
        orders.next().order(12).side(Side.SELL).lots(5).instrument(4).limitPrice(100);

        assertThat(said())
                .isEqualTo("basket of 2 orders: 11 to buy 1 lot of instrument 3 at 20,000 ticks,"
                        + " 12 to sell 5 lots of instrument 4 at 100 ticks");
    }

    @Test
    void anOrderWithoutALimitIsAtMarket() {
        final BasketPlaceEncoder basket = new BasketPlaceEncoder().wrapAndApplyHeader(buffer, PAYLOAD, header);
        final BasketPlaceEncoder.OrdersEncoder orders = basket.account(7).ordersCount(1);
        orders.next().order(11).side(Side.BUY).lots(1).instrument(3).limitPrice(Long.MIN_VALUE);

        assertThat(said()).isEqualTo("basket of 1 order: 11 to buy 1 lot of instrument 3 at market");
    }

    @Test
    void quotesSayBothSides() {
        final QuotesReplaceEncoder replace = new QuotesReplaceEncoder().wrapAndApplyHeader(buffer, PAYLOAD, header);
        final QuotesReplaceEncoder.QuotesEncoder quotes = replace.account(7).quotesCount(2);
        quotes.next().bidOrder(11).bidLots(1).bidPrice(100);
        quotes.askOrder(12).askLots(5).askPrice(101).instrument(3);
        quotes.next().bidLots(0).askLots(0).instrument(4);

        assertThat(said())
                .isEqualTo("quotes in 2 instruments: instrument 3 bid 1 lot at 100 ticks ask 5 lots at 101 ticks,"
                        + " instrument 4 bid none ask none");
    }

    @Test
    void whatBecomesOfOrdersWithoutASessionIsSaid() {
        new CancelOnDisconnectEncoder()
                .wrapAndApplyHeader(buffer, PAYLOAD, header)
                .active(Flag.YES);
        assertThat(said()).isEqualTo("orders of source 0 go when its session is gone");
        new SourceDisconnectedEncoder()
                .wrapAndApplyHeader(buffer, PAYLOAD, header)
                .absent(3);
        assertThat(said()).isEqualTo("cancellation of the orders of source 3, whose session is gone");
    }

    @Test
    void whatHasNoWordsOfItsOwnIsNamed() {
        new TickEncoder().wrapAndApplyHeader(buffer, PAYLOAD, header);

        assertThat(said()).isEqualTo("Tick of source 0");
    }

    private String said() {
        return text.of(new RecordView().wrap(buffer, 0));
    }
}
