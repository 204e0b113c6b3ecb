package io.plimsoll.core.wire;

import io.plimsoll.core.account.Account;
import io.plimsoll.core.account.Group;
import io.plimsoll.core.account.MarginStatus;
import io.plimsoll.core.account.Positions;
import io.plimsoll.core.engine.AlarmCode;
import io.plimsoll.core.engine.BalanceReason;
import io.plimsoll.core.engine.Definition;
import io.plimsoll.core.engine.DocumentKind;
import io.plimsoll.core.engine.OrderState;
import io.plimsoll.core.engine.ParameterId;
import io.plimsoll.core.engine.RejectReason;
import io.plimsoll.core.engine.RiskEvents;
import io.plimsoll.core.instrument.Asset;
import io.plimsoll.core.instrument.Instrument;
import io.plimsoll.core.margin.MarginAssessment;
import io.plimsoll.core.market.FundingBook;
import io.plimsoll.core.market.MarketStatus;
import io.plimsoll.core.market.PriceBook;
import io.plimsoll.core.market.SettlementBook;
import io.plimsoll.sbe.AlarmEncoder;
import io.plimsoll.sbe.BalanceChangedEncoder;
import io.plimsoll.sbe.CheckpointTakenEncoder;
import io.plimsoll.sbe.CommandCompletedEncoder;
import io.plimsoll.sbe.DefinitionInForceEncoder;
import io.plimsoll.sbe.DocumentInForceEncoder;
import io.plimsoll.sbe.Flag;
import io.plimsoll.sbe.FundingPaidEncoder;
import io.plimsoll.sbe.FundingRateSetEncoder;
import io.plimsoll.sbe.InstrumentSettledEncoder;
import io.plimsoll.sbe.LiquidationRequestedEncoder;
import io.plimsoll.sbe.MarginCallEncoder;
import io.plimsoll.sbe.MarketStatusChangedEncoder;
import io.plimsoll.sbe.MessageHeaderEncoder;
import io.plimsoll.sbe.NoNewRiskEncoder;
import io.plimsoll.sbe.OrderChangedEncoder;
import io.plimsoll.sbe.ParameterInForceEncoder;
import io.plimsoll.sbe.PositionChangedEncoder;
import io.plimsoll.sbe.PositionSettledEncoder;
import io.plimsoll.sbe.RowsReplacedEncoder;
import io.plimsoll.sbe.StatusChangedEncoder;
import io.plimsoll.sbe.TradingChangedEncoder;
import io.plimsoll.sbe.VolatilityFixedEncoder;
import io.plimsoll.sbe.WithdrawalReleasedEncoder;
import org.agrona.concurrent.UnsafeBuffer;

/** Encodes what the engine says, event by event, and hands it on with its number and flags. */
public final class EventEncoder implements RiskEvents {
    /** Longest event, header included: a liquidation request of an account with the most positions allowed. */
    public static final int EVENT_LENGTH_MAX = 4096;

    private final EventSink sink;
    private final SchemaEnums enums = new SchemaEnums();
    private final UnsafeBuffer buffer = new UnsafeBuffer(new byte[EVENT_LENGTH_MAX]);
    private final MessageHeaderEncoder header = new MessageHeaderEncoder();
    private final CommandCompletedEncoder completed = new CommandCompletedEncoder();
    private final DefinitionInForceEncoder defined = new DefinitionInForceEncoder();
    private final BalanceChangedEncoder balanceChanged = new BalanceChangedEncoder();
    private final PositionChangedEncoder positionChanged = new PositionChangedEncoder();
    private final OrderChangedEncoder orderChanged = new OrderChangedEncoder();
    private final StatusChangedEncoder statusChanged = new StatusChangedEncoder();
    private final NoNewRiskEncoder noNewRisk = new NoNewRiskEncoder();
    private final MarginCallEncoder marginCall = new MarginCallEncoder();
    private final LiquidationRequestedEncoder liquidation = new LiquidationRequestedEncoder();
    private final WithdrawalReleasedEncoder withdrawal = new WithdrawalReleasedEncoder();
    private final ParameterInForceEncoder parameterInForce = new ParameterInForceEncoder();
    private final MarketStatusChangedEncoder marketStatus = new MarketStatusChangedEncoder();
    private final TradingChangedEncoder trading = new TradingChangedEncoder();
    private final AlarmEncoder alarm = new AlarmEncoder();
    private final CheckpointTakenEncoder checkpoint = new CheckpointTakenEncoder();
    private final DocumentInForceEncoder document = new DocumentInForceEncoder();
    private final VolatilityFixedEncoder volatility = new VolatilityFixedEncoder();
    private final RowsReplacedEncoder rows = new RowsReplacedEncoder();
    private final FundingRateSetEncoder fundingRate = new FundingRateSetEncoder();
    private final FundingPaidEncoder fundingPaid = new FundingPaidEncoder();
    private final InstrumentSettledEncoder instrumentSettled = new InstrumentSettledEncoder();
    private final PositionSettledEncoder positionSettled = new PositionSettledEncoder();
    private int nextIndex;

