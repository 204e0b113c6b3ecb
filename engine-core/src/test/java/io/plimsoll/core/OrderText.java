package io.plimsoll.core;

import io.plimsoll.sbe.BasketPlaceEncoder;
import io.plimsoll.sbe.CancelOnDisconnectEncoder;
import io.plimsoll.sbe.Flag;
import io.plimsoll.sbe.OrderAmendEncoder;
import io.plimsoll.sbe.OrderCancelEncoder;
import io.plimsoll.sbe.OrderPlaceEncoder;
import io.plimsoll.sbe.OrderSides;
import io.plimsoll.sbe.OrdersCancelEncoder;
import io.plimsoll.sbe.QuotesReplaceEncoder;
import io.plimsoll.sbe.Side;
import io.plimsoll.sbe.SourceDisconnectedEncoder;
import io.plimsoll.sbe.TradeEncoder;
import io.plimsoll.sbe.TradingResumeEncoder;
import io.plimsoll.sbe.TradingStopEncoder;
import java.util.Map;
import java.util.stream.Stream;
import org.agrona.concurrent.UnsafeBuffer;

/** Orders and trades from short lines. */
final class OrderText extends FieldText {
    OrderText(final UnsafeBuffer buffer, final Map<String, String> fields) {
        super(buffer, fields);
    }

    int order(final String name) {
        return switch (name) {
            case "OrderPlace" ->
                new OrderPlaceEncoder()
                        .wrapAndApplyHeader(buffer, 0, header)
                        .instrument(integer("instrument", 1))
                        .account(number("account"))
                        .order(number("order"))
                        .lots(number("lots"))
                        .limitPrice(limit(word("limit", "0")))
                        .side(Side.valueOf(word("side", "BUY")))
                        .reduceOnly(Flag.valueOf(word("reduceOnly", "NO")))
                        .goodTill(number("goodTill"))
                        .encodedLength();
            case "OrderAmend" ->
                new OrderAmendEncoder()
                        .wrapAndApplyHeader(buffer, 0, header)
                        .account(number("account"))
                        .order(number("order"))
                        .lots(number("lots"))
                        .limitPrice(number("limit"))
                        .goodTill(number("goodTill"))
                        .encodedLength();
            default ->
                new OrderCancelEncoder()
                        .wrapAndApplyHeader(buffer, 0, header)
                        .account(number("account"))
                        .order(number("order"))
                        .encodedLength();
        };
    }

    int trading(final String name) {
        if ("OrdersCancel".equals(name)) {
            final OrdersCancelEncoder cancel = new OrdersCancelEncoder().wrapAndApplyHeader(buffer, 0, header);
            cancel.account(number("account")).instrument(integer("instrument"));
            return cancel.sides(OrderSides.valueOf(word("sides", "BOTH"))).encodedLength();
        }
        if ("TradingStop".equals(name)) {
            final TradingStopEncoder stop = new TradingStopEncoder().wrapAndApplyHeader(buffer, 0, header);
            return stop.account(number("account")).group(number("group")).encodedLength();
        }
        final TradingResumeEncoder resume = new TradingResumeEncoder().wrapAndApplyHeader(buffer, 0, header);
        return resume.account(number("account")).group(number("group")).encodedLength();
    }

    /** Ticks, or {@code MARKET}. */
    private static long limit(final String text) {
        return text.equals("MARKET") ? OrderPlaceEncoder.limitPriceNullValue() : Long.parseLong(text);
    }

    /** {@code orders=1:BUY:5@20000:1,2:SELL:5@19000:3:REDUCE}: id, side, lots, limit, instrument. */
    int basket() {
        final String[] entries = split(word("orders", ""));
        final BasketPlaceEncoder basket =
                new BasketPlaceEncoder().wrapAndApplyHeader(buffer, 0, header).account(number("account"));
        basket.goodTill(number("goodTill"));
        final BasketPlaceEncoder.OrdersEncoder group = basket.ordersCount(entries.length);
        for (final String entry : entries) {
            final String[] parts = entry.split("[:@]");
            group.next()
                    .order(Long.parseLong(parts[0]))
                    .lots(Long.parseLong(parts[2]))
                    .limitPrice(limit(parts[3]))
                    .instrument(Integer.parseInt(parts[4]))
                    .side(Side.valueOf(parts[1]))
                    .reduceOnly(parts.length > 5 ? Flag.YES : Flag.NO);
        }
        return basket.encodedLength();
    }

    /** {@code quotes=1/11:5@19990/12:5@20010}: instrument, then id, lots, limit of bid and of ask; {@code 1/-/-}: none. */
    int quotes() {
        final String[] entries = split(word("quotes", ""));
        final QuotesReplaceEncoder replace =
                new QuotesReplaceEncoder().wrapAndApplyHeader(buffer, 0, header).account(number("account"));
        replace.goodTill(number("goodTill"));
        final QuotesReplaceEncoder.QuotesEncoder group = replace.quotesCount(entries.length);
        for (final String entry : entries) {
            final String[] parts = entry.split("/");
            final long[] bid = side(parts[1]);
            final long[] ask = side(parts[2]);
            group.next().instrument(Integer.parseInt(parts[0]));
            group.bidOrder(bid[0]).bidLots(bid[1]).bidPrice(bid[2]);
            group.askOrder(ask[0]).askLots(ask[1]).askPrice(ask[2]);
        }
        return replace.encodedLength();
    }

    private static long[] side(final String text) {
        return text.equals("-")
                ? new long[3]
                : Stream.of(text.split("[:@]")).mapToLong(Long::parseLong).toArray();
    }

    int session(final String name) {
        return name.equals("SourceDisconnected")
                ? new SourceDisconnectedEncoder()
                        .wrapAndApplyHeader(buffer, 0, header)
                        .absent(integer("absent"))
                        .encodedLength()
                : new CancelOnDisconnectEncoder()
                        .wrapAndApplyHeader(buffer, 0, header)
                        .active(Flag.valueOf(word("active", "YES")))
                        .encodedLength();
    }

    private static String[] split(final String list) {
        return list.isEmpty() ? new String[0] : list.split(",");
    }

    private long fee(final String name) {
        return "SCHEDULE".equals(word(name, "")) ? TradeEncoder.buyFeeNullValue() : number(name);
    }

    int trade() {
        return new TradeEncoder()
                .wrapAndApplyHeader(buffer, 0, header)
                .instrument(integer("instrument", 1))
                .tradeId(number("id"))
                .price(number("price"))
                .lots(number("lots"))
                .buyAccount(number("buy"))
                .sellAccount(number("sell"))
                .buyOrder(number("buyOrder"))
                .sellOrder(number("sellOrder"))
                .buyFee(fee("buyFee"))
                .sellFee(fee("sellFee"))
                .takerSide(Side.valueOf(word("taker", "BUY")))
                .encodedLength();
    }
}
