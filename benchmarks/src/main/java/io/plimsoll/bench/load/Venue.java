package io.plimsoll.bench;

import io.plimsoll.core.engine.Limits;
import io.plimsoll.core.engine.MarginEngine;
import io.plimsoll.core.wire.CommandDispatcher;
import io.plimsoll.core.wire.EventSink;
import io.plimsoll.sbe.CommandCompletedDecoder;
import io.plimsoll.sbe.MessageHeaderDecoder;
import io.plimsoll.sbe.RejectReason;
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

    /** First account; the others follow. */
    public static final int FIRST_ACCOUNT = 1;

    /** The source of all commands. */
    static final int SOURCE = 1;

    private static final int HOST = 0;
    private static final Limits LIMITS = new Limits(8, 8, 8, 16, 2_048, 2_048, 16, 1_024, 64, 1 << 16);
    private static final long STEP_NS = 1_000;

    private final MarginEngine engine = new MarginEngine(LIMITS);
    private final CommandDispatcher dispatcher = new CommandDispatcher(engine, this);
    private final MessageHeaderDecoder header = new MessageHeaderDecoder();
    private final CommandCompletedDecoder completed = new CommandCompletedDecoder();
    private long sequence;
    private long sourceSequence;
    private long events;

    /**
     * Opens the market and funds the accounts.
     *
     * @param accounts number of accounts, from {@link #FIRST_ACCOUNT}.
     */
    public Venue(final int accounts) {
        apply(CommandFrame.defineSource(SOURCE).from(HOST, 1));
        send(CommandFrame.defineAsset(1, "USDC", 6));
        send(CommandFrame.defineAsset(2, "BTC", 8));
        send(CommandFrame.indexPrice(1, INDEX_OF_ONE));
        send(CommandFrame.defineTierTable(1));
        send(CommandFrame.defineInstrument(1, "BTC-PERP"));
        send(CommandFrame.markPrice(1, MARK_TICKS));
        for (int account = FIRST_ACCOUNT; account < FIRST_ACCOUNT + accounts; account++) {
            send(CommandFrame.defineGroup(account));
            send(CommandFrame.defineAccount(account));
            send(CommandFrame.deposit(account, 1_000_000_000_000L));
        }
    }

    /**
     * Gives the frame the next source sequence and applies it.
     *
     * @param frame to apply; used again as often as wished.
     */
    public void send(final CommandFrame frame) {
        frame.from(SOURCE, ++sourceSequence);
        apply(frame);
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
            if (completed.reason() != RejectReason.NONE) {
                throw new IllegalStateException("command " + completed.templateId() + ": " + completed.reason());
            }
        }
    }
}
