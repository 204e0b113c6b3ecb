package io.plimsoll.gateway;

import io.aeron.logbuffer.ControlledFragmentHandler;
import io.aeron.logbuffer.FrameDescriptor;
import io.aeron.logbuffer.Header;
import io.plimsoll.core.wire.CommandFrames;
import io.plimsoll.core.wire.FrameCheck;
import io.plimsoll.core.wire.Roles;
import io.plimsoll.sbe.AdvanceTimeDecoder;
import io.plimsoll.sbe.ConnectRequestDecoder;
import io.plimsoll.sbe.DisconnectRequestDecoder;
import io.plimsoll.sbe.FrameVerdict;
import io.plimsoll.sbe.HeartbeatDecoder;
import io.plimsoll.sbe.MessageHeaderDecoder;
import java.nio.ByteOrder;
import java.util.function.Supplier;
import org.agrona.DirectBuffer;

/**
 * Takes fragments off Aeron: conversation goes to the sessions, commands are checked and sequenced, all else is refused with
 * one verdict, counted and told to the client. A full ring is such a verdict, BACK_PRESSURE: the client sends again. After a
 * refused command the session's later ones are passed over until that number comes again, so that their order is kept.
 */
final class IngressAdapter implements ControlledFragmentHandler {
    private static final int FIRST_COMMAND = 100;

    private final IngressSessions sessions;
    private final Sequencer sequencer;
    private final Supplier<SourceDirectory> sources;
    private final GatewayCounters counters;
    private final int checkpointEvery;
    private final MessageHeaderDecoder header = new MessageHeaderDecoder();
    private final ConnectRequestDecoder connect = new ConnectRequestDecoder();
    private boolean stopped;
    private long checkpointAt;
    private long nowNs;

    IngressAdapter(
            final IngressSessions sessions,
            final Sequencer sequencer,
            final Supplier<SourceDirectory> sources,
            final GatewayCounters counters,
            final int checkpointEvery) {
        this.sessions = sessions;
        this.sequencer = sequencer;
        this.sources = sources;
        this.counters = counters;
        this.checkpointEvery = checkpointEvery;
    }

    /** Time for the fragments of the next poll, for the sessions' time-outs. */
    void now(final long newNowNs) {
        nowNs = newNowNs;
    }

    /** What the engine knows of sources now. */
    Supplier<SourceDirectory> sources() {
        return sources;
    }

    /** From now on every command is refused. */
    void stop() {
        stopped = true;
    }

    @Override
    public Action onFragment(final DirectBuffer buffer, final int offset, final int length, final Header aeronHeader) {
        return onFrame(buffer, offset, length, aeronHeader.flags(), aeronHeader.sessionId());
    }

    /** Takes a frame of a client's publication. */
    Action onFrame(
            final DirectBuffer buffer, final int offset, final int length, final byte flags, final int aeronSession) {
        final IngressSession session = sessions.get(aeronSession);
        if (session != null) {
            session.heard(nowNs);
        }
        if ((flags & FrameDescriptor.UNFRAGMENTED) != FrameDescriptor.UNFRAGMENTED) {
            return onLargeMessage(session, flags);
        }
        if (length < CommandFrames.HEADER_LENGTH) {
            return refuse(session, 0, 0, 0, FrameVerdict.TOO_SHORT);
        }
        final int template = CommandFrames.templateId(buffer, offset);
        if (isOurs(buffer, offset) && template < FIRST_COMMAND) {
            return onConversation(buffer, offset, length, template, aeronSession, session);
        }
        return onCommand(buffer, offset, length, session);
    }

    private static boolean isOurs(final DirectBuffer buffer, final int offset) {
        return (buffer.getShort(offset + 4, ByteOrder.LITTLE_ENDIAN) & 0xFFFF) == MessageHeaderDecoder.SCHEMA_ID;
    }

    private boolean isVersionKnown() {
        return header.version() >= 1 && header.version() <= MessageHeaderDecoder.SCHEMA_VERSION;
    }

    /** Only the first fragment counts: the message is longer than any command. */
    private Action onLargeMessage(final IngressSession session, final byte flags) {
        return (flags & FrameDescriptor.BEGIN_FRAG_FLAG) == 0
                ? Action.CONTINUE
                : refuse(session, 0, 0, 0, FrameVerdict.TOO_LONG);
    }

