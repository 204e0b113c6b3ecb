package io.plimsoll.client;

import io.plimsoll.sbe.AlarmDecoder;
import io.plimsoll.sbe.BalanceChangedDecoder;
import io.plimsoll.sbe.CancelOnDisconnectChangedDecoder;
import io.plimsoll.sbe.CheckpointTakenDecoder;
import io.plimsoll.sbe.CommandCompletedDecoder;
import io.plimsoll.sbe.ConnectResult;
import io.plimsoll.sbe.CreditLineChangedDecoder;
import io.plimsoll.sbe.DefinitionInForceDecoder;
import io.plimsoll.sbe.DocumentInForceDecoder;
import io.plimsoll.sbe.FeeScheduleAssignedDecoder;
import io.plimsoll.sbe.FrameVerdict;
import io.plimsoll.sbe.FundingPaidDecoder;
import io.plimsoll.sbe.FundingRateSetDecoder;
import io.plimsoll.sbe.InstrumentSettledDecoder;
import io.plimsoll.sbe.InterestPaidDecoder;
import io.plimsoll.sbe.LedgerMovedDecoder;
import io.plimsoll.sbe.LiquidationRequestedDecoder;
import io.plimsoll.sbe.MarginCallDecoder;
import io.plimsoll.sbe.MarketStatusChangedDecoder;
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

/**
 * Hears what the engine says. Every method has a default that does nothing, is called on the owner's thread during
 * {@link PlimsollClient#poll()} and must not block. Arguments are views of the message: read what is needed, keep no
 * reference.
 *
 * <p>Every client hears the events of all commands, not only of its own; {@link EventInfo#source()} tells whose command it
 * was. An event is delivered once, in the order of the journal, over every reconnect. Events that wait for the disk
 * ({@link EventInfo#durable()}) come in an order of their own, possibly after events of later commands.
 */
public interface ClientHandler {
    /**
     * A session is open; commands can be sent.
     *
     * @param epoch of the running engine.
     * @param nextSourceSequence number that the engine expects of this source next.
     */
    default void onConnected(final long epoch, final long nextSourceSequence) {}

    /**
     * The session ended. The client connects again by itself.
     *
     * @param reason why.
     */
    default void onDisconnected(final DisconnectReason reason) {}

    /**
     * The engine refused a session. The client asks again by itself.
     *
     * @param result why.
     */
    default void onRefused(final ConnectResult result) {}

    /**
     * A loss of power took what this client had already seen, or commands that it saw completed. What it learned after
     * {@code sequence} did not happen. The client goes on with new numbers from {@code nextSourceSequence}; compare with
     * your own records and send again what is missing.
     *
     * @param sequence last command that both share.
     * @param nextSourceSequence number of the next command of this source.
     * @param framesDropped unanswered commands that the client could not send again because earlier ones are gone.
     */
    default void onRolledBack(final long sequence, final long nextSourceSequence, final int framesDropped) {}

    /**
     * A command was refused before it reached the engine. With {@code BACK_PRESSURE} and {@code ENGINE_STOPPED} the
     * client keeps it and sends it again by itself. With any other verdict it and all commands sent after it are dropped:
     * none of them took a source sequence, and the next command gets this number again.
     *
     * @param sourceSequence number of the command; 0: unreadable.
     * @param templateId message id of the command; 0: unreadable.
     * @param verdict why.
     */
    default void onFrameReject(final long sourceSequence, final int templateId, final FrameVerdict verdict) {}

    /**
     * A command was answered; always its last event.
     *
     * @param info identity.
     * @param completion accepted, or rejected for one reason.
     */
    default void onCompletion(final EventInfo info, final CommandCompletedDecoder completion) {}

    /**
     * A position changed.
     *
     * @param info identity.
     * @param event the position after a trade.
     */
    default void onPositionChanged(final EventInfo info, final PositionChangedDecoder event) {}

    /**
     * A balance changed.
     *
     * @param info identity.
     * @param event the balance after a movement.
     */
    default void onBalanceChanged(final EventInfo info, final BalanceChangedDecoder event) {}

