package io.plimsoll.client;

import io.plimsoll.sbe.ConnectRequestEncoder;
import io.plimsoll.sbe.DisconnectRequestEncoder;
import io.plimsoll.sbe.HeartbeatEncoder;
import io.plimsoll.sbe.MessageHeaderEncoder;
import java.nio.ByteBuffer;
import org.agrona.concurrent.UnsafeBuffer;

/** Writes the three messages that a client sends about its session. */
final class SessionMessages {
    private static final int BYTES = 256;

    private final UnsafeBuffer buffer = new UnsafeBuffer(ByteBuffer.allocateDirect(BYTES));
    private final MessageHeaderEncoder header = new MessageHeaderEncoder();
    private final ConnectRequestEncoder connect = new ConnectRequestEncoder();
    private final HeartbeatEncoder heartbeat = new HeartbeatEncoder();
    private final DisconnectRequestEncoder disconnect = new DisconnectRequestEncoder();

    UnsafeBuffer buffer() {
        return buffer;
    }

    int connect(final long token, final int source, final int sessionStream, final ResumePoint point) {
        connect.wrapAndApplyHeader(buffer, 0, header)
                .clientToken(token)
                .source(source)
                .sessionStreamId(sessionStream)
                .epoch(point.epoch())
                .sequence(point.sequence())
                .chain(point.chain())
                .durableSequence(point.durableSequence())
                .baseEpoch(point.baseEpoch())
                .baseSequence(point.baseSequence())
                .baseChain(point.baseChain());
        return MessageHeaderEncoder.ENCODED_LENGTH + connect.encodedLength();
    }

    int heartbeat(final long token, final ResumeTracker resume) {
        heartbeat
                .wrapAndApplyHeader(buffer, 0, header)
                .clientToken(token)
                .epoch(resume.epoch())
                .sequence(resume.sequence())
                .durableSequence(resume.durableSequence());
        return MessageHeaderEncoder.ENCODED_LENGTH + heartbeat.encodedLength();
    }

    int disconnect(final long token) {
        disconnect.wrapAndApplyHeader(buffer, 0, header).clientToken(token);
        return MessageHeaderEncoder.ENCODED_LENGTH + disconnect.encodedLength();
    }
}
