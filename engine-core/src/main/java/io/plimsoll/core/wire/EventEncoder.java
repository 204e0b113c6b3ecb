package io.plimsoll.core.wire;

import io.plimsoll.core.engine.AccountEvents;
import io.plimsoll.core.engine.AlarmCode;
import io.plimsoll.core.engine.Definition;
import io.plimsoll.core.engine.DocumentKind;
import io.plimsoll.core.engine.MarketEvents;
import io.plimsoll.core.engine.MoneyEvents;
import io.plimsoll.core.engine.OrderEvents;
import io.plimsoll.core.engine.ParameterId;
import io.plimsoll.core.engine.RejectReason;
import io.plimsoll.core.engine.RiskEvents;
import io.plimsoll.sbe.AlarmEncoder;
import io.plimsoll.sbe.CheckpointTakenEncoder;
import io.plimsoll.sbe.CommandCompletedEncoder;
import io.plimsoll.sbe.DefinitionInForceEncoder;
import io.plimsoll.sbe.DocumentInForceEncoder;
import io.plimsoll.sbe.ParameterInForceEncoder;

/** Encodes what the engine says, event by event, and hands it on with its number and flags. */
public final class EventEncoder implements RiskEvents {
    /** Longest event, header included: a liquidation request of an account with the most positions allowed. */
    public static final int EVENT_LENGTH_MAX = 4096;

    private final EventFrame frame;
    private final AccountEventEncoder accounts;
    private final MoneyEventEncoder money;
    private final OrderEventEncoder orders;
    private final MarketEventEncoder markets;
    private final CommandCompletedEncoder completed = new CommandCompletedEncoder();
    private final DefinitionInForceEncoder defined = new DefinitionInForceEncoder();
    private final ParameterInForceEncoder parameterInForce = new ParameterInForceEncoder();
    private final AlarmEncoder alarm = new AlarmEncoder();
    private final CheckpointTakenEncoder checkpoint = new CheckpointTakenEncoder();
    private final DocumentInForceEncoder document = new DocumentInForceEncoder();

    EventEncoder(final EventSink sink) {
        this.frame = new EventFrame(sink);
        this.accounts = new AccountEventEncoder(frame);
        this.money = new MoneyEventEncoder(frame);
        this.orders = new OrderEventEncoder(frame);
        this.markets = new MarketEventEncoder(frame);
    }

    /** Starts the events of a command. */
    void begin() {
        frame.begin();
    }

    @Override
    public AccountEvents accounts() {
        return accounts;
    }

    @Override
    public MoneyEvents money() {
        return money;
    }

    @Override
    public OrderEvents orders() {
        return orders;
    }

    @Override
    public MarketEvents markets() {
        return markets;
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
                .wrapAndApplyHeader(frame.buffer(), 0, frame.header())
                .sourceSequence(sourceSequence)
                .source(source)
                .templateId(templateId)
                .originalSequence(originalSequence)
                .detail(detail)
                .reason(frame.enums().reason(reason));
        final int durable = CommandFrames.isAdministrative(templateId) ? EventSink.DURABLE_STREAM : 0;
        frame.emit(completed.encodedLength(), EventSink.LAST_OF_COMMAND | durable);
    }

    @Override
    public void onDefined(final Definition definition, final long id) {
        defined.wrapAndApplyHeader(frame.buffer(), 0, frame.header())
                .defined(id)
                .definition(frame.enums().definition(definition));
        frame.emit(defined.encodedLength(), 0);
    }

    @Override
    public void onParameterInForce(
            final ParameterId parameter, final int scope, final long oldValue, final long value, final int author) {
        parameterInForce
                .wrapAndApplyHeader(frame.buffer(), 0, frame.header())
                .oldValue(oldValue)
                .value(value)
                .scope(scope)
                .author(author)
                .parameter(frame.enums().parameter(parameter));
        frame.emit(parameterInForce.encodedLength(), 0);
    }

    @Override
    public void onAlarm(
            final AlarmCode code,
            final long account,
            final int instrument,
            final long tradeId,
            final long order,
            final long lots) {
        alarm.wrapAndApplyHeader(frame.buffer(), 0, frame.header())
                .account(account)
                .tradeId(tradeId)
                .order(order)
                .lots(lots)
                .instrument(instrument)
                .code(frame.enums().alarm(code));
        frame.emit(alarm.encodedLength(), 0);
    }

    @Override
    public void onDocumentInForce(final DocumentKind kind, final int id, final int version, final long hash) {
        document.wrapAndApplyHeader(frame.buffer(), 0, frame.header())
                .hash(hash)
                .document(id)
                .documentVersion(version)
                .kind(frame.enums().documentKind(kind));
        frame.emit(document.encodedLength(), 0);
    }

    @Override
    public void onCheckpoint(
            final long stateHash, final long accounts, final long openPositions, final long openOrders) {
        checkpoint
                .wrapAndApplyHeader(frame.buffer(), 0, frame.header())
                .stateHash(stateHash)
                .accounts(accounts)
                .openPositions(openPositions)
                .openOrders(openOrders);
        frame.emit(checkpoint.encodedLength(), 0);
    }
}
