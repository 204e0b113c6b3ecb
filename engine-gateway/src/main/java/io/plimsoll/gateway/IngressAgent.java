package io.plimsoll.gateway;

import io.aeron.Subscription;
import java.util.List;
import org.agrona.concurrent.EpochClock;
import org.agrona.concurrent.NanoClock;
import org.agrona.concurrent.SystemEpochClock;
import org.agrona.concurrent.SystemNanoClock;
import org.agrona.concurrent.UnsafeBuffer;

/**
 * The way in: first the host's definitions, then what clients send and what the engine asks for; ticks in silence; at the end a
 * last checkpoint.
 */
final class IngressAgent extends GuardedAgent {
    /** A round of the engine takes as many commands. */
    private static final int FRAGMENTS = 64;

    private static final long HOUSEKEEPING_NS = 10_000_000L;
    private static final long HEARTBEAT_NS = 100_000_000L;

    private final Subscription subscription;
    private final IngressAdapter adapter;
    private final IngressSessions sessions;
    private final EngineChores chores;
    private final Absences absences;
    private final Sequencer sequencer;
    private final GatewayCounters counters;
    private final NanoClock counter;
    private final EpochClock wall = SystemEpochClock.INSTANCE;
    private final Notices notices;
    private final List<byte[]> genesis;
    private final long tickNs;
    private int defined;
    private long lastCommandNs;
    private long lastSequence;
    private long housekeepingNs;
    private long heartbeatNs;
    private boolean clockAlarm;
    private volatile boolean stopping;
    private volatile long finalSequence = -1;

    IngressAgent(
            final Subscription subscription,
            final IngressAdapter adapter,
            final IngressSessions sessions,
            final EngineChores chores,
            final GatewayCounters counters,
            final Notices notices,
            final GatewaySettings settings,
            final FailStop failStop) {
        super(failStop, "plimsoll-ingress");
        this.subscription = subscription;
        this.adapter = adapter;
        this.sessions = sessions;
        this.chores = chores;
        this.sequencer = chores.sequencer();
        this.absences = new Absences(sessions, sequencer, adapter.sources(), settings.cancelAfterNs());
        this.counters = counters;
        this.counter = SystemNanoClock.INSTANCE;
        this.notices = notices;
        this.genesis = settings.genesis();
        this.tickNs = settings.tickNs();
        this.lastSequence = sequencer.lastSequence();
        this.lastCommandNs = counter.nanoTime();
        this.housekeepingNs = lastCommandNs;
        this.heartbeatNs = lastCommandNs - HEARTBEAT_NS;
    }

    @Override
    int work() {
        final long nowNs = counter.nanoTime();
        sequencer.now(nowNs);
        if (defined < genesis.size()) {
            return define();
        }
        if (stopping) {
            return finish(nowNs);
        }
        adapter.now(nowNs);
        // Clients go first: so many of their commands at most between two slices of the engine's own work.
        final int fragments = subscription.controlledPoll(adapter, chores.isDue() ? FRAGMENTS - 1 : FRAGMENTS);
        return fragments + chores() + tick(nowNs) + housekeeping(nowNs);
    }

    private int chores() {
        return clockAlarm ? 0 : chores.work();
    }

    private int define() {
        int done = 0;
        while (defined < genesis.size() && sequencer.hasRoom()) {
            final UnsafeBuffer frame = new UnsafeBuffer(genesis.get(defined).clone());
            HostFrames.claim(frame, sequencer.lastSequence() + 1);
            sequencer.sequence(frame, 0, frame.capacity());
            defined++;
            done++;
        }
        return done;
    }

    private int tick(final long nowNs) {
        if (sequencer.lastSequence() != lastSequence) {
            lastSequence = sequencer.lastSequence();
            lastCommandNs = nowNs;
        } else if (sequencer.clock().ticks() && nowNs - lastCommandNs >= tickNs && sequencer.hasRoom()) {
            sequencer.tick();
            return 1;
        }
        return 0;
    }

    private int housekeeping(final long nowNs) {
        if (nowNs - housekeepingNs < HOUSEKEEPING_NS) {
            return 0;
        }
        beat(nowNs);
        housekeepingNs = nowNs;
        sessions.expire(nowNs);
        sessions.retry();
        if (!clockAlarm) {
            absences.work(nowNs);
        }
        counters.set(EngineCounter.RING_FILL, sequencer.waiting());
        counters.set(EngineCounter.REVALUATION_PENDING, chores.isPending() ? 1 : 0);
        counters.set(EngineCounter.LAST_COMMAND_TIME, sequencer.lastTimeNs());
        if (!clockAlarm && !sequencer.clock().isSound()) {
            clockAlarm = true;
            counters.set(EngineCounter.CLOCK_ALARM, 1);
            notices.say(new Notice.ClockSet());
            adapter.stop();
        }
        return 1;
    }

    /** Says to those who look from outside that the agents go round. */
    private void beat(final long nowNs) {
        if (nowNs - heartbeatNs >= HEARTBEAT_NS) {
            heartbeatNs = nowNs;
            counters.set(EngineCounter.HEARTBEAT, wall.time());
        }
    }

    /** Stops taking commands; a last checkpoint is sequenced. Any thread. */
    void stop() {
        stopping = true;
    }

    private int finish(final long nowNs) {
        beat(nowNs);
        if (finalSequence >= 0 || !sequencer.hasRoom()) {
            return 0;
        }
        sequencer.checkpoint();
        finalSequence = sequencer.lastSequence();
        return 1;
    }

    /** Sequence of the last checkpoint; -1 until it is sequenced. Any thread. */
    long finalSequence() {
        return finalSequence;
    }
}
