package io.plimsoll.lab.live;

import io.plimsoll.core.engine.MarginEngine;
import io.plimsoll.core.fixed.Words;
import io.plimsoll.core.instrument.Asset;
import io.plimsoll.core.instrument.Instrument;
import io.plimsoll.core.risk.RiskRegime;
import io.plimsoll.core.wire.CommandDispatcher;
import io.plimsoll.core.wire.CommandFrames;
import io.plimsoll.core.wire.EventSink;
import io.plimsoll.core.wire.FrameCheck;
import io.plimsoll.sbe.CommandCompletedDecoder;
import io.plimsoll.sbe.ContinueEncoder;
import io.plimsoll.sbe.DefineDocumentPartEncoder;
import io.plimsoll.sbe.DocumentKind;
import io.plimsoll.sbe.IndexPriceEncoder;
import io.plimsoll.sbe.MarkPriceEncoder;
import io.plimsoll.sbe.MessageHeaderDecoder;
import io.plimsoll.sbe.MessageHeaderEncoder;
import io.plimsoll.sbe.ParameterChangeEncoder;
import io.plimsoll.sbe.ParameterId;
import io.plimsoll.sbe.RejectReason;
import io.plimsoll.sbe.RevalueEncoder;
import io.plimsoll.sbe.Side;
import io.plimsoll.sbe.TradeEncoder;
import org.agrona.DirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;

/**
 * Sends commands to a copy of an engine, all from the host, so that no source misses a number. Without a time of their own they come
 * at the engine's time: nothing ages.
 */
final class HostFeed {
    private final MarginEngine engine;
    private final FeedListener listener;
    private final CommandDispatcher dispatcher;
    private final UnsafeBuffer frame = new UnsafeBuffer(new byte[CommandFrames.COMMAND_LENGTH_MAX]);
    private final MessageHeaderEncoder header = new MessageHeaderEncoder();
    private final MessageHeaderDecoder completedHeader = new MessageHeaderDecoder();
    private final CommandCompletedDecoder completed = new CommandCompletedDecoder();
    private RejectReason reason = RejectReason.NONE;
    private long detail;

    HostFeed(final MarginEngine engine) {
        this(engine, FeedListener.NONE);
    }

    HostFeed(final MarginEngine engine, final FeedListener listener) {
        this.engine = engine;
        this.listener = listener;
        this.dispatcher = new CommandDispatcher(engine, this::event);
    }

    private void event(final int index, final int flags, final DirectBuffer event, final int offset, final int length) {
        listener.event(event, offset);
        if ((flags & EventSink.LAST_OF_COMMAND) != 0) {
            completed.wrapAndApplyHeader(event, offset, completedHeader);
            reason = completed.reason();
            detail = completed.detail();
        }
    }

    /** Sends a command of anybody as one of the host; returns whether it was accepted. */
    boolean send(final long timeNs, final DirectBuffer command, final int offset, final int length) {
        frame.putBytes(0, command, offset, length);
        return sendFrame(timeNs, length);
    }

    private boolean sendFrame(final long timeNs, final int length) {
        final long sequence = engine.sequence() + 1;
        frame.putLong(CommandFrames.HEADER_LENGTH, sequence);
        frame.putInt(CommandFrames.HEADER_LENGTH + Long.BYTES, 0);
        listener.command(sequence, frame, 0);
        dispatcher.onCommand(sequence, timeNs, frame, 0, length);
        return reason == RejectReason.NONE;
    }

    private boolean sendBody(final long timeNs, final int bodyLength) {
        return sendFrame(timeNs, CommandFrames.HEADER_LENGTH + bodyLength);
    }

    private long now() {
        return engine.state().timeNs();
    }

    boolean index(final Asset asset, final long price) {
        return index(now(), asset, price);
    }

