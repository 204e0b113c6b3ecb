package io.plimsoll.lab.demo;

import io.plimsoll.lab.venue.Trigger;
import io.plimsoll.sbe.RejectReason;
import java.util.ArrayList;
import java.util.List;

/** Keeps what the engine says during a demo and shows margin calls and liquidation triggers as they come. */
final class DemoNews implements EngineNews {
    private final Screen screen;
    private final List<MarginCall> marginCalls = new ArrayList<>();
    private final List<Trigger> triggers = new ArrayList<>();
    private Completions completions = (sequence, sourceSequence, reason, detail) -> {};
    private int released;
    private int alarms;
    private long stateHash;
    private long lastSequence;
    private String lost = "";
    private String refusal = "";

    /** Takes completions of this client. */
    @FunctionalInterface
    interface Completions {
        void accept(long sequence, long sourceSequence, RejectReason reason, long detail);
    }

    DemoNews(final Screen screen) {
        this.screen = screen;
    }

    void completions(final Completions taker) {
        completions = taker;
    }

    /** Throws when the conversation cannot go on. */
    void check() {
        if (!lost.isEmpty()) {
            throw new DemoException(lost);
        }
    }

    List<MarginCall> marginCalls() {
        return marginCalls;
    }

    List<Trigger> triggers() {
        return triggers;
    }

    int released() {
        return released;
    }

    int alarms() {
        return alarms;
    }

    long stateHash() {
        return stateHash;
    }

    /** Last command that the state hash is after: the one before the checkpoint. */
    long lastSequence() {
        return lastSequence;
    }

    String lastRefusal() {
        return refusal.isEmpty() ? "" : "; " + refusal;
    }

    @Override
    public void onCompleted(
            final long sequence, final long sourceSequence, final RejectReason reason, final long detail) {
        completions.accept(sequence, sourceSequence, reason, detail);
    }

    @Override
    public void onMarginCall(final MarginCall call) {
        marginCalls.add(call);
        screen.marginCall(call);
    }

    @Override
    public void onLiquidation(final Trigger trigger) {
        triggers.add(trigger);
        screen.trigger(trigger);
    }

    @Override
    public void onReleased(final long account, final long amount) {
        released++;
    }

    @Override
    public void onCheckpoint(final long sequence, final long hash) {
        // The hash is taken while the checkpoint is applied: it is that of the state after the command before it.
        lastSequence = sequence - 1;
        stateHash = hash;
    }

    @Override
    public void onAlarm() {
        alarms++;
    }

    @Override
    public void onRefused(final String why) {
        refusal = why;
    }

    @Override
    public void onLost(final String why) {
        lost = why;
    }
}
