package io.plimsoll.core.wire;

import io.plimsoll.sbe.MessageHeaderEncoder;
import org.agrona.concurrent.UnsafeBuffer;

/** The one buffer in which events are encoded, and their numbers within a command. */
final class EventFrame {
    private final EventSink sink;
    private final SchemaEnums enums = new SchemaEnums();
    private final UnsafeBuffer buffer = new UnsafeBuffer(new byte[EventEncoder.EVENT_LENGTH_MAX]);
    private final MessageHeaderEncoder header = new MessageHeaderEncoder();
    private int nextIndex;

    EventFrame(final EventSink sink) {
        this.sink = sink;
    }

    /** Starts the events of a command. */
    void begin() {
        nextIndex = 0;
    }

    UnsafeBuffer buffer() {
        return buffer;
    }

    MessageHeaderEncoder header() {
        return header;
    }

    SchemaEnums enums() {
        return enums;
    }

    /** Hands on the event that stands at the start of the buffer. */
    void emit(final int bodyLength, final int flags) {
        sink.onEvent(nextIndex++, flags, buffer, 0, MessageHeaderEncoder.ENCODED_LENGTH + bodyLength);
    }
}
