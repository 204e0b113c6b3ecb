package io.plimsoll.bench.suite;

import io.aeron.Aeron;
import io.aeron.ExclusivePublication;
import io.aeron.Subscription;
import io.aeron.logbuffer.FragmentHandler;
import io.aeron.logbuffer.Header;
import io.plimsoll.sbe.CommandCompletedEncoder;
import io.plimsoll.sbe.MarkPriceDecoder;
import io.plimsoll.sbe.MessageHeaderDecoder;
import io.plimsoll.sbe.MessageHeaderEncoder;
import io.plimsoll.sbe.RecordEnvelopeEncoder;
import io.plimsoll.sbe.RecordKind;
import io.plimsoll.sbe.RejectReason;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import org.agrona.CloseHelper;
import org.agrona.DirectBuffer;
import org.agrona.concurrent.BackoffIdleStrategy;
import org.agrona.concurrent.IdleStrategy;
import org.agrona.concurrent.UnsafeBuffer;

/**
 * The least that a server can do: takes the request, decodes a mark price and answers with a completion in an envelope, of as many
 * bytes as the client asks for, over the same media driver. Waits as the engine does. Given a folder, it also appends the request in an
 * envelope to one Chronicle queue and the answer to another.
 */
final class EchoServer implements AutoCloseable, FragmentHandler {
    /** Stream of requests to the bare echo; answers go out on the next one. */
    static final int BARE = 2_001;

    /** Stream of requests to the echo that journals. */
    static final int JOURNALING = 2_003;

    /** First stream of echoes of many bytes; each takes two. */
    static final int SIZED = 2_011;

    /** Bytes of a request at least: a mark price. */
    static final int REQUEST_MIN = MessageHeaderEncoder.ENCODED_LENGTH + MarkPriceDecoder.BLOCK_LENGTH;

    /** Bytes of the completion, which stands at the end of an answer. */
    static final int COMPLETION_LENGTH = MessageHeaderEncoder.ENCODED_LENGTH + CommandCompletedEncoder.BLOCK_LENGTH;

    /** Bytes of an answer at least: an envelope and a completion. */
    static final int REPLY_MIN = RecordEnvelopeEncoder.ENCODED_LENGTH + COMPLETION_LENGTH;

    static final int LENGTH_MAX = 1_024;
    static final String CHANNEL = "aeron:ipc";

    private static final int FRAGMENTS = 16;
    private static final int MAGIC = 0x4C50;

    private final Subscription requests;
    private final ExclusivePublication replies;
    private final Thread thread;
    private final MessageHeaderDecoder requestHeader = new MessageHeaderDecoder();
    private final MarkPriceDecoder request = new MarkPriceDecoder();
    private final UnsafeBuffer buffer = new UnsafeBuffer(ByteBuffer.allocateDirect(LENGTH_MAX));
    private final RecordEnvelopeEncoder envelope = new RecordEnvelopeEncoder();
    private final MessageHeaderEncoder header = new MessageHeaderEncoder();
    private final CommandCompletedEncoder completion = new CommandCompletedEncoder();
    private final UnsafeBuffer taken = new UnsafeBuffer(ByteBuffer.allocateDirect(LENGTH_MAX));
    private final RawQueue commands;
    private final RawQueue events;
    private long sequence;
    private volatile boolean isRunning = true;

    /** Answers only. */
    EchoServer(final Aeron aeron) {
        this(aeron, BARE, null);
    }

    /** Answers, and appends both to queues in a folder; null: to none. */
    EchoServer(final Aeron aeron, final int stream, final Path folder) {
        requests = aeron.addSubscription(CHANNEL, stream);
        replies = aeron.addExclusivePublication(CHANNEL, stream + 1);
        commands = folder == null ? null : new RawQueue(folder.resolve("commands"), taken);
        events = folder == null ? null : new RawQueue(folder.resolve("events"), buffer);
        thread = new Thread(this::run, "echo");
        thread.setDaemon(true);
        thread.start();
    }

    private void run() {
        final IdleStrategy idle = new BackoffIdleStrategy(100, 100, 1_000, 1_000_000);
        while (isRunning) {
            idle.idle(requests.poll(this, FRAGMENTS));
        }
    }

    @Override
    public void onFragment(final DirectBuffer frame, final int offset, final int length, final Header fragment) {
        request.wrapAndApplyHeader(frame, offset, requestHeader);
        taken.putBytes(RecordEnvelopeEncoder.ENCODED_LENGTH, frame, offset, length);
        final int replyLength = request.instrument();
        sequence++;
        envelope.wrap(buffer, 0)
                .magic(MAGIC)
                .format((short) 1)
                .kind(RecordKind.EVENT)
                .schemaVersion(MessageHeaderEncoder.SCHEMA_VERSION)
                .sequence(sequence)
                .timeNs(request.price())
                .sourceSequence(request.sourceSequence())
                .source(request.source());
        completion
                .wrapAndApplyHeader(buffer, replyLength - COMPLETION_LENGTH, header)
                .sourceSequence(request.sourceSequence())
                .source(request.source())
                .templateId(requestHeader.templateId())
                .originalSequence(sequence)
                .detail(request.instrument())
                .reason(RejectReason.NONE);
        if (commands != null) {
            taken.putBytes(0, buffer, 0, RecordEnvelopeEncoder.ENCODED_LENGTH);
            commands.append(RecordEnvelopeEncoder.ENCODED_LENGTH + length);
            events.append(replyLength);
        }
        while (replies.offer(buffer, 0, replyLength) < 0) {
            Thread.onSpinWait();
        }
    }

    @Override
    public void close() throws InterruptedException {
        isRunning = false;
        thread.join();
        CloseHelper.closeAll(replies, requests, commands, events);
    }
}
