package io.plimsoll.gateway;

import java.util.Locale;

/** Writes notices down as lines of the log. One thread. */
final class NoticeLog {
    private static final long MICRO_NS = 1_000L;

    private final Notices notices;
    private final HostLog log;

    NoticeLog(final Notices notices, final HostLog log) {
        this.notices = notices;
        this.log = log;
    }

    /** Writes what there is; gives the number of notices. */
    int write() {
        final int written = notices.drain(this::write);
        final long lost = notices.takeLost();
        if (lost > 0) {
            log.warn("notices_lost", lost + " notices found no room and are not in this log", "lost", lost);
        }
        return written;
    }

    private void write(final Notice notice) {
        if (notice instanceof Notice.SessionConnected session) {
            log.info(
                    "session_connected",
                    "a client may send",
                    "session",
                    session(session.token()),
                    "source",
                    session.source(),
                    "stream",
                    session.stream(),
                    "sessions",
                    session.sessions());
        } else if (notice instanceof Notice.SessionRefused session) {
            log.warn(
                    "session_refused",
                    "a client asked for a session in vain",
                    "session",
                    session(session.token()),
                    "source",
                    session.source(),
                    "result",
                    session.result());
        } else if (notice instanceof Notice.SessionEnded session) {
            ended(session);
        } else {
            writeRare(notice);
        }
    }

    private void ended(final Notice.SessionEnded session) {
        final Object[] fields = {
            "session", session(session.token()), "source", session.source(), "sessions", session.sessions()
        };
        if (session.how() == Notice.How.TIMED_OUT) {
            log.warn("session_timed_out", "a client was silent for too long; its session is over", fields);
        } else {
            log.info("session_" + session.how().name().toLowerCase(Locale.ROOT), "a session is over", fields);
        }
    }

    private void writeRare(final Notice notice) {
        if (notice instanceof Notice.SessionRolledBack session) {
            log.warn(
                    "session_rolled_back",
                    "a client saw events that the journal does not hold; its stream goes on after the sequence named",
                    "session",
                    session(session.token()),
                    "after_seq",
                    session.sequence());
        } else if (notice instanceof Notice.SessionFailed session) {
            log.error(
                    "session_failed",
                    "a client cannot be served; its session is over",
                    "session",
                    session(session.token()),
                    "cause",
                    session.cause() == null ? "it does not listen on its stream" : session.cause());
        } else if (notice instanceof Notice.SlowForce force) {
            log.warn(
                    "slow_force",
                    "the disk took long",
                    "took_us",
                    force.tookNs() / MICRO_NS,
                    "durable_seq",
                    force.durableSequence());
        } else if (notice instanceof Notice.ClockSet) {
            log.error("clock_set", "the machine's clock was set by more than 1 s; no more commands are taken");
        }
    }

    private static String session(final long token) {
        return Long.toHexString(token);
    }
}
