package io.plimsoll.gateway;

import io.plimsoll.client.ClientConfig;
import io.plimsoll.client.ClientHandler;
import io.plimsoll.client.ConnectionState;
import io.plimsoll.client.DisconnectReason;
import io.plimsoll.client.EventInfo;
import io.plimsoll.client.PlimsollClient;
import io.plimsoll.client.Result;
import io.plimsoll.sbe.BalanceChangedDecoder;
import io.plimsoll.sbe.CheckpointTakenDecoder;
import io.plimsoll.sbe.CommandCompletedDecoder;
import io.plimsoll.sbe.ConnectResult;
import io.plimsoll.sbe.FrameVerdict;
import io.plimsoll.sbe.FundingPaidDecoder;
import io.plimsoll.sbe.FundingRateSetDecoder;
import io.plimsoll.sbe.InstrumentSettledDecoder;
import io.plimsoll.sbe.OrderChangedDecoder;
import io.plimsoll.sbe.PositionSettledDecoder;
import io.plimsoll.sbe.RejectReason;
import io.plimsoll.sbe.WithdrawalReleasedDecoder;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** A client that writes down what it hears. A test that waits in vain ends by its own time-out. */
final class TestClient implements ClientHandler, AutoCloseable {
    private static final long IDLE_NS = 20_000L;

    final TreeMap<Long, RejectReason> answers = new TreeMap<>();
    final List<String> events = new ArrayList<>();
    final List<FrameVerdict> rejects = new ArrayList<>();
    final List<ConnectResult> refusals = new ArrayList<>();
    final List<DisconnectReason> disconnects = new ArrayList<>();
    final PlimsollClient client;
    int answersTwice;
    int connections;
    int rolledBack;
    private final int source;

    private TestClient(final ClientConfig config) {
        source = config.source();
        client = PlimsollClient.connect(config, this);
    }

    /** A client that is looking for the engine. */
    static TestClient of(final ClientConfig config) {
        return new TestClient(config);
    }

    /** A client with a session. */
    static TestClient connected(final EngineServer server, final int source) {
        return of(ClientConfig.of(server.aeronDirectory(), source)).awaitConnected();
    }

    TestClient awaitConnected() {
        await(() -> client.state() == ConnectionState.CONNECTED);
        return this;
    }

    void await(final BooleanSupplier condition) {
        while (!condition.getAsBoolean()) {
            if (client.poll() == 0) {
                LockSupport.parkNanos(IDLE_NS);
            }
        }
    }

    /** Sends until it is taken; answers the command's source sequence. */
    long send(final Supplier<Result> command) {
        Result result = command.get();
        while (result != Result.SENT) {
            if (result == Result.INVALID || result == Result.CLOSED) {
                throw new IllegalStateException(result.toString());
            }
            if (client.poll() == 0) {
                LockSupport.parkNanos(IDLE_NS);
            }
            result = command.get();
        }
        return client.lastSourceSequence();
    }

    /** Sends and waits for the answer. */
    RejectReason ask(final Supplier<Result> command) {
        final long number = send(command);
        await(() -> answers.containsKey(number));
        return answers.get(number);
    }

    @Override
    public void onConnected(final long epoch, final long nextSourceSequence) {
        connections++;
    }

    @Override
    public void onDisconnected(final DisconnectReason reason) {
        disconnects.add(reason);
    }

    @Override
    public void onRefused(final ConnectResult result) {
        refusals.add(result);
    }

    @Override
    public void onRolledBack(final long sequence, final long nextSourceSequence, final int framesDropped) {
        rolledBack++;
    }

    @Override
    public void onFrameReject(final long sourceSequence, final int templateId, final FrameVerdict verdict) {
        rejects.add(verdict);
    }

    @Override
    public void onCompletion(final EventInfo info, final CommandCompletedDecoder completion) {
        events.add(name(info, "completed " + completion.source() + ':' + completion.sourceSequence()));
        if (completion.source() == source) {
            answersTwice += answers.put(completion.sourceSequence(), completion.reason()) == null ? 0 : 1;
        }
    }

    @Override
    public void onBalanceChanged(final EventInfo info, final BalanceChangedDecoder event) {
        events.add(name(info, "balance " + event.account() + ' ' + event.balance()));
    }

    @Override
    public void onWithdrawalReleased(final EventInfo info, final WithdrawalReleasedDecoder event) {
        events.add(name(info, "released " + event.account() + ' ' + event.amount()));
    }

    @Override
    public void onFundingRateSet(final EventInfo info, final FundingRateSetDecoder event) {
        events.add(name(info, "rate " + event.instrument() + ' ' + event.rate()));
    }

    @Override
    public void onFundingPaid(final EventInfo info, final FundingPaidDecoder event) {
        events.add(name(info, "funding " + event.account() + ' ' + event.amount()));
    }

    @Override
    public void onInstrumentSettled(final EventInfo info, final InstrumentSettledDecoder event) {
        events.add(name(info, "settled " + event.instrument() + " at " + event.price()));
    }

    @Override
    public void onPositionSettled(final EventInfo info, final PositionSettledDecoder event) {
        events.add(name(info, "position settled " + event.account() + ' ' + event.amount()));
    }

    @Override
    public void onOrderChanged(final EventInfo info, final OrderChangedDecoder event) {
        events.add(name(info, "order " + event.order() + ' ' + event.state()));
    }

    @Override
    public void onCheckpointTaken(final EventInfo info, final CheckpointTakenDecoder event) {
        events.add(name(info, "checkpoint " + Long.toHexString(event.stateHash())));
    }

    private static String name(final EventInfo info, final String what) {
        return info.sequence() + "/" + info.index() + ' ' + what + (info.durable() ? " durable" : "");
    }

    @Override
    public void close() {
        client.close();
    }
}
