package io.plimsoll.lab.profit;

import io.plimsoll.core.CommandText;
import io.plimsoll.core.account.Account;
import io.plimsoll.core.engine.Limits;
import io.plimsoll.core.engine.MarginEngine;
import io.plimsoll.core.margin.MarginAssessment;
import io.plimsoll.core.wire.CommandDispatcher;
import io.plimsoll.core.wire.EventSink;
import io.plimsoll.lab.live.PartialReplay;
import io.plimsoll.sbe.CommandCompletedDecoder;
import io.plimsoll.sbe.MessageHeaderDecoder;
import io.plimsoll.sbe.RejectReason;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.ObjLongConsumer;
import org.agrona.DirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;

/** Commands as they came, each at its time: applied to an engine at once, and replayed into others as often as is asked for. */
public final class RecordedCommands {
    private static final Limits LIMITS = new Limits(8, 8, 8, 64, 64, 64, 64, 256, 32, 8_192);

    private final CommandText text = new CommandText();
    private final List<Recorded> all = new ArrayList<>();
    private final MarginEngine engine = new MarginEngine(LIMITS);
    private final CommandDispatcher dispatcher = new CommandDispatcher(engine, this::completed);
    private final MessageHeaderDecoder header = new MessageHeaderDecoder();
    private final CommandCompletedDecoder completed = new CommandCompletedDecoder();
    private boolean isAccepted;
    private long nowNs = 1_000_000_000L;

    /** A command, and whether the engine took it. */
    private record Recorded(UnsafeBuffer frame, long timeNs, boolean isAccepted) {}

    private void completed(
            final int index, final int flags, final DirectBuffer event, final int offset, final int length) {
        if ((flags & EventSink.LAST_OF_COMMAND) != 0) {
            isAccepted = completed.wrapAndApplyHeader(event, offset, header).reason() == RejectReason.NONE;
        }
    }

    /** Sends a command of the host; returns whether it was accepted. */
    public boolean send(final String command) {
        final UnsafeBuffer frame = new UnsafeBuffer(text.frame(0, count() + 1L, command));
        dispatcher.onCommand(count() + 1L, nowNs, frame, 0, frame.capacity());
        all.add(new Recorded(frame, nowNs, isAccepted));
        return isAccepted;
    }

    /** Does all work there is, as a host does between commands. */
    public void work() {
        while (engine.risk().hasWork()) {
            send("Continue");
        }
    }

    /** The engine hears what time it is, and does what that has come for. */
    public void tick() {
        send("Tick");
        work();
    }

    public void advance(final long ns) {
        nowNs += ns;
    }

    /** Time goes on to a moment. */
    public void reach(final long timeNs) {
        nowNs = timeNs;
    }

    public int count() {
        return all.size();
    }

    public MarginEngine engine() {
        return engine;
    }

    /** Net asset value of an account now; 0 when there is none. */
    static long value(final MarginEngine of, final long account) {
        final MarginAssessment assessment = new MarginAssessment();
        final Account found = of.state().accounts().account(account);
        if (found != null) {
            of.assess(found, assessment);
        }
        return assessment.netAssetValue();
    }

    /** An engine after some commands. */
    public MarginEngine after(final int commands) {
        final MarginEngine copy = new MarginEngine(LIMITS);
        final CommandDispatcher into = new CommandDispatcher(copy, (index, flags, event, offset, length) -> {});
        for (int i = 0; i < commands; i++) {
            apply(into, i);
        }
        return copy;
    }

    /** An engine after all commands, each of which is announced to a follower by its time before it is applied. */
    public <T> T follow(final Function<MarginEngine, T> following, final ObjLongConsumer<T> announce) {
        final MarginEngine copy = new MarginEngine(LIMITS);
        final CommandDispatcher into = new CommandDispatcher(copy, (index, flags, event, offset, length) -> {});
        final T follower = following.apply(copy);
        for (int i = 0; i < count(); i++) {
            announce.accept(follower, all.get(i).timeNs());
            apply(into, i);
        }
        return follower;
    }

    private void apply(final CommandDispatcher into, final int index) {
        final Recorded recorded = all.get(index);
        into.onCommand(
                index + 1L,
                recorded.timeNs(),
                recorded.frame(),
                0,
                recorded.frame().capacity());
    }

    AccountProfit profit(final long account, final int since, final int to) {
        final MarginEngine copy = new MarginEngine(LIMITS);
        final ProfitRecorder recorder = new ProfitRecorder(copy, account, since);
        final CommandDispatcher into =
                new CommandDispatcher(copy, (index, flags, event, offset, length) -> recorder.event(event, offset));
        for (int i = 0; i < to; i++) {
            recorder.command(i + 1L, all.get(i).frame(), 0);
            apply(into, i);
        }
        return recorder.end(to);
    }

    ProfitAttribution attribution(final long account, final int since) {
        return ProfitAttribution.of(profit(account, since, count()), () -> after(since), replay -> play(since, replay));
    }

    private void play(final int since, final PartialReplay replay) {
        for (final Recorded recorded : all.subList(since, all.size())) {
            if (recorded.isAccepted()) {
                replay.command(
                        recorded.timeNs(), recorded.frame(), 0, recorded.frame().capacity());
            }
        }
        replay.end(all.get(all.size() - 1).timeNs());
    }
}
