package io.plimsoll.core.wire;

import io.plimsoll.core.engine.MarginEngine;
import io.plimsoll.core.engine.RejectReason;
import io.plimsoll.core.engine.TradeFill;
import io.plimsoll.sbe.AdvanceTimeDecoder;
import io.plimsoll.sbe.BasketPlaceDecoder;
import io.plimsoll.sbe.CancelOnDisconnectDecoder;
import io.plimsoll.sbe.CheckpointDecoder;
import io.plimsoll.sbe.ContinueDecoder;
import io.plimsoll.sbe.DefineClaimDecoder;
import io.plimsoll.sbe.DefineDocumentPartDecoder;
import io.plimsoll.sbe.DefineFundingDecoder;
import io.plimsoll.sbe.DepositDecoder;
import io.plimsoll.sbe.IndexPriceDecoder;
import io.plimsoll.sbe.InstrumentDelistDecoder;
import io.plimsoll.sbe.MarkPriceDecoder;
import io.plimsoll.sbe.MarketHaltDecoder;
import io.plimsoll.sbe.MarketResumeDecoder;
import io.plimsoll.sbe.MessageHeaderDecoder;
import io.plimsoll.sbe.ModeChangeDecoder;
import io.plimsoll.sbe.ModelChangeDecoder;
import io.plimsoll.sbe.OrderAmendDecoder;
import io.plimsoll.sbe.OrderCancelDecoder;
import io.plimsoll.sbe.OrderPlaceDecoder;
import io.plimsoll.sbe.OrdersCancelDecoder;
import io.plimsoll.sbe.ParameterChangeDecoder;
import io.plimsoll.sbe.PocketOpenDecoder;
import io.plimsoll.sbe.PremiumSampleDecoder;
import io.plimsoll.sbe.QuotesReplaceDecoder;
import io.plimsoll.sbe.RedemptionRateDecoder;
import io.plimsoll.sbe.RevalueDecoder;
import io.plimsoll.sbe.Side;
import io.plimsoll.sbe.SourceDisconnectedDecoder;
import io.plimsoll.sbe.SurfacePartDecoder;
import io.plimsoll.sbe.TickDecoder;
import io.plimsoll.sbe.TradeDecoder;
import io.plimsoll.sbe.TradingResumeDecoder;
import io.plimsoll.sbe.TradingStopDecoder;
import io.plimsoll.sbe.TransferDecoder;
import io.plimsoll.sbe.VolatilityFixDecoder;
import io.plimsoll.sbe.WithdrawalRequestDecoder;
import io.plimsoll.sbe.WithdrawalSettleDecoder;
import org.agrona.DirectBuffer;

/**
 * Decodes a command and makes the one engine call that belongs to it; what the engine says is encoded into events. One
 * thread.
 */
public final class CommandDispatcher {
    private final MarginEngine engine;
    private final EventEncoder events;
    private final MessageHeaderDecoder header = new MessageHeaderDecoder();
    private final DefinitionDispatcher definitions;
    private final RiskDispatcher risk;
    private final ClaimDispatcher claims;
    private final LifecycleDispatcher lifecycle;
    private final TradingDispatcher trading;
    private final MoneyDispatcher money;
    private final AccountDispatcher accounts;
    private final IndexPriceDecoder indexPrice = new IndexPriceDecoder();
    private final MarkPriceDecoder markPrice = new MarkPriceDecoder();
    private final TradeDecoder trade = new TradeDecoder();
    private final TradeFill fill = new TradeFill();
    private final AdvanceTimeDecoder advanceTime = new AdvanceTimeDecoder();
    private final ParameterChangeDecoder parameterChange = new ParameterChangeDecoder();

    /**
     * Joins an engine to where its events go from now on.
     *
     * @param engine to call.
     * @param sink for the events.
     */
    public CommandDispatcher(final MarginEngine engine, final EventSink sink) {
        this.engine = engine;
        this.events = new EventEncoder(sink);
        this.definitions = new DefinitionDispatcher(engine);
        this.risk = new RiskDispatcher(engine.risk());
        this.claims = new ClaimDispatcher(engine.claims());
        this.lifecycle = new LifecycleDispatcher(engine.lifecycle());
        this.accounts = new AccountDispatcher(engine.accounts());
        this.money = new MoneyDispatcher(engine.money(), engine.withdrawals());
        this.trading = new TradingDispatcher(engine.trading());
        engine.events(events);
    }

    /**
     * Applies one sequenced command. Frames that {@link FrameCheck} refuses must never come here.
     *
     * @param sequence one above that of the last command.
     * @param timeNs not before that of the last command.
     * @param frame buffer with SBE header and body.
     * @param offset of the SBE header.
     * @param length of header and body.
     * @throws io.plimsoll.core.engine.EngineFault when an invariant does not hold; the engine must not be used any more.
     */
    public void onCommand(
            final long sequence, final long timeNs, final DirectBuffer frame, final int offset, final int length) {
        header.wrap(frame, offset);
        final int template = header.templateId();
        events.begin();
        final boolean apply = engine.begin(
                sequence,
                timeNs,
                template,
                CommandFrames.source(frame, offset),
                CommandFrames.sourceSequence(frame, offset));
        if (apply) {
            engine.complete(engine.isAllowed() ? apply(template, frame, offset) : RejectReason.NOT_ALLOWED);
        }
    }

