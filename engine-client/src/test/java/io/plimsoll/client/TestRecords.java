package io.plimsoll.client;

import io.plimsoll.sbe.CommandCompletedEncoder;
import io.plimsoll.sbe.ConnectReplyEncoder;
import io.plimsoll.sbe.ConnectResult;
import io.plimsoll.sbe.FrameRejectEncoder;
import io.plimsoll.sbe.FrameVerdict;
import io.plimsoll.sbe.HeartbeatEncoder;
import io.plimsoll.sbe.MessageHeaderEncoder;
import io.plimsoll.sbe.RecordEnvelopeEncoder;
import io.plimsoll.sbe.RecordKind;
import io.plimsoll.sbe.RejectReason;
import org.agrona.ExpandableArrayBuffer;

/** Writes what an engine says. */
final class TestRecords {
    final ExpandableArrayBuffer buffer = new ExpandableArrayBuffer();
    private final MessageHeaderEncoder header = new MessageHeaderEncoder();
    private final RecordEnvelopeEncoder envelope = new RecordEnvelopeEncoder();
    private final CommandCompletedEncoder completed = new CommandCompletedEncoder();

    /** The completion of a command; answers its length. */
    int completion(final long epoch, final long sequence, final int source, final long number, final boolean durable) {
        return completion(epoch, sequence, source, number, durable, RejectReason.NONE, 0);
    }

    int completion(
            final long epoch,
            final long sequence,
            final int source,
            final long number,
            final boolean durable,
            final RejectReason reason,
            final long detail) {
        completed
                .wrapAndApplyHeader(buffer, RecordEnvelopeEncoder.ENCODED_LENGTH, header)
                .sourceSequence(number)
                .source(source)
                .originalSequence(sequence)
                .detail(detail)
                .reason(reason);
        final int payload = MessageHeaderEncoder.ENCODED_LENGTH + completed.encodedLength();
        envelope.wrap(buffer, 0)
                .magic(EventReceiver.MAGIC)
                .format((short) 1)
                .kind(RecordKind.EVENT)
                .length(payload)
                .epoch(epoch)
                .index(3)
                .sequence(sequence)
                .source(source)
                .sourceSequence(number)
                .chain(chain(sequence));
        envelope.flags().clear().lAST_OF_COMMAND(true).dURABLE_STREAM(durable);
        return RecordEnvelopeEncoder.ENCODED_LENGTH + payload;
    }

    static long chain(final long sequence) {
        return sequence * 31;
    }

    int reply(final long token, final ConnectResult result, final long epoch, final long sequence, final long next) {
        final ConnectReplyEncoder reply = new ConnectReplyEncoder();
        reply.wrapAndApplyHeader(buffer, 0, header)
                .clientToken(token)
                .result(result)
                .epoch(epoch)
                .sequence(sequence)
                .nextSourceSequence(next);
        return MessageHeaderEncoder.ENCODED_LENGTH + reply.encodedLength();
    }

    int heartbeat(final long token, final long durableSequence) {
        final HeartbeatEncoder beat = new HeartbeatEncoder();
        beat.wrapAndApplyHeader(buffer, 0, header).clientToken(token).durableSequence(durableSequence);
        return MessageHeaderEncoder.ENCODED_LENGTH + beat.encodedLength();
    }

    int reject(final int source, final long number, final FrameVerdict verdict) {
        final FrameRejectEncoder reject = new FrameRejectEncoder();
        reject.wrapAndApplyHeader(buffer, 0, header)
                .source(source)
                .sourceSequence(number)
                .verdict(verdict);
        return MessageHeaderEncoder.ENCODED_LENGTH + reject.encodedLength();
    }
}
