package io.plimsoll.gateway;

import io.plimsoll.sbe.ConnectResult;
import io.plimsoll.sbe.FrameVerdict;

/** What ingress asks egress to do for a session. */
sealed interface SessionRequest {
    /** Token of the client. */
    long token();

    /**
     * Open a session, or refuse it.
     *
     * @param result OK to open; else the refusal to send.
     */
    record Open(
            long token,
            int stream,
            ConnectResult result,
            long epoch,
            long sequence,
            long chain,
            long durableSequence,
            long nextSourceSequence)
            implements SessionRequest {}

    /** End a session. */
    record Close(long token) implements SessionRequest {}

    /**
     * Say that a frame was refused.
     *
     * @param held whether later commands wait for it: then the client must hear of it.
     */
    record Reject(long token, int source, long sourceSequence, int template, FrameVerdict verdict, boolean held)
            implements SessionRequest {}
}