    private RejectReason apply(final int template, final DirectBuffer frame, final int offset) {
        return switch (template) {
            case ModeChangeDecoder.TEMPLATE_ID, ModelChangeDecoder.TEMPLATE_ID, PocketOpenDecoder.TEMPLATE_ID ->
                accounts.apply(template, frame, offset, header);
            case DepositDecoder.TEMPLATE_ID,
                    WithdrawalRequestDecoder.TEMPLATE_ID,
                    WithdrawalSettleDecoder.TEMPLATE_ID,
                    TransferDecoder.TEMPLATE_ID -> money.apply(template, frame, offset, header);
            case IndexPriceDecoder.TEMPLATE_ID -> onIndexPrice(frame, offset);
            case DefineClaimDecoder.TEMPLATE_ID, RedemptionRateDecoder.TEMPLATE_ID ->
                claims.apply(template, frame, offset, header);
            case MarkPriceDecoder.TEMPLATE_ID -> onMarkPrice(frame, offset);
            case TradeDecoder.TEMPLATE_ID -> onTrade(frame, offset);
            case AdvanceTimeDecoder.TEMPLATE_ID -> onAdvanceTime(frame, offset);
            case TickDecoder.TEMPLATE_ID -> engine.onTick();
            case ParameterChangeDecoder.TEMPLATE_ID -> onParameterChange(frame, offset);
            case CheckpointDecoder.TEMPLATE_ID -> engine.onCheckpoint();
            case MarketHaltDecoder.TEMPLATE_ID,
                    MarketResumeDecoder.TEMPLATE_ID,
                    InstrumentDelistDecoder.TEMPLATE_ID,
                    DefineFundingDecoder.TEMPLATE_ID,
                    PremiumSampleDecoder.TEMPLATE_ID -> lifecycle.apply(template, frame, offset, header);
            case DefineDocumentPartDecoder.TEMPLATE_ID,
                    SurfacePartDecoder.TEMPLATE_ID,
                    VolatilityFixDecoder.TEMPLATE_ID,
                    RevalueDecoder.TEMPLATE_ID,
                    ContinueDecoder.TEMPLATE_ID -> risk.apply(template, frame, offset, header);
            case OrderPlaceDecoder.TEMPLATE_ID,
                    BasketPlaceDecoder.TEMPLATE_ID,
                    QuotesReplaceDecoder.TEMPLATE_ID,
                    CancelOnDisconnectDecoder.TEMPLATE_ID,
                    SourceDisconnectedDecoder.TEMPLATE_ID,
                    OrderAmendDecoder.TEMPLATE_ID,
                    OrderCancelDecoder.TEMPLATE_ID,
                    OrdersCancelDecoder.TEMPLATE_ID,
                    TradingStopDecoder.TEMPLATE_ID,
                    TradingResumeDecoder.TEMPLATE_ID -> trading.apply(template, frame, offset, header);
            default -> definitions.apply(template, frame, offset, header);
        };
    }

    private RejectReason onIndexPrice(final DirectBuffer frame, final int offset) {
        indexPrice.wrapAndApplyHeader(frame, offset, header);
        return engine.onIndexPrice(indexPrice.asset(), indexPrice.price());
    }

    private RejectReason onMarkPrice(final DirectBuffer frame, final int offset) {
        markPrice.wrapAndApplyHeader(frame, offset, header);
        return engine.onMarkPrice(markPrice.instrument(), markPrice.price());
    }

    private RejectReason onTrade(final DirectBuffer frame, final int offset) {
        trade.wrapAndApplyHeader(frame, offset, header);
        fill.what(trade.instrument(), trade.tradeId(), trade.price(), trade.lots())
                .buyer(trade.buyAccount(), trade.buyOrder(), trade.buyFee())
                .seller(trade.sellAccount(), trade.sellOrder(), trade.sellFee())
                .taker(trade.takerSide() == Side.BUY);
        return engine.onTrade(fill);
    }

    private RejectReason onAdvanceTime(final DirectBuffer frame, final int offset) {
        advanceTime.wrapAndApplyHeader(frame, offset, header);
        return engine.onAdvanceTime(advanceTime.timeNs());
    }

    private RejectReason onParameterChange(final DirectBuffer frame, final int offset) {
        parameterChange.wrapAndApplyHeader(frame, offset, header);
        return engine.onParameterChange(
                parameterChange.parameterRaw(), parameterChange.scope(), parameterChange.value());
    }
}
