package io.plimsoll.gateway;

import io.plimsoll.sbe.FrameVerdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.agrona.concurrent.Agent;
import org.agrona.concurrent.AgentTerminationException;
import org.agrona.concurrent.NanoClock;
import org.agrona.concurrent.SystemNanoClock;

/**
 * Looks at the agents from outside, on a slow thread of its own: writes their notices to the log, makes percentiles and rates
 * once a second, sums refused frames up. It can fail without the engine noticing.
 */
final class MonitorAgent implements Agent {
    private static final long SECOND_NS = 1_000_000_000L;

    private final GatewayCounters counters;
    private final NoticeLog notices;
    private final HostLog log;
    private final EngineAgent engine;
    private final EgressAgent egress;
    private final ForceAgent force;
    private final OutboundRing outbound;
    private final FailStop failStop;
    private final NanoClock clock = SystemNanoClock.INSTANCE;
    private final long[] refusedBefore = new long[FrameVerdict.ENGINE_STOPPED.value() + 1];
    private long secondNs;
    private long appliedBefore;
    private long eventsBefore;
    private long bytesBefore;

    MonitorAgent(
            final GatewayCounters counters,
            final NoticeLog notices,
            final HostLog log,
            final EngineAgent engine,
            final EgressAgent egress,
            final ForceAgent force,
            final OutboundRing outbound,
            final FailStop failStop) {
        this.counters = counters;
        this.notices = notices;
        this.log = log;
        this.engine = engine;
        this.egress = egress;
        this.force = force;
        this.outbound = outbound;
        this.failStop = failStop;
        this.secondNs = clock.nanoTime();
        this.appliedBefore = counters.get(EngineCounter.APPLIED);
    }

    @Override
    public int doWork() {
        if (failStop.failed()) {
            // The counters' memory may go away with the media driver.
            throw new AgentTerminationException();
        }
        final int noticed = notices.write();
        counters.set(EngineCounter.OUTBOUND_FILL, outbound.fill());
        final long nowNs = clock.nanoTime();
        if (nowNs - secondNs >= SECOND_NS) {
            second(nowNs - secondNs);
            secondNs = nowNs;
        }
        return noticed;
    }

    private void second(final long passedNs) {
        rates(passedNs);
        engine.latency()
                .publish(
                        counters,
                        EngineCounter.APPLIED_P50,
                        EngineCounter.APPLIED_P99,
                        EngineCounter.APPLIED_P999,
                        EngineCounter.APPLIED_MAX);
        egress.latency()
                .publish(
                        counters,
                        EngineCounter.RELEASED_P50,
                        EngineCounter.RELEASED_P99,
                        EngineCounter.RELEASED_P999,
                        EngineCounter.RELEASED_MAX);
        final long longestNs = force.takeLongestNs();
        if (longestNs > 0) {
            counters.set(EngineCounter.FORCE_MAX, longestNs);
        }
        refused();
    }

    private void rates(final long passedNs) {
        final long applied = counters.get(EngineCounter.APPLIED);
        final long events = counters.get(EngineCounter.EVENTS_RELEASED);
        final long bytes = counters.get(EngineCounter.COMMAND_BYTES) + counters.get(EngineCounter.EVENT_BYTES);
        counters.set(EngineCounter.COMMANDS_PER_SECOND, rate(applied - appliedBefore, passedNs));
        counters.set(EngineCounter.EVENTS_PER_SECOND, rate(events - eventsBefore, passedNs));
        counters.set(EngineCounter.JOURNAL_BYTES_PER_SECOND, rate(bytes - bytesBefore, passedNs));
        appliedBefore = applied;
        eventsBefore = events;
        bytesBefore = bytes;
    }

    private static long rate(final long number, final long passedNs) {
        // In ms, so that no product of bytes and time can pass 63 bits.
        return number * 1_000 / Math.max(1, passedNs / 1_000_000);
    }

    /** One line for all frames refused since the last one. */
    private void refused() {
        long total = 0;
        final List<Object> fields = new ArrayList<>();
        for (final FrameVerdict verdict : FrameVerdict.values()) {
            if (GatewayCounters.isRefusal(verdict)) {
                final long now = counters.get(EngineCounter.refused(verdict));
                final long more = now - refusedBefore[verdict.value()];
                refusedBefore[verdict.value()] = now;
                total += more;
                if (more > 0) {
                    fields.add(verdict.name().toLowerCase(Locale.ROOT));
                    fields.add(more);
                }
            }
        }
        if (total > 0) {
            log.warn("frames_refused", total + " frames refused in the last second", fields.toArray());
        }
    }

    /** What happened last is logged too. */
    @Override
    public void onClose() {
        if (!failStop.failed()) {
            second(clock.nanoTime() - secondNs);
        }
        notices.write();
    }

    @Override
    public String roleName() {
        return "plimsoll-monitor";
    }
}
