package io.plimsoll.client;

import io.plimsoll.sbe.MessageHeaderEncoder;
import org.agrona.concurrent.UnsafeBuffer;

/**
 * What the encoders share: asks whether a command may go out, gives the place to write it, numbers it and sends it. The
 * place is the send window itself, so that a command is written once.
 */
final class CommandSender {
    private final Session session;
    private final SendWindow window;
    private final int source;
    private final MessageHeaderEncoder header = new MessageHeaderEncoder();
    private long lastSourceSequence;

    CommandSender(final Session session, final int source) {
        this.session = session;
        this.source = source;
        window = session.window();
    }

    /** SENT if a command may be written now, else what to answer the caller. */
    Result ready() {
        return session.readiness(session.knownNs());
    }

    UnsafeBuffer buffer() {
        return window.buffer();
    }

    int offset() {
        return window.offset(window.next());
    }

    MessageHeaderEncoder header() {
        return header;
    }

    long sourceSequence() {
        return window.next();
    }

    int source() {
        return source;
    }

    /** Sends what was written: SBE header and a body of this length. */
    Result send(final int bodyLength) {
        final long sourceSequence = window.next();
        final Result result = session.send(MessageHeaderEncoder.ENCODED_LENGTH + bodyLength);
        if (result == Result.SENT) {
            lastSourceSequence = sourceSequence;
        }
        return result;
    }

    long lastSourceSequence() {
        return lastSourceSequence;
    }
}
