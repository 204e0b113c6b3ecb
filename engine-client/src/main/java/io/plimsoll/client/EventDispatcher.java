package io.plimsoll.client;

import io.plimsoll.sbe.AlarmDecoder;
import io.plimsoll.sbe.BalanceChangedDecoder;
import io.plimsoll.sbe.CancelOnDisconnectChangedDecoder;
import io.plimsoll.sbe.CheckpointTakenDecoder;
import io.plimsoll.sbe.CommandCompletedDecoder;
import io.plimsoll.sbe.CreditLineChangedDecoder;
import io.plimsoll.sbe.DefinitionInForceDecoder;
import io.plimsoll.sbe.DocumentInForceDecoder;
import io.plimsoll.sbe.FeeScheduleAssignedDecoder;
import io.plimsoll.sbe.FundingPaidDecoder;
import io.plimsoll.sbe.FundingRateSetDecoder;
import io.plimsoll.sbe.InstrumentSettledDecoder;
import io.plimsoll.sbe.InterestPaidDecoder;
import io.plimsoll.sbe.LedgerMovedDecoder;
import io.plimsoll.sbe.LiquidationRequestedDecoder;
import io.plimsoll.sbe.MarginCallDecoder;
import io.plimsoll.sbe.MarketStatusChangedDecoder;
import io.plimsoll.sbe.MessageHeaderDecoder;
import io.plimsoll.sbe.ModeChangedDecoder;
import io.plimsoll.sbe.ModelChangedDecoder;
import io.plimsoll.sbe.NoNewRiskDecoder;
import io.plimsoll.sbe.OrderChangedDecoder;
import io.plimsoll.sbe.OrderRefusedDecoder;
import io.plimsoll.sbe.OrdersRefusedDecoder;
import io.plimsoll.sbe.ParameterInForceDecoder;
import io.plimsoll.sbe.PocketOpenedDecoder;
import io.plimsoll.sbe.PositionChangedDecoder;
import io.plimsoll.sbe.PositionSettledDecoder;
import io.plimsoll.sbe.RaisePhasedInDecoder;
import io.plimsoll.sbe.RowsReplacedDecoder;
import io.plimsoll.sbe.StatusChangedDecoder;
import io.plimsoll.sbe.TradingChangedDecoder;
import io.plimsoll.sbe.VolatilityFixedDecoder;
import io.plimsoll.sbe.WithdrawalLimitedDecoder;
import io.plimsoll.sbe.WithdrawalReleasedDecoder;
import io.plimsoll.sbe.WithdrawalSettledDecoder;
import org.agrona.DirectBuffer;

/** Lays the right decoder over an event and calls the one method of the handler that belongs to it. */
final class EventDispatcher {
    private final ClientHandler handler;
    private final MessageHeaderDecoder header = new MessageHeaderDecoder();
    private final CommandCompletedDecoder completed = new CommandCompletedDecoder();
    private final PositionChangedDecoder position = new PositionChangedDecoder();
    private final BalanceChangedDecoder balance = new BalanceChangedDecoder();
    private final OrderChangedDecoder order = new OrderChangedDecoder();
    private final OrderRefusedDecoder refused = new OrderRefusedDecoder();
    private final OrdersRefusedDecoder refusedTogether = new OrdersRefusedDecoder();
    private final CancelOnDisconnectChangedDecoder bound = new CancelOnDisconnectChangedDecoder();
    private final DefinitionInForceDecoder definition = new DefinitionInForceDecoder();
    private final StatusChangedDecoder status = new StatusChangedDecoder();
    private final NoNewRiskDecoder noNewRisk = new NoNewRiskDecoder();
    private final MarginCallDecoder marginCall = new MarginCallDecoder();
    private final LiquidationRequestedDecoder liquidation = new LiquidationRequestedDecoder();
    private final WithdrawalReleasedDecoder withdrawal = new WithdrawalReleasedDecoder();
    private final WithdrawalSettledDecoder withdrawalSettled = new WithdrawalSettledDecoder();
    private final WithdrawalLimitedDecoder withdrawalLimited = new WithdrawalLimitedDecoder();
    private final InterestPaidDecoder interestPaid = new InterestPaidDecoder();
    private final FeeScheduleAssignedDecoder feesAssigned = new FeeScheduleAssignedDecoder();
    private final CreditLineChangedDecoder creditLine = new CreditLineChangedDecoder();
    private final LedgerMovedDecoder ledgerMoved = new LedgerMovedDecoder();
    private final ParameterInForceDecoder parameter = new ParameterInForceDecoder();
    private final MarketStatusChangedDecoder market = new MarketStatusChangedDecoder();
    private final ModeChangedDecoder modeChanged = new ModeChangedDecoder();
    private final ModelChangedDecoder modelChanged = new ModelChangedDecoder();
    private final RaisePhasedInDecoder raisePhasedIn = new RaisePhasedInDecoder();
    private final PocketOpenedDecoder pocketOpened = new PocketOpenedDecoder();
    private final TradingChangedDecoder trading = new TradingChangedDecoder();
    private final AlarmDecoder alarm = new AlarmDecoder();
    private final CheckpointTakenDecoder checkpoint = new CheckpointTakenDecoder();
    private final DocumentInForceDecoder document = new DocumentInForceDecoder();
    private final VolatilityFixedDecoder volatility = new VolatilityFixedDecoder();
    private final RowsReplacedDecoder rows = new RowsReplacedDecoder();
    private final FundingRateSetDecoder fundingRate = new FundingRateSetDecoder();
    private final FundingPaidDecoder fundingPaid = new FundingPaidDecoder();
    private final InstrumentSettledDecoder instrumentSettled = new InstrumentSettledDecoder();
    private final PositionSettledDecoder positionSettled = new PositionSettledDecoder();

