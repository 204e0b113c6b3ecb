package io.plimsoll.client;

import io.plimsoll.sbe.CancelOnDisconnectEncoder;
import io.plimsoll.sbe.Flag;
import io.plimsoll.sbe.OrderAmendEncoder;
import io.plimsoll.sbe.OrderCancelEncoder;
import io.plimsoll.sbe.OrderPlaceEncoder;
import io.plimsoll.sbe.OrderSides;
import io.plimsoll.sbe.OrdersCancelEncoder;
import io.plimsoll.sbe.Side;
import io.plimsoll.sbe.TradeEncoder;
import io.plimsoll.sbe.TradingResumeEncoder;
import io.plimsoll.sbe.TradingStopEncoder;

/** Writes trades, orders and the kill switch. */
final class TradingEncoders {
    private final CommandSender sender;
    private final TradeEncoder trade = new TradeEncoder();
    private final OrderPlaceEncoder place = new OrderPlaceEncoder();
    private final OrderAmendEncoder amend = new OrderAmendEncoder();
    private final OrderCancelEncoder cancel = new OrderCancelEncoder();
    private final OrdersCancelEncoder cancelMany = new OrdersCancelEncoder();
    private final CancelOnDisconnectEncoder cancelOnDisconnect = new CancelOnDisconnectEncoder();
    private final TradingStopEncoder stop = new TradingStopEncoder();
    private final TradingResumeEncoder resume = new TradingResumeEncoder();

    TradingEncoders(final CommandSender sender) {
        this.sender = sender;
    }

    Result trade(final TradeReport report) {
        final Result ready = sender.ready();
        if (ready != Result.SENT) {
            return ready;
        }
        if (report == null || !isSide(report.takerSide)) {
            return Result.INVALID;
        }
        trade.wrapAndApplyHeader(sender.buffer(), sender.offset(), sender.header())
                .sourceSequence(sender.sourceSequence())
                .source(sender.source())
                .instrument(report.instrument)
                .tradeId(report.tradeId)
                .price(report.price)
                .lots(report.lots)
                .buyAccount(report.buyAccount)
                .sellAccount(report.sellAccount)
                .buyOrder(report.buyOrder)
                .sellOrder(report.sellOrder)
                .buyFee(report.buyFee)
                .sellFee(report.sellFee)
                .takerSide(report.takerSide);
        return sender.send(trade.encodedLength());
    }

    Result place(
            final int instrument,
            final long account,
            final long order,
            final Side side,
            final long lots,
            final long limitTicks,
            final boolean reduceOnly) {
        final Result ready = sender.ready();
        if (ready != Result.SENT) {
            return ready;
        }
        if (!isSide(side)) {
            return Result.INVALID;
        }
        place.wrapAndApplyHeader(sender.buffer(), sender.offset(), sender.header())
                .sourceSequence(sender.sourceSequence())
                .source(sender.source())
                .instrument(instrument)
                .account(account)
                .order(order)
                .lots(lots)
                .limitPrice(limitTicks)
                .side(side)
                .reduceOnly(reduceOnly ? Flag.YES : Flag.NO)
                .goodTill(sender.goodTill());
        return sender.send(place.encodedLength());
    }

    Result amend(final long account, final long order, final long lots, final long limitTicks) {
        final Result ready = sender.ready();
        if (ready != Result.SENT) {
            return ready;
        }
        amend.wrapAndApplyHeader(sender.buffer(), sender.offset(), sender.header())
                .sourceSequence(sender.sourceSequence())
                .source(sender.source())
                .account(account)
                .order(order)
                .lots(lots)
                .limitPrice(limitTicks)
                .goodTill(sender.goodTill());
        return sender.send(amend.encodedLength());
    }

    Result cancel(final long account, final long order) {
        final Result ready = sender.ready();
        if (ready != Result.SENT) {
            return ready;
        }
        cancel.wrapAndApplyHeader(sender.buffer(), sender.offset(), sender.header())
                .sourceSequence(sender.sourceSequence())
                .source(sender.source())
                .account(account)
                .order(order);
        return sender.send(cancel.encodedLength());
    }

    Result cancelMany(final long account, final int instrument, final OrderSides sides) {
        final Result ready = sender.ready();
        if (ready != Result.SENT) {
            return ready;
        }
        if (sides == null || sides == OrderSides.NULL_VAL) {
            return Result.INVALID;
        }
        cancelMany
                .wrapAndApplyHeader(sender.buffer(), sender.offset(), sender.header())
                .sourceSequence(sender.sourceSequence())
                .source(sender.source())
                .account(account)
                .instrument(instrument)
                .sides(sides);
        return sender.send(cancelMany.encodedLength());
    }

    Result cancelOnDisconnect(final boolean active) {
        final Result ready = sender.ready();
        if (ready != Result.SENT) {
            return ready;
        }
        cancelOnDisconnect
                .wrapAndApplyHeader(sender.buffer(), sender.offset(), sender.header())
                .sourceSequence(sender.sourceSequence())
                .source(sender.source())
                .active(active ? Flag.YES : Flag.NO);
        return sender.send(cancelOnDisconnect.encodedLength());
    }

    /** One of the two is 0. */
    Result stop(final long account, final long group) {
        final Result ready = sender.ready();
        if (ready != Result.SENT) {
            return ready;
        }
        stop.wrapAndApplyHeader(sender.buffer(), sender.offset(), sender.header())
                .sourceSequence(sender.sourceSequence())
                .source(sender.source())
                .account(account)
                .group(group);
        return sender.send(stop.encodedLength());
    }

    /** One of the two is 0. */
    Result resume(final long account, final long group) {
        final Result ready = sender.ready();
        if (ready != Result.SENT) {
            return ready;
        }
        resume.wrapAndApplyHeader(sender.buffer(), sender.offset(), sender.header())
                .sourceSequence(sender.sourceSequence())
                .source(sender.source())
                .account(account)
                .group(group);
        return sender.send(resume.encodedLength());
    }

    private static boolean isSide(final Side side) {
        return side == Side.BUY || side == Side.SELL;
    }
}
