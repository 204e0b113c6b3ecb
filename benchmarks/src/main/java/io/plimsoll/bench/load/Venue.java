package io.plimsoll.bench.load;

import io.plimsoll.core.account.Account;
import io.plimsoll.core.engine.EngineState;
import io.plimsoll.core.engine.Limits;
import io.plimsoll.core.engine.MarginEngine;
import io.plimsoll.core.engine.TradingCommands;
import io.plimsoll.core.margin.MarginAssessment;
import io.plimsoll.core.wire.CommandDispatcher;
import io.plimsoll.core.wire.EventSink;
import io.plimsoll.sbe.CommandCompletedDecoder;
import io.plimsoll.sbe.MessageHeaderDecoder;
import io.plimsoll.sbe.RejectReason;
import java.util.ArrayList;
import java.util.List;
import org.agrona.DirectBuffer;

/**
 * An engine with one market and a number of accounts, driven without a host. Counts what comes out and stops at a command
 * that was not accepted, so that no benchmark measures rejects.
 */
public final class Venue implements EventSink {
    /** Mark price at the start, in ticks. */
    public static final long MARK_TICKS = 20_000;

    /** Index price of an asset that is worth one unit of the margin currency. */
    static final long INDEX_OF_ONE = 10_000_000_000L;

    /** Deposit of each account: a million. */
    public static final long FUNDS = 1_000_000_000_000L;

    /** First account; the others follow. */
    public static final int FIRST_ACCOUNT = 1;

    /** The source of all commands. */
    public static final int SOURCE = 1;

    /** The source that defines the others. */
    public static final int HOST = 0;

    /** Room for all scenarios. */
    public static final Limits LIMITS = new Limits(8, 8, 8, 16, 2_048, 2_048, 16, 1_024, 64, 1 << 16);

    private static final long STEP_NS = 1_000;

    private final MarginEngine engine;
    private final CommandDispatcher dispatcher;
    private final MessageHeaderDecoder header = new MessageHeaderDecoder();
    private final CommandCompletedDecoder completed = new CommandCompletedDecoder();
    private long sequence;
    private long sourceSequence;
    private final MarginAssessment assessment = new MarginAssessment();
    private long events;
    private long detail;
    private RejectReason reason = RejectReason.NONE;

    /**
     * Opens the market and funds the accounts.
     *
     * @param accounts number of accounts, from {@link #FIRST_ACCOUNT}.
     */
    public Venue(final int accounts) {
        this(LIMITS);
        definitions(accounts).forEach(this::send);
        deposits(accounts).forEach(this::send);
    }

    /**
     * Nothing is defined yet but {@link #SOURCE}.
     *
     * @param limits how much there is room for.
     */
    Venue(final Limits limits) {
        engine = new MarginEngine(limits);
        dispatcher = new CommandDispatcher(engine, this);
        apply(CommandFrame.defineSource(SOURCE).from(HOST, 1));
    }

    /** {@return whether the engine has work for a Continue} */
    boolean hasWork() {
        return engine.risk().hasWork();
    }

    /** {@return what the engine holds} */
    EngineState state() {
        return engine.state();
    }

    /** What {@link #SOURCE} defines: assets, prices, one market, accounts each in a group of its own. */
    public static List<CommandFrame> definitions(final int accounts) {
        final List<CommandFrame> frames = new ArrayList<>();
        frames.add(CommandFrame.defineAsset(1, "USDC", 6));
        frames.add(CommandFrame.defineAsset(2, "BTC", 8));
        frames.add(CommandFrame.indexPrice(1, INDEX_OF_ONE));
        frames.add(CommandFrame.defineTierTable(1));
        frames.add(CommandFrame.defineInstrument(1, "BTC-PERP"));
        frames.add(CommandFrame.markPrice(1, MARK_TICKS));
        for (int account = FIRST_ACCOUNT; account < FIRST_ACCOUNT + accounts; account++) {
            frames.add(CommandFrame.defineGroup(account));
            frames.add(CommandFrame.defineAccount(account));
        }
        return frames;
    }

    /** A million for each account. */
    public static List<CommandFrame> deposits(final int accounts) {
        final List<CommandFrame> frames = new ArrayList<>();
        for (int account = FIRST_ACCOUNT; account < FIRST_ACCOUNT + accounts; account++) {
            frames.add(CommandFrame.deposit(account, FUNDS));
        }
        return frames;
    }

    /**
     * Gives the frame the next source sequence and applies it.
     *
     * @param frame to apply; used again as often as wished.
     */
    public void send(final CommandFrame frame) {
        if (!offer(frame)) {
            throw new IllegalStateException("command of " + frame.length() + " bytes: " + reason);
        }
    }

    /** The same for a command that may be rejected; says whether it was accepted. */
    boolean offer(final CommandFrame frame) {
        frame.from(SOURCE, ++sourceSequence);
        apply(frame);
        return reason == RejectReason.NONE;
    }

    /** {@return detail of the last completion} */
    long detail() {
        return detail;
    }

    /** {@return commands about orders, with figures about their checks} */
    TradingCommands trading() {
        return engine.trading();
    }

    /** Does all of the work that is due. */
    void work() {
        while (hasWork()) {
            send(CommandFrame.goOn());
        }
    }

    /** Margin equity of an account. */
    long marginEquity(final long id) {
        engine.assess(state().accounts().account(id), assessment);
        return assessment.marginEquity();
    }

    /** Free margin of an account; as its positions leave it, or with its orders. */
    long freeMargin(final long id, final boolean withOrders) {
        final Account account = state().accounts().account(id);
        engine.assess(account, assessment);
        return withOrders ? assessment.freeMarginWith(engine.positionAndOrderMargin(account)) : assessment.freeMargin();
    }

    /** Number of events so far, completions included. */
    public long events() {
        return events;
    }

    private void apply(final CommandFrame frame) {
        sequence++;
        dispatcher.onCommand(sequence, sequence * STEP_NS, frame.buffer(), 0, frame.length());
    }

    @Override
    public void onEvent(
            final int index, final int flags, final DirectBuffer event, final int offset, final int length) {
        events++;
        if ((flags & LAST_OF_COMMAND) != 0) {
            completed.wrapAndApplyHeader(event, offset, header);
            detail = completed.detail();
            reason = completed.reason();
        }
    }
}
