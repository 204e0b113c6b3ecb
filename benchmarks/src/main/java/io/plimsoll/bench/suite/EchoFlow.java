package io.plimsoll.bench.suite;

import io.aeron.Aeron;
import io.aeron.ExclusivePublication;
import io.aeron.Subscription;
import io.aeron.logbuffer.FragmentHandler;
import io.aeron.logbuffer.Header;
import io.plimsoll.bench.load.Venue;
import io.plimsoll.sbe.CommandCompletedDecoder;
import io.plimsoll.sbe.MarkPriceEncoder;
import io.plimsoll.sbe.MessageHeaderDecoder;
import io.plimsoll.sbe.MessageHeaderEncoder;
import io.plimsoll.sbe.RecordEnvelopeDecoder;
import java.nio.ByteBuffer;
import org.agrona.CloseHelper;
import org.agrona.DirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;

/** Requests to an {@link EchoServer} and back: a mark price there, a completion back, each followed by bytes of no meaning. */
final class EchoFlow implements Flow, FragmentHandler, AutoCloseable {
    private static final int FRAGMENTS = 16;

    private final String name;
    private final ExclusivePublication requests;
    private final Subscription replies;
    private final UnsafeBuffer buffer = new UnsafeBuffer(ByteBuffer.allocateDirect(EchoServer.LENGTH_MAX));
    private final int requestLength;
    private final int replyLength;
    private final MessageHeaderEncoder header = new MessageHeaderEncoder();
    private final MarkPriceEncoder request = new MarkPriceEncoder();
    private final RecordEnvelopeDecoder envelope = new RecordEnvelopeDecoder();
    private final MessageHeaderDecoder replyHeader = new MessageHeaderDecoder();
    private final CommandCompletedDecoder reply = new CommandCompletedDecoder();
    private long sent;
    private long answered;

    /** Finds the server by the stream that it listens on; answers come on the next one. No more bytes than needed. */
    EchoFlow(final String name, final Aeron aeron, final int stream) {
        this(name, aeron, stream, EchoServer.REQUEST_MIN, EchoServer.REPLY_MIN);
    }

    /** The same with so many bytes there and back. */
    EchoFlow(final String name, final Aeron aeron, final int stream, final int requestLength, final int replyLength) {
        this.name = name;
        this.requestLength = Math.max(requestLength, EchoServer.REQUEST_MIN);
        this.replyLength = Math.max(replyLength, EchoServer.REPLY_MIN);
        requests = aeron.addExclusivePublication(EchoServer.CHANNEL, stream);
        replies = aeron.addSubscription(EchoServer.CHANNEL, stream + 1);
        while (!requests.isConnected() || !replies.isConnected()) {
            Thread.onSpinWait();
        }
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public boolean send() {
        request.wrapAndApplyHeader(buffer, 0, header)
                .sourceSequence(sent + 1)
                .source(Venue.SOURCE)
                .instrument(replyLength)
                .price(Venue.MARK_TICKS);
        if (requests.offer(buffer, 0, requestLength) < 0) {
            return false;
        }
        sent++;
        return true;
    }

    @Override
    public int poll() {
        return replies.poll(this, FRAGMENTS);
    }

    @Override
    public long sent() {
        return sent;
    }

    @Override
    public long answered() {
        return answered;
    }

    @Override
    public void onFragment(final DirectBuffer record, final int offset, final int length, final Header fragment) {
        envelope.wrap(record, offset);
        reply.wrapAndApplyHeader(record, offset + length - EchoServer.COMPLETION_LENGTH, replyHeader);
        if (envelope.sequence() == reply.originalSequence() && length == replyLength) {
            answered = reply.sourceSequence();
        }
    }

    @Override
    public void close() {
        CloseHelper.closeAll(requests, replies);
    }
}
