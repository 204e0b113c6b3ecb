package io.plimsoll.cli.view;

import io.plimsoll.cli.output.Texts;
import io.plimsoll.journal.RecordView;
import io.plimsoll.sbe.BasketPlaceDecoder;
import io.plimsoll.sbe.CancelOnDisconnectDecoder;
import io.plimsoll.sbe.Flag;
import io.plimsoll.sbe.MessageHeaderDecoder;
import io.plimsoll.sbe.QuotesReplaceDecoder;
import io.plimsoll.sbe.SourceDisconnectedDecoder;
import java.util.Locale;

/** Says in a few words what a command with several orders is. */
final class OrderCommandText {
    private final MessageHeaderDecoder header = new MessageHeaderDecoder();
    private final Definitions definitions;

    OrderCommandText(final Definitions definitions) {
        this.definitions = definitions;
    }

    String basket(final RecordView command) {
        final BasketPlaceDecoder basket =
                new BasketPlaceDecoder().wrapAndApplyHeader(command.buffer(), command.payloadOffset(), header);
        final BasketPlaceDecoder.OrdersDecoder orders = basket.orders();
        final StringBuilder text = new StringBuilder("basket of ").append(count(orders.count(), "order"));
        char mark = ':';
        for (final BasketPlaceDecoder.OrdersDecoder order : orders) {
            text.append(mark)
                    .append(' ')
                    .append(order.order())
                    .append(" to ")
                    .append(order.side().name().toLowerCase(Locale.ROOT))
                    .append(' ')
                    .append(CommandText.lots(order.lots()))
                    .append(" of ")
                    .append(definitions.instrument(order.instrument()))
                    .append(" at ")
                    .append(CommandText.limit(order.limitPrice()));
            mark = ',';
        }
        return text.toString();
    }

    String quotes(final RecordView command) {
        final QuotesReplaceDecoder replace =
                new QuotesReplaceDecoder().wrapAndApplyHeader(command.buffer(), command.payloadOffset(), header);
        final QuotesReplaceDecoder.QuotesDecoder quotes = replace.quotes();
        final StringBuilder text = new StringBuilder("quotes in ").append(count(quotes.count(), "instrument"));
        char mark = ':';
        for (final QuotesReplaceDecoder.QuotesDecoder quote : quotes) {
            text.append(mark)
                    .append(' ')
                    .append(definitions.instrument(quote.instrument()))
                    .append(side(" bid ", quote.bidLots(), quote.bidPrice()))
                    .append(side(" ask ", quote.askLots(), quote.askPrice()));
            mark = ',';
        }
        return text.toString();
    }

    String bind(final RecordView command) {
        final CancelOnDisconnectDecoder asks =
                new CancelOnDisconnectDecoder().wrapAndApplyHeader(command.buffer(), command.payloadOffset(), header);
        return "orders of source " + command.source()
                + (asks.active() == Flag.YES ? " go when its session is gone" : " stay when its session is gone");
    }

    String gone(final RecordView command) {
        final SourceDisconnectedDecoder gone =
                new SourceDisconnectedDecoder().wrapAndApplyHeader(command.buffer(), command.payloadOffset(), header);
        return "cancellation of the orders of source " + gone.absent() + ", whose session is gone";
    }

    private static String side(final String name, final long lots, final long limit) {
        return name + (lots == 0 ? "none" : CommandText.lots(lots) + " at " + CommandText.ticks(limit));
    }

    private static String count(final int number, final String what) {
        return Texts.count(number) + ' ' + what + (number == 1 ? "" : "s");
    }
}