    /**
     * An order changed.
     *
     * @param info identity.
     * @param event the order afterwards; of one that was placed or amended, free margin before and after; of one that the engine took
     *     away of its own accord, why.
     */
    default void onOrderChanged(final EventInfo info, final OrderChangedDecoder event) {}

    /**
     * The account cannot bear an order. Its completion follows with the reason.
     *
     * @param info identity.
     * @param event free margin, the scenario that decides, and the largest size that would pass.
     */
    default void onOrderRefused(final EventInfo info, final OrderRefusedDecoder event) {}

    /**
     * The orders of a command that holds several were refused together. Its completion follows with the reason.
     *
     * @param info identity.
     * @param event which of them broke a rule; where none did, free margin, the scenario that decides, and the share that would pass.
     */
    default void onOrdersRefused(final EventInfo info, final OrdersRefusedDecoder event) {}

    /**
     * Orders that a source places are bound to its session from now on, or are not.
     *
     * @param info identity.
     * @param event which source, and how many orders were cancelled because it is gone.
     */
    default void onCancelOnDisconnectChanged(final EventInfo info, final CancelOnDisconnectChangedDecoder event) {}

    /**
     * Something was defined.
     *
     * @param info identity.
     * @param event what.
     */
    default void onDefinitionInForce(final EventInfo info, final DefinitionInForceDecoder event) {}

    /**
     * An account moved on the status ladder.
     *
     * @param info identity.
     * @param event from where to where, with the figures.
     */
    default void onStatusChanged(final EventInfo info, final StatusChangedDecoder event) {}

    /**
     * An account may only reduce.
     *
     * @param info identity.
     * @param event account and shortfall.
     */
    default void onNoNewRisk(final EventInfo info, final NoNewRiskDecoder event) {}

    /**
     * An account's owner is asked for collateral.
     *
     * @param info identity.
     * @param event account and shortfall.
     */
    default void onMarginCall(final EventInfo info, final MarginCallDecoder event) {}

    /**
     * An account is to be closed out.
     *
     * @param info identity.
     * @param event account, margin and positions.
     */
    default void onLiquidationRequested(final EventInfo info, final LiquidationRequestedDecoder event) {}

    /**
     * Money may leave; only once the command is forced to disk.
     *
     * @param info identity.
     * @param event account and amount.
     */
    default void onWithdrawalReleased(final EventInfo info, final WithdrawalReleasedDecoder event) {}

    /**
     * A withdrawal was paid, or the money is back on its account.
     *
     * @param info identity.
     * @param event the withdrawal and what became of it.
     */
    default void onWithdrawalSettled(final EventInfo info, final WithdrawalSettledDecoder event) {}

    /**
     * Interest of a debt was booked.
     *
     * @param info identity.
     * @param event who paid how much on what.
     */
    default void onInterestPaid(final EventInfo info, final InterestPaidDecoder event) {}

    /**
     * An account or a group has another schedule of fees.
     *
     * @param info identity.
     * @param event who has which.
     */
    default void onFeeScheduleAssigned(final EventInfo info, final FeeScheduleAssignedDecoder event) {}

    /**
     * An account has another credit line.
     *
     * @param info identity.
     * @param event what it was and is.
     */
    default void onCreditLineChanged(final EventInfo info, final CreditLineChangedDecoder event) {}

    /**
     * Money of the house moved between two of its ledgers.
     *
     * @param info identity.
     * @param event how much from where to where.
     */
    default void onLedgerMoved(final EventInfo info, final LedgerMovedDecoder event) {}

    /**
     * A withdrawal is refused because of a limit for 24 hours; the completion with the reason follows.
     *
     * @param info identity.
     * @param event what may go now, and from when on the amount fits.
     */
    default void onWithdrawalLimited(final EventInfo info, final WithdrawalLimitedDecoder event) {}

