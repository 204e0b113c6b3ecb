package io.plimsoll.core.wire;

import io.plimsoll.core.engine.EngineFault;
import io.plimsoll.core.engine.RejectReason;
import io.plimsoll.core.engine.TradingCommands;
import io.plimsoll.sbe.MessageHeaderDecoder;
import io.plimsoll.sbe.OrderCancelDecoder;
import io.plimsoll.sbe.OrderSides;
import io.plimsoll.sbe.OrdersCancelDecoder;
import io.plimsoll.sbe.TradingResumeDecoder;
import io.plimsoll.sbe.TradingStopDecoder;
import org.agrona.DirectBuffer;

/** Decodes the commands that cancel orders, and about the kill switch. */
final class TradingDispatcher {
    private final TradingCommands trading;
    private final OrderCancelDecoder cancel = new OrderCancelDecoder();
    private final OrdersCancelDecoder cancelMany = new OrdersCancelDecoder();
    private final TradingStopDecoder stop = new TradingStopDecoder();
    private final TradingResumeDecoder resume = new TradingResumeDecoder();

    TradingDispatcher(final TradingCommands trading) {
        this.trading = trading;
    }

    RejectReason apply(
            final int template, final DirectBuffer frame, final int offset, final MessageHeaderDecoder header) {
        return switch (template) {
            case OrderCancelDecoder.TEMPLATE_ID -> {
                cancel.wrapAndApplyHeader(frame, offset, header);
                yield trading.onOrderCancel(cancel.account(), cancel.order());
            }
            case OrdersCancelDecoder.TEMPLATE_ID -> {
                cancelMany.wrapAndApplyHeader(frame, offset, header);
                yield trading.onOrdersCancel(cancelMany.account(), cancelMany.instrument(), sign(cancelMany.sides()));
            }
            case TradingStopDecoder.TEMPLATE_ID -> {
                stop.wrapAndApplyHeader(frame, offset, header);
                yield trading.onStop(stop.account(), stop.group());
            }
            case TradingResumeDecoder.TEMPLATE_ID -> {
                resume.wrapAndApplyHeader(frame, offset, header);
                yield trading.onResume(resume.account(), resume.group());
            }
            default ->
                throw new EngineFault("message " + template + " is not about cancelling orders or the kill switch");
        };
    }

    private static int sign(final OrderSides sides) {
        return switch (sides) {
            case BUY -> 1;
            case SELL -> -1;
            default -> TradingCommands.BOTH_SIDES;
        };
    }
}
