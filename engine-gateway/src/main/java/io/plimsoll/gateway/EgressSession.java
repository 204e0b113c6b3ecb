package io.plimsoll.gateway;

import io.aeron.Aeron;
import io.aeron.ExclusivePublication;
import io.aeron.exceptions.RegistrationException;
import io.plimsoll.journal.Resume;
import io.plimsoll.sbe.ConnectResult;
import org.agrona.DirectBuffer;

/** A client as egress knows it: its publication, and the two orders of events it is sent. */
final class EgressSession {
    private static final int CATCH_UP_RECORDS = 128;
    private static final long OPEN_TIMEOUT_NS = 5_000_000_000L;

    private final Aeron aeron;
    private final SessionRequest.Open request;
    private final SessionMessages messages;
    private final EventHead head;
    private final Notices notices;
    private final SessionFeed released;
    private final SessionFeed durable;
    private final long registration;
    private final long openedNs;
    private SeekService.Seek releasedSeek;
    private SeekService.Seek durableSeek;
    private ExclusivePublication publication;
    private SessionRequest.Reject untold;
    private boolean active;
    private boolean ended;

    EgressSession(
            final Aeron aeron,
            final String channel,
            final SessionRequest.Open request,
            final SessionMessages messages,
            final SeekService seeks,
            final EventHead head,
            final Notices notices,
            final long nowNs) {
        this.aeron = aeron;
        this.request = request;
        this.messages = messages;
        this.head = head;
        this.notices = notices;
        this.openedNs = nowNs;
        this.released = new SessionFeed(false, seeks, head);
        this.durable = new SessionFeed(true, seeks, head);
        this.registration = aeron.asyncAddExclusivePublication(channel, request.stream());
        if (request.result() == ConnectResult.OK && request.epoch() != 0) {
            releasedSeek = seeks.resume(request.epoch(), request.sequence(), request.chain());
            durableSeek = seeks.after(request.epoch() < 0 ? 0 : request.durableSequence());
        }
    }

    long token() {
        return request.token();
    }

    /** Whether the session is over, because it was refused or the client did not listen in time. */
    boolean isEnded() {
        return ended;
    }

    boolean isActive() {
        return active;
    }

    int work(final long nowNs) {
        if (active) {
            retryReject();
            return flush()
                    + released.catchUp(publication, CATCH_UP_RECORDS, Long.MAX_VALUE)
                    + durable.catchUp(publication, CATCH_UP_RECORDS, released.completeUpTo());
        }
        if (nowNs - openedNs > OPEN_TIMEOUT_NS) {
            ended = true;
            notices.say(new Notice.SessionFailed(token(), null));
            return 0;
        }
        return open();
    }

    private int open() {
        if (publication == null && !isRegistered()) {
            return 0;
        }
        final boolean found = releasedSeek == null || (releasedSeek.isDone() && durableSeek.isDone());
        if (!publication.isConnected() || !found) {
            return 0;
        }
        final ConnectResult result = result();
        final long sequence = releasedSeek == null ? head.sequence() : releasedSeek.sequence();
        if (!messages.connectReply(publication, request, result, sequence)) {
            return 0;
        }
        if (request.result() != ConnectResult.OK) {
            ended = true;
            return 1;
        }
        if (result == ConnectResult.ROLLED_BACK) {
            notices.say(new Notice.SessionRolledBack(token(), sequence));
        }
        start(sequence);
        active = true;
        return 1;
    }

    /** A stream that the driver refuses ends the session, not the engine. */
    private boolean isRegistered() {
        try {
            publication = aeron.getExclusivePublication(registration);
        } catch (final RegistrationException refused) {
            ended = true;
            notices.say(new Notice.SessionFailed(token(), refused));
        }
        return publication != null;
    }

    private ConnectResult result() {
        if (request.result() != ConnectResult.OK || releasedSeek == null) {
            return request.result();
        }
        return releasedSeek.resume() == Resume.OK ? ConnectResult.OK : ConnectResult.ROLLED_BACK;
    }

    private void start(final long sequence) {
        if (releasedSeek == null) {
            released.startLive(sequence);
            durable.startLive(sequence);
            return;
        }
        released.startReading(releasedSeek.reader(), sequence, sequence);
        final long durableAfter = request.epoch() < 0 ? 0 : Math.min(request.durableSequence(), sequence);
        durable.startReading(durableSeek.reader(), durableSeek.sequence(), durableAfter);
        releasedSeek = null;
        durableSeek = null;
    }

    void offerReleased(
            final DirectBuffer record, final int offset, final int length, final long sequence, final int index) {
        if (active) {
            released.offerLive(publication, record, offset, length, sequence, index);
        }
    }

    void offerDurable(
            final DirectBuffer record, final int offset, final int length, final long sequence, final int index) {
        if (active) {
            if (released.isLive()) {
                durable.offerLive(publication, record, offset, length, sequence, index);
            } else {
                // A durable event tells that all released ones up to its command were seen.
                durable.fallBack(sequence);
            }
        }
    }

    /** Lets go what waits. A durable event tells that all released ones up to its command were seen. */
    int flush() {
        if (!active) {
            return 0;
        }
        return released.flush(publication, Long.MAX_VALUE) + durable.flush(publication, released.completeUpTo());
    }

    void heartbeat() {
        if (active) {
            messages.heartbeat(publication, token(), released.completeUpTo(), durable.completeUpTo());
        }
    }

    void reject(final SessionRequest.Reject reject) {
        final boolean told = active && messages.reject(publication, reject);
        if (!told && reject.held()) {
            untold = reject;
        }
    }

    private void retryReject() {
        if (untold != null && messages.reject(publication, untold)) {
            untold = null;
        }
    }

    void close() {
        if (releasedSeek != null) {
            releasedSeek.abandon();
            durableSeek.abandon();
        }
        released.close();
        durable.close();
        if (publication == null && !ended && !isRegistered()) {
            aeron.asyncRemovePublication(registration);
        }
        if (publication != null) {
            publication.close();
        }
        ended = true;
    }
}
