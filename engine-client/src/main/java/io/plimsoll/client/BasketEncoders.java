package io.plimsoll.client;

import io.plimsoll.sbe.BasketPlaceEncoder;
import io.plimsoll.sbe.Flag;
import io.plimsoll.sbe.Side;

/** Writes commands that hold several orders. */
final class BasketEncoders {
    private final CommandSender sender;
    private final BasketPlaceEncoder place = new BasketPlaceEncoder();

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
                .account(account);
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
}
