package io.plimsoll.client;

import io.aeron.logbuffer.FragmentHandler;
import io.aeron.logbuffer.Header;
import io.plimsoll.sbe.ConnectReplyDecoder;
import io.plimsoll.sbe.ConnectResult;
import io.plimsoll.sbe.FrameRejectDecoder;
import io.plimsoll.sbe.FrameVerdict;
import io.plimsoll.sbe.HeartbeatDecoder;
import io.plimsoll.sbe.MessageHeaderDecoder;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Function;
import org.agrona.DirectBuffer;

/**
 * The conversation with the engine: look for it, ask for a session, keep it alive, notice when it is gone, start over.
 * All time is given by the caller.
 */
final class Session {
    private static final int FRAGMENT_LIMIT = 64;
    private static final int RESEND_LIMIT = 64;
    private static final int STREAM_MIN = 10_000;
    private static final long HEARTBEAT_INTERVAL_NS = 500_000_000L;
    private static final long BACK_PRESSURE_PAUSE_NS = 500_000L;
    private static final long STOPPED_PAUSE_NS = 100_000_000L;

    private final ClientConfig config;
    private final ClientHandler handler;
    private final Link link;
    private final SendWindow window;
    private final ResumeTracker resume;
    private final EventReceiver receiver;
    private final SessionMessages messages = new SessionMessages();
    private final MessageHeaderDecoder header = new MessageHeaderDecoder();
    private final ConnectReplyDecoder reply = new ConnectReplyDecoder();
    private final HeartbeatDecoder heartbeat = new HeartbeatDecoder();
    private final FrameRejectDecoder reject = new FrameRejectDecoder();
    private final long token;

    private Phase phase = Phase.IDLE;
    private int sessionStream;
    private ConnectResult refusal;
    private Thread owner;
    private boolean started;
    private boolean working;
    private boolean wasConnected;
    private boolean everSent;
    private boolean askedFromNow;
    private long epoch;
    private long nowNs;
    private long deadlineNs;
    private long lastHeardNs;
    private long lastHeartbeatNs;
    private long resendAtNs;

    Session(final ClientConfig config, final ClientHandler handler, final Function<FragmentHandler, Link> links) {
        this.config = config;
        this.handler = handler;
        link = links.apply(this::onFragment);
        window = new SendWindow(config.windowFrames());
        resume = new ResumeTracker(config.start());
        receiver = new EventReceiver(config.source(), window, resume, handler);
        token = ThreadLocalRandom.current().nextLong(1, Long.MAX_VALUE);
    }

    SendWindow window() {
        return window;
    }

    ResumePoint resumePoint() {
        return resume.point();
    }

    long epoch() {
        return epoch;
    }

    ConnectionState state() {
        return switch (phase) {
            case CLOSED -> ConnectionState.CLOSED;
            case CONNECTED -> ConnectionState.CONNECTED;
            default -> wasConnected ? ConnectionState.ENGINE_DOWN : ConnectionState.CONNECTING;
        };
    }

    /**
     * Time that is known without asking the machine, which would take a third of what sending takes: of the last poll, or
     * the transport's if that is later, so that a caller who does not poll is stopped too.
     */
    long knownNs() {
        final long linkNs = link.nowNs();
        return linkNs - nowNs > 0 ? linkNs : nowNs;
    }

    /** Whether a new command may go out now: SENT, or why not. */
    Result readiness(final long now) {
        assert isOwner() : "a client belongs to one thread";
        if (phase == Phase.CONNECTED) {
            if (now - lastHeardNs > config.engineTimeoutNs()) {
                return Result.ENGINE_DOWN;
            }
            if (config.source() == 0) {
                return Result.INVALID;
            }
            return window.isFull() || window.mustResend() ? Result.BACK_PRESSURE : Result.SENT;
        }
        if (phase == Phase.CLOSED) {
            return Result.CLOSED;
        }
        return wasConnected ? Result.ENGINE_DOWN : Result.NOT_CONNECTED;
    }

    /** Hands the frame written at the window's end to the transport. */
    Result send(final int length) {
        final int taken = link.offer(window.buffer(), window.offset(window.next()), length);
        if (taken == Link.TAKEN) {
            window.commit(length);
            everSent = true;
            return Result.SENT;
        }
        return taken == Link.FULL ? Result.BACK_PRESSURE : Result.ENGINE_DOWN;
    }

