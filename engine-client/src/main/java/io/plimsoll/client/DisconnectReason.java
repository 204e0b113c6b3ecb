package io.plimsoll.client;

/** Why a session ended. */
public enum DisconnectReason {
    /** No heartbeat and no event for the engine time-out. */
    HEARTBEAT_TIMEOUT,
    /** The engine closed its side of the session: it stops, or it gave this client up. */
    CLOSED_BY_ENGINE,
    /** The media driver went away or the link to it broke. */
    LINK_LOST
}
