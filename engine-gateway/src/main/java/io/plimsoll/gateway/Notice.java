package io.plimsoll.gateway;

import io.plimsoll.sbe.ConnectResult;

/** A change of the host's state that the log names. Made by the agents, written down by the monitor. */
sealed interface Notice {
    /** A client may send: its session is open. */
    record SessionConnected(long token, int source, int stream, int sessions) implements Notice {}

    /** A client asked for a session in vain. */
    record SessionRefused(long token, int source, ConnectResult result) implements Notice {}

    /** A session is over. */
    record SessionEnded(long token, int source, How how, int sessions) implements Notice {}

    /** A client knows events that the journal does not hold: its stream goes on after a sequence. */
    record SessionRolledBack(long token, long sequence) implements Notice {}

    /** A client could not be reached, or its place in the journal not be read; cause: null for the first. */
    record SessionFailed(long token, Throwable cause) implements Notice {}

    /** A force of the journal took long. */
    record SlowForce(long tookNs, long durableSequence) implements Notice {}

    /** The machine's clock was set; ingress takes no more commands. */
    record ClockSet() implements Notice {}

    /** How a session ended. */
    enum How {
        /** The client said so. */
        DISCONNECTED,
        /** The client was silent. */
        TIMED_OUT,
        /** The client opened another. */
        REPLACED
    }
}
