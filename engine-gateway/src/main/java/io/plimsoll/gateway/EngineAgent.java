package io.plimsoll.gateway;

import com.lmax.disruptor.EventPoller;
import io.plimsoll.core.account.Accounts;
import io.plimsoll.core.engine.MarginEngine;
import io.plimsoll.core.engine.RiskState;
import io.plimsoll.core.wire.CommandDispatcher;
import io.plimsoll.core.wire.CommandFrames;
import io.plimsoll.sbe.CancelOnDisconnectDecoder;
import io.plimsoll.sbe.DefineSourceDecoder;
import io.plimsoll.sbe.SourceDisconnectedDecoder;
import java.util.concurrent.atomic.AtomicReference;

/** Takes commands off the ring and applies them. It may run ahead of the journal: egress holds back what is not journaled. */
final class EngineAgent extends GuardedAgent {
    private static final int BATCH = 64;

    private final EventPoller<CommandSlot> poller;
    private final MarginEngine engine;
    private final OutboundRing outbound;
    private final CommandDispatcher dispatcher;
    private final EngineWork work;
    private final GatewayCounters counters;
    private final EventPoller.Handler<CommandSlot> handler = this::apply;
    private volatile SourceDirectory sources;
    private final AtomicReference<CommandSlot> inHand = new AtomicReference<>();
    private final LatencySamples latency = new LatencySamples();
    private long statusChanges = -1;
    private int batch;

    EngineAgent(
            final EventPoller<CommandSlot> poller,
            final MarginEngine engine,
            final OutboundRing outbound,
            final EngineWork work,
            final GatewayCounters counters,
            final FailStop failStop) {
        super(failStop, "plimsoll-engine");
        this.poller = poller;
        this.engine = engine;
        this.outbound = outbound;
        this.work = work;
        this.counters = counters;
        this.dispatcher = new CommandDispatcher(engine, outbound);
        this.sources = new SourceDirectory(engine.state().sources());
        tellWork(engine.sequence());
        countAccounts();
    }

    @Override
    int work() {
        batch = 0;
        Pollers.poll(poller, handler);
        if (batch > 0) {
            counters.set(EngineCounter.ORDERS_BY_BOUND, engine.trading().checkedByBound());
            counters.set(EngineCounter.ORDERS_IN_FULL, engine.trading().checkedInFull());
        }
        return batch;
    }

    private boolean apply(final CommandSlot slot, final long cursor, final boolean endOfBatch) {
        inHand.lazySet(slot);
        outbound.command(slot);
        dispatcher.onCommand(slot.sequence(), slot.timeNs(), slot.frame(), 0, slot.length());
        if (changesSources(CommandFrames.templateId(slot.frame(), 0))) {
            sources = new SourceDirectory(engine.state().sources());
        }
        outbound.completed();
        inHand.lazySet(null);
        tellWork(slot.sequence());
        counters.applied(slot.sequence());
        if (slot.stampNs() != 0) {
            latency.record(slot.stampNs());
        }
        countAccounts();
        return ++batch < BATCH;
    }

    private static boolean changesSources(final int template) {
        return template == DefineSourceDecoder.TEMPLATE_ID
                || template == CancelOnDisconnectDecoder.TEMPLATE_ID
                || template == SourceDisconnectedDecoder.TEMPLATE_ID;
    }

    private void tellWork(final long sequence) {
        final RiskState risk = engine.state().risk();
        final long fixDueNs = risk.set() == null
                ? EngineWork.NEVER
                : Math.max(1, risk.volatilities().nextFixNs());
        work.tell(sequence, engine.risk().hasWork(), fixDueNs);
    }

    /** Most commands move nobody on the ladder: then this is one comparison. */
    private void countAccounts() {
        final Accounts accounts = engine.state().accounts();
        if (accounts.statusChanges() != statusChanges) {
            statusChanges = accounts.statusChanges();
            counters.accounts(accounts);
        }
    }

    /** From sequenced to applied. */
    LatencySamples latency() {
        return latency;
    }

    /** The sources as of the last change. Any thread. */
    SourceDirectory sources() {
        return sources;
    }

    /** The command that is being applied, or was when the engine failed; null: none. */
    CommandSlot inHand() {
        return inHand.get();
    }
}
