package io.plimsoll.gateway;

import io.plimsoll.core.account.Accounts;
import io.plimsoll.core.account.MarginStatus;
import io.plimsoll.sbe.FrameVerdict;
import java.util.EnumMap;
import java.util.Map;
import org.agrona.concurrent.status.AtomicCounter;

/** What the gateway counts, as Aeron counters: AeronStat shows them beside the transport's own. One writer a counter. */
final class GatewayCounters {
    private static final MarginStatus[] STATUSES = MarginStatus.values();

    private final Map<EngineCounter, AtomicCounter> all = new EnumMap<>(EngineCounter.class);
    private final AtomicCounter accepted;
    private final AtomicCounter sequenced;
    private final AtomicCounter applied;
    private final AtomicCounter[] refused = new AtomicCounter[FrameVerdict.ENGINE_STOPPED.value() + 1];
    private final AtomicCounter[] accounts = new AtomicCounter[STATUSES.length];

    /** Makes an Aeron counter. */
    @FunctionalInterface
    interface Maker {
        AtomicCounter addCounter(EngineCounter counter);
    }

    GatewayCounters(final Maker maker) {
        for (final EngineCounter counter : EngineCounter.values()) {
            all.put(counter, maker.addCounter(counter));
        }
        accepted = all.get(EngineCounter.FRAMES_ACCEPTED);
        sequenced = all.get(EngineCounter.SEQUENCED);
        applied = all.get(EngineCounter.APPLIED);
        for (final FrameVerdict verdict : FrameVerdict.values()) {
            if (isRefusal(verdict)) {
                refused[verdict.value()] = all.get(EngineCounter.refused(verdict));
            }
        }
        for (int i = 0; i < STATUSES.length; i++) {
            accounts[i] = all.get(EngineCounter.accounts(STATUSES[i]));
        }
    }

    static boolean isRefusal(final FrameVerdict verdict) {
        return verdict != FrameVerdict.NULL_VAL && verdict != FrameVerdict.ACCEPTED;
    }

    void accepted() {
        accepted.incrementRelease();
    }

    void refused(final FrameVerdict verdict) {
        refused[verdict.value()].incrementRelease();
    }

    void sequenced(final long sequence) {
        sequenced.setRelease(sequence);
    }

    void applied(final long sequence) {
        applied.setRelease(sequence);
    }

    void accounts(final Accounts counted) {
        for (int i = 0; i < STATUSES.length; i++) {
            accounts[i].setRelease(counted.count(STATUSES[i]));
        }
    }

    /** Adds one to a counter that does not move with every command. */
    void increment(final EngineCounter counter) {
        all.get(counter).incrementRelease();
    }

    /** Sets a counter that does not move with every command, or once for a batch of them. */
    void set(final EngineCounter counter, final long value) {
        all.get(counter).setRelease(value);
    }

    /** Any thread. */
    long get(final EngineCounter counter) {
        return all.get(counter).get();
    }
}
