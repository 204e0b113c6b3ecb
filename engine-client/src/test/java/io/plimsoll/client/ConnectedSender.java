package io.plimsoll.client;

import io.plimsoll.sbe.ConnectResult;
import org.agrona.concurrent.UnsafeBuffer;

/** A sender whose session is open, on a link that keeps what is sent. */
final class ConnectedSender {
    /** Source of all that is sent. */
    static final int SOURCE = 7;

    private static final long NOW_NS = 1_000_000_000L;

    private final FakeLink link = new FakeLink();
    private final CommandSender sender;

    ConnectedSender() {
        this(ClientConfig.of("nowhere", SOURCE));
    }

    ConnectedSender(final ClientConfig config) {
        final TestRecords says = new TestRecords();
        final Session session = new Session(config, new ClientHandler() {}, fragments -> {
            link.handler = fragments;
            return link;
        });
        sender = new CommandSender(session, config);
        session.doWork(NOW_NS);
        session.doWork(NOW_NS);
        final int length = says.reply(link.request.clientToken(), ConnectResult.OK, 1, 0, 1);
        final UnsafeBuffer reply = new UnsafeBuffer(new byte[length]);
        reply.putBytes(0, says.buffer, 0, length);
        link.inbox.add(reply);
        session.doWork(NOW_NS);
        link.sent.clear();
    }

    CommandSender sender() {
        return sender;
    }

    /** Keeps what was sent since the session is open. */
    FakeLink link() {
        return link;
    }
}
