package io.plimsoll.gateway;

import io.plimsoll.sbe.FrameVerdict;
import org.agrona.concurrent.status.AtomicCounter;

/** What the gateway counts, as Aeron counters: AeronStat shows them beside the transport's own. */
final class GatewayCounters {
    private static final int FIRST_TYPE = 20_556;

    private final AtomicCounter accepted;
    private final AtomicCounter passedOver;
    private final AtomicCounter ringFill;
    private final AtomicCounter journaled;
    private final AtomicCounter sequenced;
    private final AtomicCounter applied;
    private final AtomicCounter released;
    private final AtomicCounter durable;
    private final AtomicCounter sessions;
    private final AtomicCounter clockAlarm;
    private final AtomicCounter[] refused = new AtomicCounter[FrameVerdict.ENGINE_STOPPED.value() + 1];

    /** Makes a counter of a type under a label. */
    @FunctionalInterface
    interface Maker {
        AtomicCounter addCounter(int type, String label);
    }

    GatewayCounters(final Maker maker) {
        int type = FIRST_TYPE;
        accepted = maker.addCounter(type++, "plimsoll frames accepted");
        passedOver = maker.addCounter(type++, "plimsoll frames passed over after a refused one");
        ringFill = maker.addCounter(type++, "plimsoll commands waiting on the ring");
        sequenced = maker.addCounter(type++, "plimsoll last sequence sequenced");
        journaled = maker.addCounter(type++, "plimsoll last sequence journaled");
        applied = maker.addCounter(type++, "plimsoll last sequence applied");
        released = maker.addCounter(type++, "plimsoll last sequence released");
        durable = maker.addCounter(type++, "plimsoll last sequence durable");
        sessions = maker.addCounter(type++, "plimsoll sessions");
        clockAlarm = maker.addCounter(type++, "plimsoll alarm: clock was set, ingress stopped");
        for (final FrameVerdict verdict : FrameVerdict.values()) {
            if (verdict != FrameVerdict.NULL_VAL && verdict != FrameVerdict.ACCEPTED) {
                refused[verdict.value()] = maker.addCounter(type++, "plimsoll frames refused: " + verdict);
            }
        }
    }

    void accepted() {
        accepted.incrementRelease();
    }

    void refused(final FrameVerdict verdict) {
        refused[verdict.value()].incrementRelease();
    }

    void passedOver() {
        passedOver.incrementRelease();
    }

    void ringFill(final long commands) {
        ringFill.setRelease(commands);
    }

    void journaled(final long sequence) {
        journaled.setRelease(sequence);
    }

    void sequenced(final long sequence) {
        sequenced.setRelease(sequence);
    }

    void applied(final long sequence) {
        applied.setRelease(sequence);
    }

    void released(final long sequence) {
        released.setRelease(sequence);
    }

    void durable(final long sequence) {
        durable.setRelease(sequence);
    }

    void sessions(final int number) {
        sessions.setRelease(number);
    }

    void clockAlarm() {
        clockAlarm.setRelease(1);
    }
}
