package io.plimsoll.client;

import io.plimsoll.sbe.BasketPlaceEncoder;
import io.plimsoll.sbe.Flag;
import io.plimsoll.sbe.QuotesReplaceEncoder;
import io.plimsoll.sbe.Side;

/** Writes commands that hold several orders. */
final class BasketEncoders {
    private final CommandSender sender;
    private final BasketPlaceEncoder place = new BasketPlaceEncoder();
    private final QuotesReplaceEncoder replace = new QuotesReplaceEncoder();

    BasketEncoders(final CommandSender sender) {
        this.sender = sender;
    }

    Result place(final long account, final Basket basket) {
        final Result ready = sender.ready();
        if (ready != Result.SENT) {
            return ready;
        }
        if (basket == null || basket.count == 0) {
            return Result.INVALID;
        }
        place.wrapAndApplyHeader(sender.buffer(), sender.offset(), sender.header())
                .sourceSequence(sender.sourceSequence())
                .source(sender.source())
                .account(account)
                .goodTill(sender.goodTill());
        final BasketPlaceEncoder.OrdersEncoder orders = place.ordersCount(basket.count);
        for (int i = 0; i < basket.count; i++) {
            if (basket.sides[i] != Side.BUY && basket.sides[i] != Side.SELL) {
                return Result.INVALID;
            }
            orders.next()
                    .order(basket.orders[i])
                    .lots(basket.lots[i])
                    .limitPrice(basket.limits[i])
                    .instrument(basket.instruments[i])
                    .side(basket.sides[i])
                    .reduceOnly(basket.reduceOnly[i] ? Flag.YES : Flag.NO);
        }
        return sender.send(place.encodedLength());
    }

    Result replaceQuotes(final long account, final QuoteSet quotes) {
        final Result ready = sender.ready();
        if (ready != Result.SENT) {
            return ready;
        }
        if (quotes == null || quotes.count == 0) {
            return Result.INVALID;
        }
        replace.wrapAndApplyHeader(sender.buffer(), sender.offset(), sender.header())
                .sourceSequence(sender.sourceSequence())
                .source(sender.source())
                .account(account)
                .goodTill(sender.goodTill());
        final QuotesReplaceEncoder.QuotesEncoder entries = replace.quotesCount(quotes.count);
        for (int i = 0; i < quotes.count; i++) {
            entries.next()
                    .bidOrder(quotes.bidOrders[i])
                    .bidLots(quotes.bidLots[i])
                    .bidPrice(quotes.bidPrices[i])
                    .askOrder(quotes.askOrders[i])
                    .askLots(quotes.askLots[i])
                    .askPrice(quotes.askPrices[i])
                    .instrument(quotes.instruments[i]);
        }
        return sender.send(replace.encodedLength());
    }
}
