package io.plimsoll.core.wire;

import io.plimsoll.core.account.Account;
import io.plimsoll.core.account.Group;
import io.plimsoll.core.engine.OrderAnswer;
import io.plimsoll.core.engine.OrderCheck;
import io.plimsoll.core.engine.OrderEvents;
import io.plimsoll.core.engine.OrderState;
import io.plimsoll.core.engine.RejectReason;
import io.plimsoll.core.engine.Source;
import io.plimsoll.core.instrument.Instrument;
import io.plimsoll.sbe.CancelOnDisconnectChangedEncoder;
import io.plimsoll.sbe.Flag;
import io.plimsoll.sbe.OrderChangedEncoder;
import io.plimsoll.sbe.OrderRefusedEncoder;
import io.plimsoll.sbe.OrdersRefusedEncoder;
import io.plimsoll.sbe.TradingChangedEncoder;

/** Encodes what the engine says of orders. */
final class OrderEventEncoder implements OrderEvents {
    private final EventFrame frame;
    private final OrderChangedEncoder orderChanged = new OrderChangedEncoder();
    private final OrderRefusedEncoder orderRefused = new OrderRefusedEncoder();
    private final OrdersRefusedEncoder ordersRefused = new OrdersRefusedEncoder();
    private final CancelOnDisconnectChangedEncoder cancelOnDisconnect = new CancelOnDisconnectChangedEncoder();
    private final TradingChangedEncoder trading = new TradingChangedEncoder();

    OrderEventEncoder(final EventFrame frame) {
        this.frame = frame;
    }

    @Override
    public void onOrderChanged(
            final Account account,
            final long order,
            final Instrument instrument,
            final long remaining,
            final long limit,
            final OrderState state,
            final RejectReason reason) {
        orderChanged(account, order, instrument, remaining, limit, state)
                .freeMarginBefore(0)
                .freeMarginAfter(0)
                .check(frame.enums().orderCheck(OrderCheck.NONE))
                .reason(frame.enums().reason(reason));
        frame.emit(orderChanged.encodedLength(), 0);
    }

    @Override
    public void onOrderAccepted(
            final Account account,
            final long order,
            final Instrument instrument,
            final long lots,
            final long limit,
            final OrderAnswer answer) {
        orderChanged(account, order, instrument, lots, limit, OrderState.OPEN)
                .freeMarginBefore(answer.freeMarginBefore())
                .freeMarginAfter(answer.freeMarginAfter())
                .check(frame.enums().orderCheck(answer.check()))
                .reason(frame.enums().reason(RejectReason.NONE));
        frame.emit(orderChanged.encodedLength(), 0);
    }

    private OrderChangedEncoder orderChanged(
            final Account account,
            final long order,
            final Instrument instrument,
            final long remaining,
            final long limit,
            final OrderState state) {
        return orderChanged
                .wrapAndApplyHeader(frame.buffer(), 0, frame.header())
                .account(account.id())
                .order(order)
                .remaining(remaining)
                .limitPrice(limit)
                .instrument(instrument.id())
                .state(frame.enums().orderState(state));
    }

    @Override
    public void onOrderRefused(
            final Account account, final long order, final Instrument instrument, final OrderAnswer answer) {
        orderRefused
                .wrapAndApplyHeader(frame.buffer(), 0, frame.header())
                .account(account.id())
                .order(order)
                .freeMarginBefore(answer.freeMarginBefore())
                .freeMarginAfter(answer.freeMarginAfter())
                .largestLots(answer.largestLots())
                .instrument(instrument.id())
                .scenario(answer.scenario());
        frame.emit(orderRefused.encodedLength(), 0);
    }

    @Override
    public void onOrdersRefused(
            final Account account, final int entry, final long order, final int instrument, final OrderAnswer answer) {
        ordersRefused
                .wrapAndApplyHeader(frame.buffer(), 0, frame.header())
                .account(account.id())
                .order(order)
                .freeMarginBefore(answer.freeMarginBefore())
                .freeMarginAfter(answer.freeMarginAfter())
                .instrument(instrument)
                .entry(entry)
                .scenario(answer.scenario())
                .largestPpm(answer.largestPpm());
        frame.emit(ordersRefused.encodedLength(), 0);
    }

    @Override
    public void onCancelOnDisconnectChanged(final Source source, final int cancelled) {
        cancelOnDisconnect
                .wrapAndApplyHeader(frame.buffer(), 0, frame.header())
                .boundSource(source.id())
                .cancelled(cancelled)
                .active(source.isBinding() ? Flag.YES : Flag.NO);
        frame.emit(cancelOnDisconnect.encodedLength(), 0);
    }

    @Override
    public void onTradingChanged(final Account account, final boolean stopped) {
        tradingChanged(account.id(), 0, stopped);
    }

    @Override
    public void onTradingChanged(final Group group, final boolean stopped) {
        tradingChanged(0, group.id(), stopped);
    }

    private void tradingChanged(final long account, final long group, final boolean stopped) {
        trading.wrapAndApplyHeader(frame.buffer(), 0, frame.header())
                .account(account)
                .group(group)
                .stopped(stopped ? Flag.YES : Flag.NO);
        frame.emit(trading.encodedLength(), 0);
    }
}
