package io.plimsoll.gateway;

import com.lmax.disruptor.EventPoller;
import com.lmax.disruptor.RingBuffer;
import com.lmax.disruptor.YieldingWaitStrategy;
import io.aeron.Aeron;
import io.aeron.Subscription;
import io.plimsoll.core.engine.MarginEngine;
import io.plimsoll.journal.OpenedJournal;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ThreadFactory;
import org.agrona.CloseHelper;
import org.agrona.concurrent.Agent;
import org.agrona.concurrent.AgentRunner;
import org.agrona.concurrent.AgentTerminationException;
import org.agrona.concurrent.CachedNanoClock;
import org.agrona.concurrent.CompositeAgent;
import org.agrona.concurrent.IdleStrategy;
import org.agrona.concurrent.ManyToOneConcurrentArrayQueue;
import org.agrona.concurrent.NanoClock;
import org.agrona.concurrent.SleepingIdleStrategy;
import org.agrona.concurrent.SystemEpochClock;
import org.agrona.concurrent.SystemNanoClock;

/**
 * The agents and what joins them:
 *
 * <pre>
 *  Aeron -> IngressAgent -> ring of CommandSlot -> JournalAgent -> command journal -> ForceAgent
 *                                  \-> EngineAgent -> outbound ring -> EgressAgent -> sessions -> Aeron, event journal
 * </pre>
 *
 * Journal and engine take from the ring side by side; the ring is gated on the slower. Egress takes an event only when its
 * command is journaled.
 */
final class EnginePipeline implements AutoCloseable {
    private static final int SESSION_REQUESTS = 1024;
    private static final long FORCE_SLEEP_NS = 50_000L;
    private static final long MONITOR_SLEEP_NS = 50_000_000L;
    private static final long DRAIN_TIMEOUT_NS = 30_000_000_000L;

    private final GatewaySettings settings;
    private final FailStop failStop;
    private final SeekService seeks;
    private final IngressAgent ingress;
    private final JournalAgent journal;
    private final EngineAgent engine;
    private final EgressAgent egress;
    private final ForceAgent force;
    private final MonitorAgent monitor;
    private final HostLog log;
    private final Sequencer sequencer;
    private final IdleStrategy engineIdle;
    private final List<AgentRunner> runners = new ArrayList<>();

    EnginePipeline(
            final GatewaySettings settings,
            final MarginEngine marginEngine,
            final OpenedJournal opened,
            final Aeron aeron,
            final GatewayCounters counters,
            final HostLog log,
            final FailStop failStop) {
        this.settings = settings;
        this.log = log;
        this.failStop = failStop;
        this.engineIdle = settings.idle().strategy();
        final RingBuffer<CommandSlot> ring =
                RingBuffer.createSingleProducer(CommandSlot::new, settings.usedRingSlots(), new YieldingWaitStrategy());
        final EventPoller<CommandSlot> journalPoller = ring.newPoller();
        final EventPoller<CommandSlot> enginePoller = ring.newPoller();
        ring.addGatingSequences(journalPoller.getSequence(), enginePoller.getSequence());

        final Queue<SessionRequest> requests = new ManyToOneConcurrentArrayQueue<>(SESSION_REQUESTS);
        final EventHead head = new EventHead(opened.events().completeSequence());
        seeks = new SeekService(settings.journal().folder());
        final Notices notices = new Notices();
        final CachedNanoClock clock = new CachedNanoClock();
        clock.update(SystemNanoClock.INSTANCE.nanoTime());
        final EgressSessions egressSessions = new EgressSessions(
                aeron,
                settings.aeron().channel(),
                requests,
                new SessionMessages(opened.epoch()),
                seeks,
                head,
                clock,
                notices);
        final OutboundRing outbound = new OutboundRing(settings.outboundBytes(), opened.lastSequence(), this::makeRoom);
        egress = new EgressAgent(
                outbound,
                opened.commands(),
                opened.events(),
                opened.forcer(),
                head,
                egressSessions,
                counters,
                failStop);
        final EngineWork work = new EngineWork();
        engine = new EngineAgent(enginePoller, marginEngine, outbound, work, counters, failStop);
        journal = new JournalAgent(journalPoller, opened.commands(), counters, failStop);
        force = new ForceAgent(opened.forcer(), counters, notices, failStop);
        sequencer = new Sequencer(
                ring, clock(settings, clock, opened.lastTimeNs()), clock, counters, opened.lastSequence());
        final IngressSessions ingressSessions = new IngressSessions(
                requests,
                counters,
                notices,
                settings.sessionsMax(),
                settings.sessionTimeoutNs(),
                settings.aeron().ingressStream());
        final IngressAdapter adapter =
                new IngressAdapter(ingressSessions, sequencer, engine::sources, counters, settings.checkpointEvery());
        final Subscription subscription = aeron.addSubscription(
                settings.aeron().channel(), settings.aeron().ingressStream());
        ingress = new IngressAgent(
                subscription,
                adapter,
                ingressSessions,
                new EngineChores(work, sequencer),
                counters,
                notices,
                settings,
                failStop);
        final NoticeLog noticeLog = new NoticeLog(notices, log);
        monitor = new MonitorAgent(counters, noticeLog, log, engine, egress, force, outbound, failStop);
    }