    private Action onConversation(
            final DirectBuffer buffer,
            final int offset,
            final int length,
            final int template,
            final int aeronSession,
            final IngressSession session) {
        header.wrap(buffer, offset);
        switch (template) {
            case ConnectRequestDecoder.TEMPLATE_ID -> {
                if (length < MessageHeaderDecoder.ENCODED_LENGTH + ConnectRequestDecoder.BLOCK_LENGTH) {
                    return refuse(session, 0, 0, template, FrameVerdict.TOO_SHORT);
                }
                connect.wrapAndApplyHeader(buffer, offset, header);
                return sessions.connect(connect, aeronSession, sources.get(), isVersionKnown(), nowNs)
                        ? Action.CONTINUE
                        : Action.ABORT;
            }
            case DisconnectRequestDecoder.TEMPLATE_ID -> {
                return sessions.disconnect(aeronSession) ? Action.CONTINUE : Action.ABORT;
            }
            case HeartbeatDecoder.TEMPLATE_ID -> {
                return Action.CONTINUE;
            }
            default -> {
                return refuse(session, 0, 0, template, FrameVerdict.UNKNOWN_TEMPLATE);
            }
        }
    }

    private Action onCommand(
            final DirectBuffer buffer, final int offset, final int length, final IngressSession session) {
        if (length < CommandFrames.COMMAND_LENGTH_MIN) {
            return refuse(session, 0, 0, 0, FrameVerdict.TOO_SHORT);
        }
        if (!isOurs(buffer, offset)) {
            return refuse(session, 0, 0, 0, session == null ? FrameVerdict.NOT_CONNECTED : FrameVerdict.WRONG_SCHEMA);
        }
        final int template = CommandFrames.templateId(buffer, offset);
        final int source = CommandFrames.source(buffer, offset);
        final long sourceSequence = CommandFrames.sourceSequence(buffer, offset);
        final boolean own = session != null && source == session.source();
        final SourceDirectory.Entry entry = own ? session.entry(sources.get()) : null;
        if (own && session.passesOver(sourceSequence)) {
            counters.increment(EngineCounter.FRAMES_PASSED_OVER);
            return Action.CONTINUE;
        }
        final FrameVerdict verdict = check(buffer, offset, length, session, entry);
        if (verdict != FrameVerdict.ACCEPTED) {
            return refuse(session, source, sourceSequence, template, verdict);
        }
        final boolean next = sessions.cursors().take(source, entry, sourceSequence);
        if (next && template == AdvanceTimeDecoder.TEMPLATE_ID) {
            sequencer.clock().advanceTo(advanceTime(buffer, offset));
        }
        sequencer.sequence(buffer, offset, length);
        counters.accepted();
        return Action.CONTINUE;
    }

    private FrameVerdict check(
            final DirectBuffer buffer,
            final int offset,
            final int length,
            final IngressSession session,
            final SourceDirectory.Entry entry) {
        if (session == null) {
            return FrameVerdict.NOT_CONNECTED;
        }
        final FrameVerdict verdict = FrameCheck.check(buffer, offset, length);
        if (verdict != FrameVerdict.ACCEPTED) {
            return verdict;
        }
        if (CommandFrames.source(buffer, offset) != session.source() || session.source() == 0 || entry == null) {
            return FrameVerdict.WRONG_SOURCE;
        }
        final int template = CommandFrames.templateId(buffer, offset);
        final boolean movesWallClock =
                template == AdvanceTimeDecoder.TEMPLATE_ID && sequencer.clock().ticks();
        if (movesWallClock || !Roles.maySend(entry.role(), template)) {
            return FrameVerdict.NOT_ALLOWED;
        }
        if (stopped) {
            return FrameVerdict.ENGINE_STOPPED;
        }
        return hasRoom() ? FrameVerdict.ACCEPTED : FrameVerdict.BACK_PRESSURE;
    }

    /** Every sequence that is a multiple of the interval is a checkpoint, whatever restarts lie between. */
    private boolean hasRoom() {
        if (!sequencer.hasRoom()) {
            return false;
        }
        final long next = sequencer.lastSequence() + 1;
        if (checkpointEvery == 0 || next < checkpointAt) {
            return true;
        }
        checkpointAt = (next + checkpointEvery - 1) / checkpointEvery * checkpointEvery;
        if (next < checkpointAt) {
            return true;
        }
        sequencer.checkpoint();
        return sequencer.hasRoom();
    }

    private static long advanceTime(final DirectBuffer buffer, final int offset) {
        return buffer.getLong(
                offset + CommandFrames.HEADER_LENGTH + AdvanceTimeDecoder.timeNsEncodingOffset(),
                ByteOrder.LITTLE_ENDIAN);
    }

    private Action refuse(
            final IngressSession session,
            final int source,
            final long sourceSequence,
            final int template,
            final FrameVerdict verdict) {
        sessions.reject(session, source, sourceSequence, template, verdict);
        return Action.CONTINUE;
    }
}
