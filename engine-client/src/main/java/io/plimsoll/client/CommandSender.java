package io.plimsoll.client;

import io.plimsoll.sbe.MessageHeaderEncoder;
import org.agrona.concurrent.SystemEpochNanoClock;
import org.agrona.concurrent.UnsafeBuffer;

/**
 * What the encoders share: asks whether a command may go out, gives the place to write it, numbers it and sends it. The
 * place is the send window itself, so that a command is written once.
 */
final class CommandSender {
    private final Session session;
    private final SendWindow window;
    private final int source;
    private final long orderDeadlineNs;
    private final MessageHeaderEncoder header = new MessageHeaderEncoder();
    private long lastSourceSequence;

    CommandSender(final Session session, final ClientConfig config) {
        this.session = session;
        this.source = config.source();
        this.orderDeadlineNs = config.orderDeadlineNs();
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

    /** Until when the engine may take an order that is written now, ns since 1970; 0: whenever it comes. */
    long goodTill() {
        return orderDeadlineNs == 0 ? 0 : SystemEpochNanoClock.INSTANCE.nanoTime() + orderDeadlineNs;
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