    EventEncoder(final EventSink sink) {
        this.sink = sink;
    }

    /** Starts the events of a command. */
    void begin() {
        nextIndex = 0;
    }

    private void emit(final int bodyLength, final int flags) {
        sink.onEvent(nextIndex++, flags, buffer, 0, MessageHeaderEncoder.ENCODED_LENGTH + bodyLength);
    }

    @Override
    public void onCompleted(
            final int templateId,
            final int source,
            final long sourceSequence,
            final long originalSequence,
            final RejectReason reason,
            final long detail) {
        completed
                .wrapAndApplyHeader(buffer, 0, header)
                .sourceSequence(sourceSequence)
                .source(source)
                .templateId(templateId)
                .originalSequence(originalSequence)
                .detail(detail)
                .reason(enums.reason(reason));
        final int durable = CommandFrames.isAdministrative(templateId) ? EventSink.DURABLE_STREAM : 0;
        emit(completed.encodedLength(), EventSink.LAST_OF_COMMAND | durable);
    }

    @Override
    public void onDefined(final Definition definition, final long id) {
        defined.wrapAndApplyHeader(buffer, 0, header).defined(id).definition(enums.definition(definition));
        emit(defined.encodedLength(), 0);
    }

    @Override
    public void onBalanceChanged(
            final Account account,
            final Asset asset,
            final long change,
            final long balance,
            final BalanceReason reason) {
        balanceChanged
                .wrapAndApplyHeader(buffer, 0, header)
                .account(account.id())
                .change(change)
                .balance(balance)
                .asset(asset.id())
                .reason(enums.balanceReason(reason));
        emit(balanceChanged.encodedLength(), 0);
    }

    @Override
    public void onPositionChanged(
            final Account account, final Instrument instrument, final long realised, final long tradeId) {
        positionChanged
                .wrapAndApplyHeader(buffer, 0, header)
                .account(account.id())
                .lots(account.positions().lotsOf(instrument))
                .entryCost(account.positions().entryCostOf(instrument))
                .realised(realised)
                .tradeId(tradeId)
                .instrument(instrument.id());
        emit(positionChanged.encodedLength(), 0);
    }

    @Override
    public void onOrderChanged(
            final Account account,
            final long order,
            final Instrument instrument,
            final long remaining,
            final long limit,
            final OrderState state) {
        orderChanged
                .wrapAndApplyHeader(buffer, 0, header)
                .account(account.id())
                .order(order)
                .remaining(remaining)
                .limitPrice(limit)
                .instrument(instrument.id())
                .state(enums.orderState(state));
        emit(orderChanged.encodedLength(), 0);
    }

    @Override
    public void onStatusChanged(final Account account, final MarginStatus from, final MarginAssessment assessment) {
        statusChanged
                .wrapAndApplyHeader(buffer, 0, header)
                .account(account.id())
                .marginEquity(assessment.marginEquity())
                .netAssetValue(assessment.netAssetValue())
                .initialMargin(assessment.initialMargin())
                .maintenanceMargin(assessment.maintenanceMargin())
                .from(enums.marginStatus(from))
                .to(enums.marginStatus(account.status()));
        emit(statusChanged.encodedLength(), 0);
    }

    @Override
    public void onNoNewRisk(final Account account, final MarginAssessment assessment) {
        noNewRisk.wrapAndApplyHeader(buffer, 0, header).account(account.id()).shortfall(-assessment.freeMargin());
        emit(noNewRisk.encodedLength(), 0);
    }

    @Override
    public void onMarginCall(final Account account, final MarginAssessment assessment) {
        marginCall
                .wrapAndApplyHeader(buffer, 0, header)
                .account(account.id())
                .shortfall(-assessment.freeMargin())
                .toLiquidation(assessment.marginEquity() - assessment.maintenanceMargin());
        emit(marginCall.encodedLength(), 0);
    }

    @Override
    public void onLiquidationRequested(
            final Account account, final PriceBook prices, final MarginAssessment assessment) {
        final Positions positions = account.positions();
        final LiquidationRequestedEncoder.PositionsEncoder group = liquidation
                .wrapAndApplyHeader(buffer, 0, header)
                .account(account.id())
                .marginEquity(assessment.marginEquity())
                .maintenanceMargin(assessment.maintenanceMargin())
                .notional(assessment.notional())
                .positionsCount(positions.count());
        for (int i = 0; i < positions.count(); i++) {
            final Instrument instrument = positions.instrumentAt(i);
            group.next()
                    .lots(positions.lotsAt(i))
                    .mark(prices.markTicks(instrument))
                    .entryCost(positions.entryCostAt(i))
                    .instrument(instrument.id());
        }
        emit(liquidation.encodedLength(), 0);
    }