    int doWork(final long now) {
        assert isOwner() : "a client belongs to one thread";
        nowNs = now;
        if (!started) {
            started = true;
            deadlineNs = now;
        }
        working = true;
        try {
            return switch (phase) {
                case IDLE -> open();
                case LINKING -> linking();
                case ASKING -> asking();
                case CONNECTED -> connected();
                case CLOSED -> 0;
            };
        } finally {
            working = false;
            if (phase == Phase.CLOSED) {
                link.close();
            }
        }
    }

    /** Closes at once, or after the running {@link #doWork} when a callback asks: the transport is in use until then. */
    void close() {
        if (phase == Phase.CONNECTED) {
            link.offer(messages.buffer(), 0, messages.disconnect(token));
        }
        phase = Phase.CLOSED;
        if (!working) {
            link.close();
        }
    }

    private boolean isOwner() {
        if (owner == null) {
            owner = Thread.currentThread();
        }
        return owner == Thread.currentThread();
    }

    private int open() {
        if (nowNs - deadlineNs < 0) {
            return 0;
        }
        // Another one each time: the answer to an earlier request must not be taken for that to this one.
        sessionStream = ThreadLocalRandom.current().nextInt(STREAM_MIN, Integer.MAX_VALUE);
        if (!link.open(sessionStream)) {
            pause();
            return 0;
        }
        phase = Phase.LINKING;
        deadlineNs = nowNs + config.connectTimeoutNs();
        return 1;
    }

    private int linking() {
        if (link.advance()) {
            final ResumePoint point = resume.point();
            askedFromNow = resume.startsNow();
            if (link.offer(messages.buffer(), 0, messages.connect(token, config.source(), sessionStream, point))
                    == Link.TAKEN) {
                phase = Phase.ASKING;
                return 1;
            }
        }
        return giveUpIfLate();
    }

    private int asking() {
        refusal = null;
        final int fragments = link.poll(FRAGMENT_LIMIT);
        if (refusal != null) {
            link.close();
            pause();
            handler.onRefused(refusal);
            return fragments;
        }
        return phase == Phase.ASKING ? fragments + giveUpIfLate() : fragments;
    }

    /** An engine that has opened its side may take longer: it looks for the resume point in its journal. */
    private int giveUpIfLate() {
        final boolean late = nowNs - deadlineNs >= 0 && !link.hasEngine();
        if (!late && !link.isBroken()) {
            return 0;
        }
        link.close();
        pause();
        return 1;
    }

    private void pause() {
        phase = Phase.IDLE;
        deadlineNs = nowNs + config.reconnectIntervalNs();
    }

    private int connected() {
        final int fragments = link.poll(FRAGMENT_LIMIT);
        if (phase != Phase.CONNECTED) {
            return fragments;
        }
        if (fragments == 0) {
            checkEngine();
        }
        return phase == Phase.CONNECTED ? fragments + resend() + keepAlive() : fragments;
    }

    /** Only an empty stream proves silence: a caller that polls rarely finds old heartbeats first. */
    private void checkEngine() {
        if (link.isBroken()) {
            disconnect(DisconnectReason.LINK_LOST);
        } else if (!link.hasEngine()) {
            disconnect(DisconnectReason.CLOSED_BY_ENGINE);
        } else if (nowNs - lastHeardNs > config.engineTimeoutNs()) {
            disconnect(DisconnectReason.HEARTBEAT_TIMEOUT);
        }
    }

    private void disconnect(final DisconnectReason reason) {
        link.close();
        pause();
        handler.onDisconnected(reason);
    }

    private int resend() {
        int sent = 0;
        while (window.mustResend() && sent < RESEND_LIMIT && nowNs - resendAtNs >= 0) {
            final long sequence = window.cursor();
            if (!window.isAnswered(sequence)
                    && link.offer(window.buffer(), window.offset(sequence), window.length(sequence)) != Link.TAKEN) {
                break;
            }
            window.resent();
            sent++;
        }
        return sent;
    }

    private int keepAlive() {
        if (nowNs - lastHeartbeatNs < HEARTBEAT_INTERVAL_NS) {
            return 0;
        }
        if (link.offer(messages.buffer(), 0, messages.heartbeat(token, resume)) == Link.TAKEN) {
            lastHeartbeatNs = nowNs;
            return 1;
        }
        return 0;
    }