    EventDispatcher(final ClientHandler handler) {
        this.handler = handler;
    }

    /** The decoder of the completion that was dispatched last. */
    CommandCompletedDecoder completion() {
        return completed;
    }

    /** Dispatches one event; answers its message id. */
    int dispatch(final EventInfo info, final DirectBuffer buffer, final int offset, final int length) {
        header.wrap(buffer, offset);
        final int templateId = header.templateId();
        if (templateId < StatusChangedDecoder.TEMPLATE_ID) {
            dispatchAccountEvent(templateId, info, buffer, offset, length);
        } else if (templateId < WithdrawalReleasedDecoder.TEMPLATE_ID) {
            dispatchMarginEvent(templateId, info, buffer, offset, length);
        } else if (templateId < DocumentInForceDecoder.TEMPLATE_ID) {
            dispatchOtherEvent(templateId, info, buffer, offset, length);
        } else {
            dispatchRiskEvent(templateId, info, buffer, offset, length);
        }
        return templateId;
    }

    private void dispatchAccountEvent(
            final int templateId, final EventInfo info, final DirectBuffer buffer, final int offset, final int length) {
        switch (templateId) {
            case CommandCompletedDecoder.TEMPLATE_ID ->
                handler.onCompletion(info, completed.wrapAndApplyHeader(buffer, offset, header));
            case PositionChangedDecoder.TEMPLATE_ID ->
                handler.onPositionChanged(info, position.wrapAndApplyHeader(buffer, offset, header));
            case BalanceChangedDecoder.TEMPLATE_ID ->
                handler.onBalanceChanged(info, balance.wrapAndApplyHeader(buffer, offset, header));
            case OrderChangedDecoder.TEMPLATE_ID ->
                handler.onOrderChanged(info, order.wrapAndApplyHeader(buffer, offset, header));
            case OrderRefusedDecoder.TEMPLATE_ID ->
                handler.onOrderRefused(info, refused.wrapAndApplyHeader(buffer, offset, header));
            case OrdersRefusedDecoder.TEMPLATE_ID ->
                handler.onOrdersRefused(info, refusedTogether.wrapAndApplyHeader(buffer, offset, header));
            case FundingPaidDecoder.TEMPLATE_ID ->
                handler.onFundingPaid(info, fundingPaid.wrapAndApplyHeader(buffer, offset, header));
            case PositionSettledDecoder.TEMPLATE_ID ->
                handler.onPositionSettled(info, positionSettled.wrapAndApplyHeader(buffer, offset, header));
            case DefinitionInForceDecoder.TEMPLATE_ID ->
                handler.onDefinitionInForce(info, definition.wrapAndApplyHeader(buffer, offset, header));
            default -> handler.onUnknownEvent(info, templateId, buffer, offset, length);
        }
    }

    private void dispatchMarginEvent(
            final int templateId, final EventInfo info, final DirectBuffer buffer, final int offset, final int length) {
        switch (templateId) {
            case StatusChangedDecoder.TEMPLATE_ID ->
                handler.onStatusChanged(info, status.wrapAndApplyHeader(buffer, offset, header));
            case NoNewRiskDecoder.TEMPLATE_ID ->
                handler.onNoNewRisk(info, noNewRisk.wrapAndApplyHeader(buffer, offset, header));
            case MarginCallDecoder.TEMPLATE_ID ->
                handler.onMarginCall(info, marginCall.wrapAndApplyHeader(buffer, offset, header));
            case LiquidationRequestedDecoder.TEMPLATE_ID ->
                handler.onLiquidationRequested(info, liquidation.wrapAndApplyHeader(buffer, offset, header));
            case ModeChangedDecoder.TEMPLATE_ID ->
                handler.onModeChanged(info, modeChanged.wrapAndApplyHeader(buffer, offset, header));
            case PocketOpenedDecoder.TEMPLATE_ID ->
                handler.onPocketOpened(info, pocketOpened.wrapAndApplyHeader(buffer, offset, header));
            default -> handler.onUnknownEvent(info, templateId, buffer, offset, length);
        }
    }