    /**
     * A parameter has a new value.
     *
     * @param info identity.
     * @param event old and new value.
     */
    default void onParameterInForce(final EventInfo info, final ParameterInForceDecoder event) {}

    /**
     * A market was halted, made cancel-only or opened.
     *
     * @param info identity.
     * @param event market and status.
     */
    default void onMarketStatusChanged(final EventInfo info, final MarketStatusChangedDecoder event) {}

    /**
     * Trading of an account or of a whole group was stopped or goes on.
     *
     * @param info identity.
     * @param event account or group, and whether it is stopped.
     */
    default void onTradingChanged(final EventInfo info, final TradingChangedDecoder event) {}

    /**
     * The requirement of an account is formed in another way from now on.
     *
     * @param info of the event.
     * @param event says how, and what is required now.
     */
    default void onModeChanged(final EventInfo info, final ModeChangedDecoder event) {}

    /**
     * An account has another margin model from now on.
     *
     * @param info of the event.
     * @param event says which, and what is required now.
     */
    default void onModelChanged(final EventInfo info, final ModelChangedDecoder event) {}

    /**
     * More is asked of an account as maintenance margin, and comes to count bit by bit; its initial margin is raised at once.
     *
     * @param info of the event.
     * @param event says what counts now, and what will have come to count when.
     */
    default void onRaisePhasedIn(final EventInfo info, final RaisePhasedInDecoder event) {}

    /**
     * An isolated pocket was opened.
     *
     * @param info of the event.
     * @param event says of which account, for which instrument.
     */
    default void onPocketOpened(final EventInfo info, final PocketOpenedDecoder event) {}

    /**
     * Something an operator must look at.
     *
     * @param info identity.
     * @param event what happened.
     */
    default void onAlarm(final EventInfo info, final AlarmDecoder event) {}

    /**
     * The state hash at a sequence.
     *
     * @param info identity.
     * @param event hash and counts.
     */
    default void onCheckpointTaken(final EventInfo info, final CheckpointTakenDecoder event) {}

    /**
     * A scenario set, margin model or surface is used from now on.
     *
     * @param info identity.
     * @param event kind, version and hash.
     */
    default void onDocumentInForce(final EventInfo info, final DocumentInForceDecoder event) {}

    /**
     * The volatility that joint scenarios use has moved.
     *
     * @param info identity.
     * @param event underlying, before and after.
     */
    default void onVolatilityFixed(final EventInfo info, final VolatilityFixedDecoder event) {}

    /**
     * The rows of all instruments of an underlying were switched over to new ones.
     *
     * @param info identity.
     * @param event underlying and how many have a row.
     */
    default void onRowsReplaced(final EventInfo info, final RowsReplacedDecoder event) {}

    /**
     * An interval of funding ended; or, with funding all the time, a premium came.
     *
     * @param info identity.
     * @param event instrument, premium, rate and index.
     */
    default void onFundingRateSet(final EventInfo info, final FundingRateSetDecoder event) {}

    /**
     * Funding of a position was booked.
     *
     * @param info identity.
     * @param event account, instrument and amount.
     */
    default void onFundingPaid(final EventInfo info, final FundingPaidDecoder event) {}

    /**
     * The settlement price of an instrument is known: its orders are cancelled and its positions settled from now on.
     *
     * @param info identity.
     * @param event instrument, price and what a lot is worth.
     */
    default void onInstrumentSettled(final EventInfo info, final InstrumentSettledDecoder event) {}

    /**
     * A position was settled and is gone.
     *
     * @param info identity.
     * @param event account, instrument, lots and what was paid.
     */
    default void onPositionSettled(final EventInfo info, final PositionSettledDecoder event) {}

    /**
     * An event that this client's schema does not know: the engine is newer.
     *
     * @param info identity.
     * @param templateId message id.
     * @param buffer that holds the message.
     * @param offset of its SBE header.
     * @param length of header and body.
     */
    default void onUnknownEvent(
            final EventInfo info,
            final int templateId,
            final DirectBuffer buffer,
            final int offset,
            final int length) {}
}
