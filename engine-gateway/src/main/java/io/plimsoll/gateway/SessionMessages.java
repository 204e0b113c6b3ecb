package io.plimsoll.gateway;

import io.aeron.ExclusivePublication;
import io.plimsoll.sbe.ConnectReplyEncoder;
import io.plimsoll.sbe.ConnectResult;
import io.plimsoll.sbe.FrameRejectEncoder;
import io.plimsoll.sbe.HeartbeatEncoder;
import io.plimsoll.sbe.MessageHeaderEncoder;
import java.nio.ByteBuffer;
import org.agrona.concurrent.UnsafeBuffer;

/** Writes what the gateway says to a client about its session. None of it is journaled, none of it is waited for. */
final class SessionMessages {
    private final long epoch;
    private final UnsafeBuffer buffer = new UnsafeBuffer(ByteBuffer.allocateDirect(128));
    private final MessageHeaderEncoder header = new MessageHeaderEncoder();
    private final ConnectReplyEncoder reply = new ConnectReplyEncoder();
    private final HeartbeatEncoder heartbeat = new HeartbeatEncoder();
    private final FrameRejectEncoder reject = new FrameRejectEncoder();

    SessionMessages(final long epoch) {
        this.epoch = epoch;
    }

    boolean connectReply(
            final ExclusivePublication to,
            final SessionRequest.Open request,
            final ConnectResult result,
            final long sequence) {
        reply.wrapAndApplyHeader(buffer, 0, header)
                .clientToken(request.token())
                .result(result)
                .epoch(epoch)
                .sequence(sequence)
                .nextSourceSequence(request.nextSourceSequence());
        return offer(to, reply.encodedLength());
    }

    void heartbeat(final ExclusivePublication to, final long token, final long sequence, final long durableSequence) {
        heartbeat
                .wrapAndApplyHeader(buffer, 0, header)
                .clientToken(token)
                .epoch(epoch)
                .sequence(sequence)
                .durableSequence(durableSequence);
        offer(to, heartbeat.encodedLength());
    }

    boolean reject(final ExclusivePublication to, final SessionRequest.Reject refused) {
        reject.wrapAndApplyHeader(buffer, 0, header)
                .clientToken(refused.token())
                .source(refused.source())
                .sourceSequence(refused.sourceSequence())
                .templateId(refused.template())
                .verdict(refused.verdict());
        return offer(to, reject.encodedLength());
    }

    private boolean offer(final ExclusivePublication to, final int bodyLength) {
        return to.offer(buffer, 0, MessageHeaderEncoder.ENCODED_LENGTH + bodyLength) > 0;
    }
}
