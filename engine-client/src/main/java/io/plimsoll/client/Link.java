package io.plimsoll.client;

import org.agrona.DirectBuffer;

/** The way to the engine and back: what a session needs of the transport. */
interface Link {
    /** The transport took the message. */
    int TAKEN = 1;

    /** The transport has no room now. */
    int FULL = 0;

    /** The transport is broken; only {@link #close()} and {@link #open} help. */
    int BROKEN = -1;

    /** Starts to connect; false if there is no live media driver now. */
    boolean open(int sessionStream);

    /** Goes on with connecting; true once both directions stand. */
    boolean advance();

    /** Whether the transport can no longer recover by itself. */
    boolean isBroken();

    /** Whether the engine's side of the session stream is there. */
    boolean hasEngine();

    /** Offers a message; answers TAKEN, FULL or BROKEN. */
    int offer(DirectBuffer buffer, int offset, int length);

    /** Hands arrived messages to the session; answers how many fragments there were. */
    int poll(int limit);

    /** Monotonic time, a few milliseconds old at most while the transport is well; costs less than asking the machine. */
    long nowNs();

    /** Lets go of everything; {@link #open} may be called again. */
    void close();
}
