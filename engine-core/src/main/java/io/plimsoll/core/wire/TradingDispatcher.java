package io.plimsoll.core.wire;

import io.plimsoll.core.engine.BasketOrders;
import io.plimsoll.core.engine.EngineFault;
import io.plimsoll.core.engine.QuoteLines;
import io.plimsoll.core.engine.RejectReason;
import io.plimsoll.core.engine.TradingCommands;
import io.plimsoll.sbe.BasketPlaceDecoder;
import io.plimsoll.sbe.CancelOnDisconnectDecoder;
import io.plimsoll.sbe.Flag;
import io.plimsoll.sbe.MessageHeaderDecoder;
import io.plimsoll.sbe.OrderAmendDecoder;
import io.plimsoll.sbe.OrderCancelDecoder;
import io.plimsoll.sbe.OrderPlaceDecoder;
import io.plimsoll.sbe.OrderSides;
import io.plimsoll.sbe.OrdersCancelDecoder;
import io.plimsoll.sbe.QuotesReplaceDecoder;
import io.plimsoll.sbe.Side;
import io.plimsoll.sbe.SourceDisconnectedDecoder;
import io.plimsoll.sbe.TradingResumeDecoder;
import io.plimsoll.sbe.TradingStopDecoder;
import org.agrona.DirectBuffer;

/** Decodes the commands about orders and about the kill switch. */
final class TradingDispatcher {
    private final TradingCommands trading;
    private final OrderPlaceDecoder place = new OrderPlaceDecoder();
    private final BasketPlaceDecoder basketPlace = new BasketPlaceDecoder();
    private final BasketOrders basket = new BasketOrders();
    private final QuotesReplaceDecoder quotesReplace = new QuotesReplaceDecoder();
    private final QuoteLines quotes = new QuoteLines();
    private final OrderAmendDecoder amend = new OrderAmendDecoder();
    private final OrderCancelDecoder cancel = new OrderCancelDecoder();
    private final OrdersCancelDecoder cancelMany = new OrdersCancelDecoder();
    private final CancelOnDisconnectDecoder cancelOnDisconnect = new CancelOnDisconnectDecoder();
    private final SourceDisconnectedDecoder disconnected = new SourceDisconnectedDecoder();
    private final TradingStopDecoder stop = new TradingStopDecoder();
    private final TradingResumeDecoder resume = new TradingResumeDecoder();

    TradingDispatcher(final TradingCommands trading) {
        this.trading = trading;
    }

    RejectReason apply(
            final int template, final DirectBuffer frame, final int offset, final MessageHeaderDecoder header) {
        return switch (template) {
            case OrderPlaceDecoder.TEMPLATE_ID -> onOrderPlace(frame, offset, header);
            case OrderAmendDecoder.TEMPLATE_ID -> {
                amend.wrapAndApplyHeader(frame, offset, header);
                final RejectReason late = trading.onDeadline(amend.goodTill());
                yield late != RejectReason.NONE
                        ? late
                        : trading.onOrderAmend(amend.account(), amend.order(), amend.lots(), amend.limitPrice());
            }
            case BasketPlaceDecoder.TEMPLATE_ID -> onBasketPlace(frame, offset, header);
            case QuotesReplaceDecoder.TEMPLATE_ID -> onQuotesReplace(frame, offset, header);
            case OrderCancelDecoder.TEMPLATE_ID -> {
                cancel.wrapAndApplyHeader(frame, offset, header);
                yield trading.onOrderCancel(cancel.account(), cancel.order());
            }
            case OrdersCancelDecoder.TEMPLATE_ID -> {
                cancelMany.wrapAndApplyHeader(frame, offset, header);
                yield trading.onOrdersCancel(cancelMany.account(), cancelMany.instrument(), sign(cancelMany.sides()));
            }
            case CancelOnDisconnectDecoder.TEMPLATE_ID -> {
                cancelOnDisconnect.wrapAndApplyHeader(frame, offset, header);
                yield trading.onCancelOnDisconnect(cancelOnDisconnect.active() == Flag.YES);
            }
            case SourceDisconnectedDecoder.TEMPLATE_ID -> {
                disconnected.wrapAndApplyHeader(frame, offset, header);
                yield trading.onSourceDisconnected(disconnected.absent());
            }
            case TradingStopDecoder.TEMPLATE_ID -> {
                stop.wrapAndApplyHeader(frame, offset, header);
                yield trading.onStop(stop.account(), stop.group());
            }
            case TradingResumeDecoder.TEMPLATE_ID -> {
                resume.wrapAndApplyHeader(frame, offset, header);
                yield trading.onResume(resume.account(), resume.group());
            }
            default -> throw new EngineFault("message " + template + " is not about orders or the kill switch");
        };
    }

    private RejectReason onOrderPlace(final DirectBuffer frame, final int offset, final MessageHeaderDecoder header) {
        place.wrapAndApplyHeader(frame, offset, header);
        final RejectReason late = trading.onDeadline(place.goodTill());
        if (late != RejectReason.NONE) {
            return late;
        }
        final long lots = place.lots();
        if (lots < 0) {
            return RejectReason.LOTS_OUT_OF_RANGE;
        }
        return trading.onOrderPlace(
                place.account(),
                place.instrument(),
                place.order(),
                place.side() == Side.BUY ? lots : -lots,
                place.limitPrice(),
                place.reduceOnly() == Flag.YES);
    }

    private RejectReason onBasketPlace(final DirectBuffer frame, final int offset, final MessageHeaderDecoder header) {
        basketPlace.wrapAndApplyHeader(frame, offset, header);
        final RejectReason late = trading.onDeadline(basketPlace.goodTill());
        if (late != RejectReason.NONE) {
            return late;
        }
        basket.clear();
        for (final BasketPlaceDecoder.OrdersDecoder order : basketPlace.orders()) {
            final long lots = sizeOf(order.lots());
            basket.add(
                    order.order(),
                    order.instrument(),
                    order.side() == Side.BUY ? lots : -lots,
                    order.limitPrice(),
                    order.reduceOnly() == Flag.YES);
        }
        return trading.onBasketPlace(basketPlace.account(), basket);
    }

    private RejectReason onQuotesReplace(
            final DirectBuffer frame, final int offset, final MessageHeaderDecoder header) {
        quotesReplace.wrapAndApplyHeader(frame, offset, header);
        final RejectReason late = trading.onDeadline(quotesReplace.goodTill());
        if (late != RejectReason.NONE) {
            return late;
        }
        quotes.clear();
        for (final QuotesReplaceDecoder.QuotesDecoder quote : quotesReplace.quotes()) {
            quotes.add(quote.instrument());
            quotes.side(true, quote.bidOrder(), quote.bidLots(), quote.bidPrice());
            quotes.side(false, quote.askOrder(), quote.askLots(), quote.askPrice());
        }
        return trading.onQuotesReplace(quotesReplace.account(), quotes);
    }

    /** A negative size is none: no order has it, whichever its side. */
    private static long sizeOf(final long lots) {
        return Math.max(0, lots);
    }

    private static int sign(final OrderSides sides) {
        return switch (sides) {
            case BUY -> 1;
            case SELL -> -1;
            default -> TradingCommands.BOTH_SIDES;
        };
    }
}
