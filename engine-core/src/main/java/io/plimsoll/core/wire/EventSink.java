package io.plimsoll.core.wire;

import org.agrona.DirectBuffer;

/** Where the encoded events of a command go, in order, the completion last. */
public interface EventSink {
    /** Flag of the completion: no further event of this command follows. */
    int LAST_OF_COMMAND = 1;

    /** Flag of an event that recovery regenerated; a subscriber may have seen it. The engine never sets it. */
    int REPEATED = 1 << 1;

    /** Flag of an event that may leave only once its command is forced to disk. */
    int DURABLE_STREAM = 1 << 2;

    /**
     * Takes one event. The bytes are valid until the method returns.
     *
     * @param index number of the event within its command, from 0.
     * @param flags of {@link #LAST_OF_COMMAND} and {@link #DURABLE_STREAM}.
     * @param event buffer with SBE header and body.
     * @param offset of the SBE header.
     * @param length of header and body.
     */
    void onEvent(int index, int flags, DirectBuffer event, int offset, int length);
}