    private static SequencerClock clock(
            final GatewaySettings settings, final NanoClock counter, final long lastTimeNs) {
        return settings.clock() == ClockMode.COMMANDS
                ? new CommandClock(lastTimeNs)
                : new WallClock(SystemEpochClock.INSTANCE, counter, lastTimeNs);
    }

    /** The outbound ring is full and the engine waits: on shared threads it does the work of those it waits for. */
    private void makeRoom() {
        int work = 0;
        if (settings.layout() == Layout.ONE) {
            work += journal.doWork();
        }
        if (settings.layout() != Layout.FOUR) {
            work += egress.doWork();
        }
        if (failStop.failed() || Thread.currentThread().isInterrupted()) {
            throw new AgentTerminationException();
        }
        engineIdle.idle(work);
    }

    void start() {
        switch (settings.layout()) {
            case ONE -> run(new CompositeAgent(ingress, journal, engine, egress));
            case TWO -> {
                run(new CompositeAgent(engine, egress));
                run(new CompositeAgent(ingress, journal));
            }
            case FOUR -> {
                run(egress);
                run(engine);
                run(journal);
                run(ingress);
            }
        }
        start(new AgentRunner(new SleepingIdleStrategy(FORCE_SLEEP_NS), failStop, null, force));
        start(new AgentRunner(new SleepingIdleStrategy(MONITOR_SLEEP_NS), this::onMonitorError, null, monitor));
    }

    private void onMonitorError(final Throwable error) {
        log.warn("monitor_failed", "counters and log may lack something; the engine is not touched", "cause", error);
    }

    private void run(final Agent agent) {
        start(new AgentRunner(settings.idle().strategy(), failStop, null, agent));
    }

    private void start(final AgentRunner runner) {
        runners.add(runner);
        final ThreadFactory daemons = work -> {
            final Thread thread = new Thread(work);
            thread.setDaemon(true);
            return thread;
        };
        AgentRunner.startOnThread(runner, daemons);
    }

    /** Takes no more commands, and waits until everything sequenced is applied, on disk and released; not for ever. */
    void drain() {
        ingress.stop();
        final IdleStrategy idle = new SleepingIdleStrategy(FORCE_SLEEP_NS);
        final long begunNs = System.nanoTime();
        while (!failStop.failed() && !isDrained() && System.nanoTime() - begunNs < DRAIN_TIMEOUT_NS) {
            idle.idle();
        }
    }

    private boolean isDrained() {
        final long last = ingress.finalSequence();
        return last >= 0 && egress.appendedSequence() >= last && egress.durableReleased() >= last;
    }

    /** Last command all of whose events are released. Any thread. */
    long releasedSequence() {
        return egress.releasedSequence();
    }

    /** Last command on disk. Any thread. */
    long durableSequence() {
        return egress.durableReleased();
    }

    /** The command in the engine's hand; null: none. */
    CommandSlot inHand() {
        return engine.inHand();
    }

    @Override
    public void close() {
        CloseHelper.closeAll(runners);
        seeks.close();
    }
}
