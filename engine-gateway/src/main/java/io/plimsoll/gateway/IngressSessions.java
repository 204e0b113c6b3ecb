package io.plimsoll.gateway;

import io.plimsoll.sbe.ConnectRequestDecoder;
import io.plimsoll.sbe.ConnectResult;
import io.plimsoll.sbe.FrameVerdict;
import java.util.Iterator;
import java.util.Queue;
import org.agrona.collections.Int2ObjectHashMap;

/** Who may send: opens, keeps and ends sessions, and tells egress about it. One thread. */
final class IngressSessions {
    private final Int2ObjectHashMap<IngressSession> byAeronSession = new Int2ObjectHashMap<>();
    private final SourceCursors cursors = new SourceCursors();
    private final Queue<SessionRequest> toEgress;
    private final GatewayCounters counters;
    private final Notices notices;
    private final int sessionsMax;
    private final long timeoutNs;
    private final int ingressStream;

    IngressSessions(
            final Queue<SessionRequest> toEgress,
            final GatewayCounters counters,
            final Notices notices,
            final int sessionsMax,
            final long timeoutNs,
            final int ingressStream) {
        this.toEgress = toEgress;
        this.counters = counters;
        this.notices = notices;
        this.sessionsMax = sessionsMax;
        this.timeoutNs = timeoutNs;
        this.ingressStream = ingressStream;
    }

    /** The session of an Aeron session, or null. */
    IngressSession get(final int aeronSession) {
        return byAeronSession.get(aeronSession);
    }

    /** Whether a source has a session. */
    boolean has(final int source) {
        for (final IngressSession session : byAeronSession.values()) {
            if (session.source() == source) {
                return true;
            }
        }
        return false;
    }

    SourceCursors cursors() {
        return cursors;
    }

    /** Opens or refuses; says whether egress could be told. A client that asks again replaces its own session. */
    boolean connect(
            final ConnectRequestDecoder request,
            final int aeronSession,
            final SourceDirectory sources,
            final boolean versionKnown,
            final long nowNs) {
        if (request.sessionStreamId() == ingressStream) {
            // Its answers would come in as its commands: nothing can be said to such a client.
            counters.refused(FrameVerdict.NOT_ALLOWED);
            return true;
        }
        final long token = request.clientToken();
        final int source = request.source();
        final SourceDirectory.Entry entry = sources.get(source);
        final IngressSession replaced = byAeronSession.get(aeronSession);
        if (replaced != null && replaced.token() != token && !end(aeronSession, Notice.How.REPLACED)) {
            return false;
        }
        final ConnectResult result = versionKnown ? check(token, source, entry) : ConnectResult.REFUSED_VERSION;
        final boolean told = toEgress.offer(new SessionRequest.Open(
                token,
                request.sessionStreamId(),
                result,
                request.epoch(),
                request.sequence(),
                request.chain(),
                request.durableSequence(),
                source == 0 || entry == null ? 0 : cursors.next(source, entry)));
        if (told && result == ConnectResult.OK) {
            removeToken(token);
            byAeronSession.put(aeronSession, new IngressSession(token, source, aeronSession, nowNs));
            final int sessions = counted();
            notices.say(new Notice.SessionConnected(token, source, request.sessionStreamId(), sessions));
        } else if (told) {
            notices.say(new Notice.SessionRefused(token, source, result));
        }
        return told;
    }

    private ConnectResult check(final long token, final int source, final SourceDirectory.Entry entry) {
        if (source < 0 || (source > 0 && entry == null)) {
            return ConnectResult.REFUSED_SOURCE;
        }
        boolean known = false;
        for (final IngressSession session : byAeronSession.values()) {
            known |= session.token() == token;
            if (source != 0 && session.source() == source && session.token() != token) {
                return ConnectResult.REFUSED_SOURCE;
            }
        }
        return known || byAeronSession.size() < sessionsMax ? ConnectResult.OK : ConnectResult.REFUSED_FULL;
    }

    private void removeToken(final long token) {
        byAeronSession.values().removeIf(session -> session.token() == token);
    }

    /** Ends a session; says whether egress could be told. */
    boolean disconnect(final int aeronSession) {
        return end(aeronSession, Notice.How.DISCONNECTED);
    }

    private boolean end(final int aeronSession, final Notice.How how) {
        final IngressSession session = byAeronSession.get(aeronSession);
        if (session == null) {
            return true;
        }
        if (!toEgress.offer(new SessionRequest.Close(session.token()))) {
            return false;
        }
        byAeronSession.remove(aeronSession);
        notices.say(new Notice.SessionEnded(session.token(), session.source(), how, counted()));
        return true;
    }

    /** Counts the sessions; gives their number. */
    private int counted() {
        counters.set(EngineCounter.SESSIONS, byAeronSession.size());
        return byAeronSession.size();
    }

    /** Ends the sessions of clients that have been silent for too long. */
    void expire(final long nowNs) {
        final Iterator<IngressSession> sessions = byAeronSession.values().iterator();
        while (sessions.hasNext()) {
            final IngressSession session = sessions.next();
            if (session.isSilent(nowNs, timeoutNs) && toEgress.offer(new SessionRequest.Close(session.token()))) {
                sessions.remove();
                notices.say(
                        new Notice.SessionEnded(session.token(), session.source(), Notice.How.TIMED_OUT, counted()));
            }
        }
    }

    /**
     * Counts a refusal and tells the client, if it is known. When later commands wait for the refused one the client is told
     * even if egress has no room now; any other refusal is not waited for.
     */
    void reject(
            final IngressSession session,
            final int source,
            final long sourceSequence,
            final int template,
            final FrameVerdict verdict) {
        counters.refused(verdict);
        if (session == null) {
            return;
        }
        final boolean held = sourceSequence > 0 && source != 0 && source == session.source();
        final SessionRequest.Reject reject =
                new SessionRequest.Reject(session.token(), source, sourceSequence, template, verdict, held);
        if (held) {
            session.holdFrom(sourceSequence);
        }
        if (!toEgress.offer(reject) && held) {
            session.untold(reject);
        }
    }

    /** Tells egress what it had no room for. */
    void retry() {
        for (final IngressSession session : byAeronSession.values()) {
            if (session.untold() != null && toEgress.offer(session.untold())) {
                session.untold(null);
            }
        }
    }
}
