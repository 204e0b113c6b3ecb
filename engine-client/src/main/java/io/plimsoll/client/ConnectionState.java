package io.plimsoll.client;

/** Where a client stands with the engine. */
public enum ConnectionState {
    /** Looks for the engine; has not had a session yet. */
    CONNECTING,
    /** Has a session; commands can be sent. */
    CONNECTED,
    /** Had a session and lost it; looks for the engine. Nothing is sent. */
    ENGINE_DOWN,
    /** Closed for good. */
    CLOSED
}
