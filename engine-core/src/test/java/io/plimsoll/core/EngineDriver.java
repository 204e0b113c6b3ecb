package io.plimsoll.core;

import io.plimsoll.core.engine.EngineState;
import io.plimsoll.core.engine.Invariants;
import io.plimsoll.core.engine.Limits;
import io.plimsoll.core.engine.MarginEngine;
import io.plimsoll.core.wire.CommandDispatcher;
import io.plimsoll.core.wire.EventSink;
import io.plimsoll.core.wire.FrameCheck;
import io.plimsoll.sbe.FrameVerdict;
import java.util.ArrayList;
import java.util.List;
import org.agrona.DirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;

/**
 * Drives an engine the way a host does, frame by frame, and keeps what comes out as readable lines. After every command the
 * invariants hold, money of accounts and house to the last unit; the state hash is made from nothing after every command without
 * rows of scenarios, which are most of the work, and after every {@value #HASH_EVERY}th with them.
 */
public final class EngineDriver implements EventSink {
    /** Source of every command that names no other: may send everything, strict. */
    public static final int ADMIN = 1;

    private static final int HASH_EVERY = 16;

    private final MarginEngine engine;
    private final CommandDispatcher dispatcher;
    private final EventText text = new EventText();
    private final List<String> events = new ArrayList<>();
    private final List<UnsafeBuffer> history = new ArrayList<>();
    private final List<Long> historyTimes = new ArrayList<>();
    private final CommandText commands = new CommandText();
    private long timeNs = 1_000_000_000L;
    private long sequence;
    private long adminSequence;
    private String completion = "";

    public EngineDriver() {
        this(new Limits(8, 8, 8, 16, 64, 64, 16, 256, 32, 64));
    }

    public EngineDriver(final Limits limits) {
        engine = new MarginEngine(limits);
        dispatcher = new CommandDispatcher(engine, this);
    }

    /** A driver with an admin source, USD at 1.0, and one instrument: 1 tick of 1 lot is worth 1 cent. */
    public static EngineDriver withMarket() {
        final EngineDriver driver = new EngineDriver();
        driver.host("DefineSource newSource=1 window=16 role=ADMIN ordering=STRICT");
        driver.send("DefineAsset asset=1 symbol=USDC scale=6 haircut=0 initialHaircut=0 liability=0 stable=NO");
        driver.send(
                "DefineAsset asset=2 symbol=BTC scale=8 haircut=50000 initialHaircut=50000 liability=100000 stable=NO");
        driver.send("IndexPrice asset=1 price=10000000000");
        driver.send("IndexPrice asset=2 price=200000000000000");
        driver.send("DefineTierTable table=1 tiers=0:20000:10000,250000000000:40000:20000");
        driver.send("DefineInstrument instrument=1 symbol=BTC-PERP underlying=2 settlement=1 tickValue=10000"
                + " priceTicksMax=10000000 positionLotsMax=100000 tierTable=1");
        driver.clear();
        return driver;
    }

    /** Sends a command of the admin source; returns its completion: {@code OK} or a reason, and the detail if any. */
    public String send(final String command) {
        return sequence(commands.frame(ADMIN, ++adminSequence, command));
    }

    /** Sends a command of the host. */
    public String host(final String command) {
        return sequence(commands.frame(0, sequence + 1, command));
    }

    /** Sends a command of any source under any number. */
    public String sendAs(final int source, final long sourceSequence, final String command) {
        return sequence(commands.frame(source, sourceSequence, command));
    }

    /** Sends bytes as they are; returns the completion, or the verdict that refused them. */
    public String sendRaw(final byte[] bytes) {
        return sequence(bytes);
    }

    /** Defines a group and an account of the same id, and deposits USDC in whole units. */
    public EngineDriver account(final long id, final long usdc) {
        send("DefineGroup group=" + id);
        send("DefineAccount account=" + id + " group=" + id + " mode=CROSS");
        if (usdc > 0) {
            send("Deposit account=" + id + " asset=1 amount=" + usdc * 1_000_000);
        }
        clear();
        return this;
    }

    private String sequence(final byte[] bytes) {
        final UnsafeBuffer frame = new UnsafeBuffer(bytes);
        final FrameVerdict verdict = FrameCheck.check(frame, 0, bytes.length);
        if (verdict != FrameVerdict.ACCEPTED) {
            return verdict.name();
        }
        sequence++;
        history.add(frame);
        historyTimes.add(timeNs);
        dispatcher.onCommand(sequence, timeNs, frame, 0, bytes.length);
        checkInvariants();
        return completion;
    }

    private void checkInvariants() {
        final EngineState state = engine.state();
        if (state.risk().inUse() == null || sequence % HASH_EVERY == 0) {
            Invariants.check(state);
        } else {
            Invariants.checkBooks(state);
        }
    }

    /** Moves the sequencer's time on. */
    public void advance(final long ns) {
        timeNs += ns;
    }

    @Override
    public void onEvent(
            final int index, final int flags, final DirectBuffer event, final int offset, final int length) {
        final String line = text.line(event, offset);
        if ((flags & LAST_OF_COMMAND) != 0) {
            completion = text.completion(event, offset);
        } else {
            events.add(line);
        }
    }

    /** All events since the last {@link #clear}, without completions. */
    public List<String> events() {
        return events;
    }

    public void clear() {
        events.clear();
    }

    /** Applies to a fresh engine of the same limits everything that was sequenced here. */
    public EngineDriver replay() {
        final EngineDriver fresh = new EngineDriver(engine.limits());
        for (int i = 0; i < history.size(); i++) {
            fresh.timeNs = historyTimes.get(i);
            fresh.sequence(history.get(i).byteArray());
        }
        return fresh;
    }

    public MarginEngine engine() {
        return engine;
    }

    public long sequence() {
        return sequence;
    }

    public long timeNs() {
        return timeNs;
    }
}
