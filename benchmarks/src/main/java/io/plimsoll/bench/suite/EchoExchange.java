package io.plimsoll.bench;

import io.aeron.Aeron;
import io.aeron.ExclusivePublication;
import io.aeron.Subscription;
import io.aeron.logbuffer.FragmentHandler;
import io.aeron.logbuffer.Header;
import io.plimsoll.sbe.CommandCompletedDecoder;
import io.plimsoll.sbe.MarkPriceEncoder;
import io.plimsoll.sbe.MessageHeaderDecoder;
import io.plimsoll.sbe.MessageHeaderEncoder;
import io.plimsoll.sbe.RecordEnvelopeDecoder;
import java.nio.ByteBuffer;
import org.agrona.CloseHelper;
import org.agrona.DirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;

/** A mark price to the {@link EchoServer} and back. */
final class EchoExchange implements Exchange, FragmentHandler, AutoCloseable {
    private static final int SOURCE = 1;

    private final ExclusivePublication requests;
    private final Subscription replies;
    private final UnsafeBuffer buffer = new UnsafeBuffer(ByteBuffer.allocateDirect(64));
    private final MessageHeaderEncoder header = new MessageHeaderEncoder();
    private final MarkPriceEncoder request = new MarkPriceEncoder();
    private final RecordEnvelopeDecoder envelope = new RecordEnvelopeDecoder();
    private final MessageHeaderDecoder replyHeader = new MessageHeaderDecoder();
    private final CommandCompletedDecoder reply = new CommandCompletedDecoder();
    private long sent;
    private long answered;

    EchoExchange(final Aeron aeron) {
        requests = aeron.addExclusivePublication(EchoServer.CHANNEL, EchoServer.REQUEST_STREAM);
        replies = aeron.addSubscription(EchoServer.CHANNEL, EchoServer.REPLY_STREAM);
        while (!requests.isConnected() || !replies.isConnected()) {
            Thread.onSpinWait();
        }
    }

    @Override
    public String name() {
        return "bare echo";
    }

    @Override
    public void exchange() {
        sent++;
        request.wrapAndApplyHeader(buffer, 0, header)
                .sourceSequence(sent)
                .source(SOURCE)
                .instrument(1)
                .price(Venue.MARK_TICKS);
        while (requests.offer(buffer, 0, request.limit()) < 0) {
            Thread.onSpinWait();
        }
        while (answered < sent) {
            if (replies.poll(this, 1) == 0) {
                Thread.onSpinWait();
            }
        }
    }

    @Override
    public void onFragment(final DirectBuffer record, final int offset, final int length, final Header fragment) {
        envelope.wrap(record, offset);
        reply.wrapAndApplyHeader(record, offset + RecordEnvelopeDecoder.ENCODED_LENGTH, replyHeader);
        if (envelope.sequence() == reply.originalSequence()) {
            answered = reply.sourceSequence();
        }
    }

    @Override
    public void close() {
        CloseHelper.closeAll(requests, replies);
    }
}
