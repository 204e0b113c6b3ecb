package io.plimsoll.gateway;

import io.aeron.Aeron;
import io.plimsoll.journal.JournalException;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletionException;
import org.agrona.DirectBuffer;
import org.agrona.concurrent.NanoClock;

/** All sessions on the way out. One thread. */
final class EgressSessions {
    private static final long HEARTBEAT_NS = 100_000_000L;

    private final Aeron aeron;
    private final String channel;
    private final Queue<SessionRequest> requests;
    private final SessionMessages messages;
    private final SeekService seeks;
    private final EventHead head;
    private final NanoClock clock;
    private final Notices notices;
    private final List<EgressSession> sessions = new ArrayList<>();
    private long heartbeatNs;

    EgressSessions(
            final Aeron aeron,
            final String channel,
            final Queue<SessionRequest> requests,
            final SessionMessages messages,
            final SeekService seeks,
            final EventHead head,
            final NanoClock clock,
            final Notices notices) {
        this.aeron = aeron;
        this.channel = channel;
        this.requests = requests;
        this.messages = messages;
        this.seeks = seeks;
        this.head = head;
        this.clock = clock;
        this.notices = notices;
        this.heartbeatNs = clock.nanoTime();
    }

    int work() {
        int work = 0;
        final long nowNs = clock.nanoTime();
        for (SessionRequest request = requests.poll(); request != null; request = requests.poll()) {
            serve(request, nowNs);
            work++;
        }
        for (int i = sessions.size() - 1; i >= 0; i--) {
            work += work(sessions.get(i), nowNs);
        }
        if (nowNs - heartbeatNs >= HEARTBEAT_NS) {
            heartbeatNs = nowNs;
            for (int i = 0; i < sessions.size(); i++) {
                sessions.get(i).heartbeat();
            }
            work++;
        }
        return work;
    }

    private void serve(final SessionRequest request, final long nowNs) {
        if (request instanceof SessionRequest.Open open) {
            end(open.token());
            sessions.add(new EgressSession(aeron, channel, open, messages, seeks, head, notices, nowNs));
        } else if (request instanceof SessionRequest.Close) {
            end(request.token());
        } else if (request instanceof SessionRequest.Reject reject) {
            for (int i = 0; i < sessions.size(); i++) {
                if (sessions.get(i).token() == reject.token()) {
                    sessions.get(i).reject(reject);
                }
            }
        }
    }

    /** A journal that cannot be read ends the session that reads it, not the engine. */
    private int work(final EgressSession session, final long nowNs) {
        int work = 0;
        try {
            work = session.work(nowNs);
        } catch (final JournalException | CompletionException failure) {
            notices.say(new Notice.SessionFailed(session.token(), failure));
            session.close();
        }
        if (session.isEnded()) {
            session.close();
            sessions.remove(session);
        }
        return work;
    }

    private void end(final long token) {
        for (int i = sessions.size() - 1; i >= 0; i--) {
            if (sessions.get(i).token() == token) {
                sessions.remove(i).close();
            }
        }
    }

    void offerReleased(
            final DirectBuffer record, final int offset, final int length, final long sequence, final int index) {
        for (int i = 0; i < sessions.size(); i++) {
            sessions.get(i).offerReleased(record, offset, length, sequence, index);
        }
    }

    void offerDurable(
            final DirectBuffer record, final int offset, final int length, final long sequence, final int index) {
        for (int i = 0; i < sessions.size(); i++) {
            sessions.get(i).offerDurable(record, offset, length, sequence, index);
        }
    }

    /** Lets go what waits for others to share a message with. */
    void flush() {
        for (int i = 0; i < sessions.size(); i++) {
            sessions.get(i).flush();
        }
    }

    void close() {
        for (final EgressSession session : sessions) {
            session.close();
        }
        sessions.clear();
    }
}