    private void dispatchOtherEvent(
            final int templateId, final EventInfo info, final DirectBuffer buffer, final int offset, final int length) {
        switch (templateId) {
            case WithdrawalReleasedDecoder.TEMPLATE_ID ->
                handler.onWithdrawalReleased(info, withdrawal.wrapAndApplyHeader(buffer, offset, header));
            case WithdrawalSettledDecoder.TEMPLATE_ID ->
                handler.onWithdrawalSettled(info, withdrawalSettled.wrapAndApplyHeader(buffer, offset, header));
            case InterestPaidDecoder.TEMPLATE_ID ->
                handler.onInterestPaid(info, interestPaid.wrapAndApplyHeader(buffer, offset, header));
            case CreditLineChangedDecoder.TEMPLATE_ID ->
                handler.onCreditLineChanged(info, creditLine.wrapAndApplyHeader(buffer, offset, header));
            case LedgerMovedDecoder.TEMPLATE_ID ->
                handler.onLedgerMoved(info, ledgerMoved.wrapAndApplyHeader(buffer, offset, header));
            case FeeScheduleAssignedDecoder.TEMPLATE_ID ->
                handler.onFeeScheduleAssigned(info, feesAssigned.wrapAndApplyHeader(buffer, offset, header));
            case WithdrawalLimitedDecoder.TEMPLATE_ID ->
                handler.onWithdrawalLimited(info, withdrawalLimited.wrapAndApplyHeader(buffer, offset, header));
            case ParameterInForceDecoder.TEMPLATE_ID ->
                handler.onParameterInForce(info, parameter.wrapAndApplyHeader(buffer, offset, header));
            case CancelOnDisconnectChangedDecoder.TEMPLATE_ID ->
                handler.onCancelOnDisconnectChanged(info, bound.wrapAndApplyHeader(buffer, offset, header));
            case MarketStatusChangedDecoder.TEMPLATE_ID ->
                handler.onMarketStatusChanged(info, market.wrapAndApplyHeader(buffer, offset, header));
            case FundingRateSetDecoder.TEMPLATE_ID ->
                handler.onFundingRateSet(info, fundingRate.wrapAndApplyHeader(buffer, offset, header));
            case InstrumentSettledDecoder.TEMPLATE_ID ->
                handler.onInstrumentSettled(info, instrumentSettled.wrapAndApplyHeader(buffer, offset, header));
            case TradingChangedDecoder.TEMPLATE_ID ->
                handler.onTradingChanged(info, trading.wrapAndApplyHeader(buffer, offset, header));
            case ModelChangedDecoder.TEMPLATE_ID ->
                handler.onModelChanged(info, modelChanged.wrapAndApplyHeader(buffer, offset, header));
            case RaisePhasedInDecoder.TEMPLATE_ID ->
                handler.onRaisePhasedIn(info, raisePhasedIn.wrapAndApplyHeader(buffer, offset, header));
            case AlarmDecoder.TEMPLATE_ID -> handler.onAlarm(info, alarm.wrapAndApplyHeader(buffer, offset, header));
            case CheckpointTakenDecoder.TEMPLATE_ID ->
                handler.onCheckpointTaken(info, checkpoint.wrapAndApplyHeader(buffer, offset, header));
            default -> handler.onUnknownEvent(info, templateId, buffer, offset, length);
        }
    }

    private void dispatchRiskEvent(
            final int templateId, final EventInfo info, final DirectBuffer buffer, final int offset, final int length) {
        switch (templateId) {
            case DocumentInForceDecoder.TEMPLATE_ID ->
                handler.onDocumentInForce(info, document.wrapAndApplyHeader(buffer, offset, header));
            case VolatilityFixedDecoder.TEMPLATE_ID ->
                handler.onVolatilityFixed(info, volatility.wrapAndApplyHeader(buffer, offset, header));
            case RowsReplacedDecoder.TEMPLATE_ID ->
                handler.onRowsReplaced(info, rows.wrapAndApplyHeader(buffer, offset, header));
            default -> handler.onUnknownEvent(info, templateId, buffer, offset, length);
        }
    }
}