    @Override
    public void onWithdrawalReleased(
            final Account account, final Asset asset, final long amount, final int source, final long sourceSequence) {
        withdrawal
                .wrapAndApplyHeader(buffer, 0, header)
                .account(account.id())
                .amount(amount)
                .requestSource(source)
                .asset(asset.id())
                .requestSourceSequence(sourceSequence);
        emit(withdrawal.encodedLength(), EventSink.DURABLE_STREAM);
    }

    @Override
    public void onParameterInForce(
            final ParameterId parameter, final int scope, final long oldValue, final long value, final int author) {
        parameterInForce
                .wrapAndApplyHeader(buffer, 0, header)
                .oldValue(oldValue)
                .value(value)
                .scope(scope)
                .author(author)
                .parameter(enums.parameter(parameter));
        emit(parameterInForce.encodedLength(), 0);
    }

    @Override
    public void onMarketStatusChanged(final Instrument instrument, final MarketStatus status) {
        marketStatus
                .wrapAndApplyHeader(buffer, 0, header)
                .instrument(instrument.id())
                .status(enums.marketStatus(status));
        emit(marketStatus.encodedLength(), 0);
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
        trading.wrapAndApplyHeader(buffer, 0, header)
                .account(account)
                .group(group)
                .stopped(stopped ? Flag.YES : Flag.NO);
        emit(trading.encodedLength(), 0);
    }

    @Override
    public void onAlarm(
            final AlarmCode code,
            final long account,
            final int instrument,
            final long tradeId,
            final long order,
            final long lots) {
        alarm.wrapAndApplyHeader(buffer, 0, header)
                .account(account)
                .tradeId(tradeId)
                .order(order)
                .lots(lots)
                .instrument(instrument)
                .code(enums.alarm(code));
        emit(alarm.encodedLength(), 0);
    }

    @Override
    public void onDocumentInForce(final DocumentKind kind, final int id, final int version, final long hash) {
        document.wrapAndApplyHeader(buffer, 0, header)
                .hash(hash)
                .document(id)
                .documentVersion(version)
                .kind(enums.documentKind(kind));
        emit(document.encodedLength(), 0);
    }

    @Override
    public void onVolatilityFixed(final Asset underlying, final long filtered, final long before, final long after) {
        volatility
                .wrapAndApplyHeader(buffer, 0, header)
                .filtered(filtered)
                .before(before)
                .after(after)
                .asset(underlying.id());
        emit(volatility.encodedLength(), 0);
    }

    @Override
    public void onRowsReplaced(
            final Asset underlying,
            final long revaluation,
            final long indexPrice,
            final int priced,
            final int unpriced) {
        rows.wrapAndApplyHeader(buffer, 0, header)
                .revaluation(revaluation)
                .indexPrice(indexPrice)
                .asset(underlying.id())
                .priced(priced)
                .unpriced(unpriced);
        emit(rows.encodedLength(), 0);
    }

    @Override
    public void onFundingRateSet(final Instrument instrument, final FundingBook book) {
        fundingRate
                .wrapAndApplyHeader(buffer, 0, header)
                .premium(book.premium(instrument))
                .rate(book.rate(instrument))
                .fundingIndex(instrument.funding().value())
                .indexTicks(book.indexTicks(instrument))
                .untilNs(book.movedNs(instrument))
                .instrument(instrument.id())
                .fractionBits(instrument.funding().fractionBits());
        emit(fundingRate.encodedLength(), 0);
    }

    @Override
    public void onFundingPaid(final Account account, final Instrument instrument, final long received) {
        fundingPaid
                .wrapAndApplyHeader(buffer, 0, header)
                .account(account.id())
                .amount(received)
                .lots(account.positions().lotsOf(instrument))
                .fundingIndex(instrument.funding().value())
                .instrument(instrument.id());
        emit(fundingPaid.encodedLength(), 0);
    }

    @Override
    public void onInstrumentSettled(final Instrument instrument, final SettlementBook book, final int positions) {
        instrumentSettled
                .wrapAndApplyHeader(buffer, 0, header)
                .price(book.price(instrument))
                .lotValue(book.lotValue(instrument))
                .instrument(instrument.id())
                .fractionBits(book.fractionBits(instrument))
                .positions(positions);
        emit(instrumentSettled.encodedLength(), 0);
    }

    @Override
    public void onPositionSettled(
            final Account account,
            final Instrument instrument,
            final long lots,
            final long entryCost,
            final long paid) {
        positionSettled
                .wrapAndApplyHeader(buffer, 0, header)
                .account(account.id())
                .lots(lots)
                .entryCost(entryCost)
                .amount(paid)
                .instrument(instrument.id());
        emit(positionSettled.encodedLength(), 0);
    }

    @Override
    public void onCheckpoint(
            final long stateHash, final long accounts, final long openPositions, final long openOrders) {
        checkpoint
                .wrapAndApplyHeader(buffer, 0, header)
                .stateHash(stateHash)
                .accounts(accounts)
                .openPositions(openPositions)
                .openOrders(openOrders);
        emit(checkpoint.encodedLength(), 0);
    }
}