    private void onFragment(final DirectBuffer buffer, final int offset, final int length, final Header unused) {
        lastHeardNs = nowNs;
        if (length < MessageHeaderDecoder.ENCODED_LENGTH) {
            return;
        }
        if (EventReceiver.beginsRecord(buffer, offset)) {
            onRecords(buffer, offset, length);
            return;
        }
        header.wrap(buffer, offset);
        if (header.schemaId() != MessageHeaderDecoder.SCHEMA_ID) {
            return;
        }
        switch (header.templateId()) {
            case ConnectReplyDecoder.TEMPLATE_ID -> onConnectReply(reply.wrapAndApplyHeader(buffer, offset, header));
            case HeartbeatDecoder.TEMPLATE_ID -> onHeartbeat(heartbeat.wrapAndApplyHeader(buffer, offset, header));
            case FrameRejectDecoder.TEMPLATE_ID -> onFrameReject(reject.wrapAndApplyHeader(buffer, offset, header));
            default -> {
                // A newer gateway may say more than this client knows.
            }
        }
    }

    /** A message holds one record or several. A callback may end the session: then the rest is not read any more. */
    private void onRecords(final DirectBuffer buffer, final int offset, final int length) {
        int taken = 0;
        int step = 1;
        while (phase == Phase.CONNECTED && step > 0 && taken < length) {
            step = receiver.onRecord(buffer, offset + taken, length - taken);
            taken += step;
        }
    }

    private void onConnectReply(final ConnectReplyDecoder answer) {
        if (phase != Phase.ASKING || answer.clientToken() != token) {
            return;
        }
        final ConnectResult result = answer.result();
        if (result != ConnectResult.OK && result != ConnectResult.ROLLED_BACK) {
            refusal = result;
            return;
        }
        epoch = answer.epoch();
        phase = Phase.CONNECTED;
        wasConnected = true;
        lastHeartbeatNs = nowNs;
        resendAtNs = nowNs;
        final boolean rolledBack = result == ConnectResult.ROLLED_BACK;
        if (rolledBack) {
            resume.rolledBack(epoch, answer.sequence());
        }
        final long nextSourceSequence = answer.nextSourceSequence();
        final boolean lost = everSent && nextSourceSequence < window.head();
        final int dropped = alignWindow(nextSourceSequence);
        if (rolledBack || lost) {
            handler.onRolledBack(answer.sequence(), nextSourceSequence, lost ? dropped : 0);
        }
        handler.onConnected(epoch, nextSourceSequence);
    }

    /** Answers how many unanswered frames were dropped. */
    private int alignWindow(final long nextSourceSequence) {
        if (config.source() == 0) {
            return 0;
        }
        if (!everSent || nextSourceSequence < window.head() || nextSourceSequence > window.next()) {
            return window.reset(nextSourceSequence);
        }
        // Without a resume point the answers of the outage are not delivered: asking again brings them.
        window.rewind(askedFromNow ? window.head() : nextSourceSequence);
        return 0;
    }

    private void onHeartbeat(final HeartbeatDecoder beat) {
        if (phase == Phase.CONNECTED && beat.clientToken() == token) {
            resume.durableUpTo(beat.durableSequence());
        }
    }

    private void onFrameReject(final FrameRejectDecoder refused) {
        if (phase != Phase.CONNECTED) {
            return;
        }
        final long sequence = refused.sourceSequence();
        final FrameVerdict verdict = refused.verdict();
        if (window.holds(sequence)) {
            if (verdict == FrameVerdict.BACK_PRESSURE) {
                window.rewind(sequence);
                resendAtNs = nowNs + BACK_PRESSURE_PAUSE_NS;
            } else if (verdict == FrameVerdict.ENGINE_STOPPED) {
                window.rewind(sequence);
                resendAtNs = nowNs + STOPPED_PAUSE_NS;
            } else {
                window.truncate(sequence);
            }
        }
        handler.onFrameReject(sequence, refused.templateId(), verdict);
    }

    /** How far the conversation is. */
    private enum Phase {
        IDLE,
        LINKING,
        ASKING,
        CONNECTED,
        CLOSED
    }
}