    boolean index(final long timeNs, final Asset asset, final long price) {
        final IndexPriceEncoder command = new IndexPriceEncoder().wrapAndApplyHeader(frame, 0, header);
        return sendBody(timeNs, command.asset(asset.id()).price(price).encodedLength());
    }

    boolean mark(final Instrument instrument, final long ticks) {
        return mark(now(), instrument, ticks);
    }

    boolean mark(final long timeNs, final Instrument instrument, final long ticks) {
        final MarkPriceEncoder command = new MarkPriceEncoder().wrapAndApplyHeader(frame, 0, header);
        return sendBody(timeNs, command.instrument(instrument.id()).price(ticks).encodedLength());
    }

    /** A parameter of the engine as a whole. */
    boolean parameter(final ParameterId parameter, final long value) {
        final ParameterChangeEncoder command = new ParameterChangeEncoder().wrapAndApplyHeader(frame, 0, header);
        return sendBody(
                now(), command.parameter(parameter).scope(0).value(value).encodedLength());
    }

    /** A trade at the mark without fees; negative lots: the account sells. */
    boolean trade(final Instrument instrument, final long lots, final long account, final long other) {
        final TradeEncoder command = new TradeEncoder().wrapAndApplyHeader(frame, 0, header);
        command.instrument(instrument.id())
                .tradeId(Long.MAX_VALUE - engine.sequence())
                .price(engine.state().prices().markTicks(instrument))
                .lots(Math.abs(lots))
                .buyAccount(lots > 0 ? account : other)
                .sellAccount(lots > 0 ? other : account)
                .buyOrder(0)
                .sellOrder(0)
                .buyFee(0)
                .sellFee(0)
                .takerSide(Side.BUY);
        return sendBody(now(), command.encodedLength());
    }

    /** A whole document, part by part; returns whether it is in force. */
    boolean document(final DocumentKind kind, final int id, final int version, final Words words) {
        boolean isTaken = true;
        for (int first = 0; isTaken && first < words.count(); first += FrameCheck.WORDS_MAX) {
            final int count = Math.min(FrameCheck.WORDS_MAX, words.count() - first);
            final DefineDocumentPartEncoder command =
                    new DefineDocumentPartEncoder().wrapAndApplyHeader(frame, 0, header);
            command.document(id)
                    .documentVersion(version)
                    .total(words.count())
                    .firstWord(first)
                    .kind(kind);
            final DefineDocumentPartEncoder.WordsEncoder part = command.wordsCount(count);
            for (int i = 0; i < count; i++) {
                part.next().word(words.at(first + i));
            }
            isTaken = sendBody(now(), command.encodedLength());
        }
        return isTaken;
    }

    /** Why the last command was refused. */
    RejectReason reason() {
        return reason;
    }

    /** What belongs to the reason. */
    long detail() {
        return detail;
    }

    /** Does all work there is, at the engine's time. */
    void work() {
        workAt(now());
    }

    /** Makes all rows from what is known at a time. */
    void revalueAll(final long timeNs) {
        if (engine.state().risk().inUse() != null) {
            final RiskRegime regime = engine.state().risk().inUse().regime();
            for (int place = 0; place < regime.underlyings(); place++) {
                if (regime.asset(place) != null) {
                    askFor(regime.asset(place), timeNs);
                }
            }
        }
        workAt(timeNs);
    }

    /** Makes the rows of an underlying from what is known now. */
    void revalue(final Asset underlying) {
        askFor(underlying, now());
        workAt(now());
    }

    private void askFor(final Asset underlying, final long timeNs) {
        final RevalueEncoder command = new RevalueEncoder().wrapAndApplyHeader(frame, 0, header);
        sendBody(timeNs, command.asset(underlying.id()).encodedLength());
    }

    /** Does all work there is at a time. */
    void workAt(final long timeNs) {
        while (engine.risk().hasWork()) {
            sendBody(
                    timeNs,
                    new ContinueEncoder().wrapAndApplyHeader(frame, 0, header).encodedLength());
        }
    }
}
