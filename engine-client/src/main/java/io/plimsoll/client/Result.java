package io.plimsoll.client;

/** What became of a send. Only {@link #SENT} took a source sequence; after any other value nothing was sent. */
public enum Result {
    /**
     * The command is on its way and the client answers for it: it is kept and sent again after a failure until its
     * completion was seen. Do: keep {@link PlimsollClient#lastSourceSequence()} and wait for the completion.
     */
    SENT,

    /**
     * Too much is on its way already: the window of unanswered commands is full, or the engine is slower than this
     * sender. Do: call {@link PlimsollClient#poll()} and send the same command again.
     */
    BACK_PRESSURE,

    /**
     * No session yet: the client is still looking for the engine, or was refused (see
     * {@link ClientHandler#onRefused}). Do: go on polling; the client tries again by itself.
     */
    NOT_CONNECTED,

    /**
     * There was a session and the engine has not been heard for the engine time-out (1 s unless configured). Do: stop
     * trading. Nobody checks risk now. Go on polling; the client connects again and goes on where it stopped.
     */
    ENGINE_DOWN,

    /**
     * The command cannot be written: a name is longer than 16 characters or not ASCII, the tiers are none or more than
     * 16, a value is null, or this client only listens. Do: correct the call; to repeat it changes nothing.
     */
    INVALID,

    /** The client was closed. Do: make a new one. */
    CLOSED
}
