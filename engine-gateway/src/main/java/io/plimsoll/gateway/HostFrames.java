package io.plimsoll.gateway;

import io.plimsoll.sbe.CheckpointEncoder;
import io.plimsoll.sbe.ContinueEncoder;
import io.plimsoll.sbe.MessageHeaderEncoder;
import io.plimsoll.sbe.SourceDisconnectedEncoder;
import io.plimsoll.sbe.TickEncoder;
import io.plimsoll.sbe.VolatilityFixEncoder;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.agrona.MutableDirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;

/** Writes the commands of the host itself: source 0, whose own number is the sequence. */
final class HostFrames {
    private final UnsafeBuffer buffer = new UnsafeBuffer(ByteBuffer.allocateDirect(64));
    private final MessageHeaderEncoder header = new MessageHeaderEncoder();
    private final TickEncoder tick = new TickEncoder();
    private final CheckpointEncoder checkpoint = new CheckpointEncoder();
    private final ContinueEncoder goOn = new ContinueEncoder();
    private final SourceDisconnectedEncoder disconnected = new SourceDisconnectedEncoder();
    private final VolatilityFixEncoder volatilityFix = new VolatilityFixEncoder();

    UnsafeBuffer buffer() {
        return buffer;
    }

    int tick(final long sequence) {
        tick.wrapAndApplyHeader(buffer, 0, header).sourceSequence(sequence).source(0);
        return MessageHeaderEncoder.ENCODED_LENGTH + tick.encodedLength();
    }

    int checkpoint(final long sequence) {
        checkpoint
                .wrapAndApplyHeader(buffer, 0, header)
                .sourceSequence(sequence)
                .source(0);
        return MessageHeaderEncoder.ENCODED_LENGTH + checkpoint.encodedLength();
    }

    int goOn(final long sequence) {
        goOn.wrapAndApplyHeader(buffer, 0, header).sourceSequence(sequence).source(0);
        return MessageHeaderEncoder.ENCODED_LENGTH + goOn.encodedLength();
    }

    int volatilityFix(final long sequence) {
        volatilityFix
                .wrapAndApplyHeader(buffer, 0, header)
                .sourceSequence(sequence)
                .source(0);
        return MessageHeaderEncoder.ENCODED_LENGTH + volatilityFix.encodedLength();
    }

    int sourceDisconnected(final long sequence, final int absent) {
        disconnected
                .wrapAndApplyHeader(buffer, 0, header)
                .sourceSequence(sequence)
                .source(0)
                .absent(absent);
        return MessageHeaderEncoder.ENCODED_LENGTH + disconnected.encodedLength();
    }

    /** Makes a frame one of the host. */
    static void claim(final MutableDirectBuffer frame, final long sequence) {
        frame.putLong(MessageHeaderEncoder.ENCODED_LENGTH, sequence, ByteOrder.LITTLE_ENDIAN);
        frame.putInt(MessageHeaderEncoder.ENCODED_LENGTH + Long.BYTES, 0, ByteOrder.LITTLE_ENDIAN);
    }
}
