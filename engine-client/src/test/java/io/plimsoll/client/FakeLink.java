package io.plimsoll.client;

import io.aeron.logbuffer.FragmentHandler;
import io.plimsoll.sbe.ConnectRequestDecoder;
import io.plimsoll.sbe.MessageHeaderDecoder;
import java.nio.ByteOrder;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import org.agrona.DirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;

/** A transport in memory: what was sent can be looked at, what arrives is put in its inbox. */
final class FakeLink implements Link {
    private static final int DEPOSIT = 150;

    final Queue<UnsafeBuffer> inbox = new ArrayDeque<>();
    final List<UnsafeBuffer> sent = new ArrayList<>();
    final ConnectRequestDecoder request = new ConnectRequestDecoder();
    FragmentHandler handler;
    long nowNs;
    boolean engine = true;
    int stream;
    private boolean polled;
    boolean closedWhilePolled;

    List<Long> numbers() {
        return sent.stream()
                .filter(frame -> frame.getShort(2, ByteOrder.LITTLE_ENDIAN) == DEPOSIT)
                .map(frame -> frame.getLong(8, ByteOrder.LITTLE_ENDIAN))
                .toList();
    }

    @Override
    public boolean open(final int sessionStream) {
        inbox.clear();
        stream = sessionStream;
        return true;
    }

    @Override
    public boolean advance() {
        return true;
    }

    @Override
    public boolean isBroken() {
        return false;
    }

    @Override
    public boolean hasEngine() {
        return engine;
    }

    @Override
    public int offer(final DirectBuffer buffer, final int offset, final int length) {
        final UnsafeBuffer copy = new UnsafeBuffer(new byte[length]);
        copy.putBytes(0, buffer, offset, length);
        sent.add(copy);
        final MessageHeaderDecoder header = new MessageHeaderDecoder().wrap(copy, 0);
        if (header.templateId() == ConnectRequestDecoder.TEMPLATE_ID) {
            request.wrapAndApplyHeader(copy, 0, header);
        }
        return TAKEN;
    }

    @Override
    public int poll(final int limit) {
        int fragments = 0;
        polled = true;
        for (UnsafeBuffer next = inbox.poll(); next != null; next = inbox.poll()) {
            handler.onFragment(next, 0, next.capacity(), null);
            fragments++;
        }
        polled = false;
        return fragments;
    }

    @Override
    public long nowNs() {
        return nowNs;
    }

    @Override
    public void close() {
        closedWhilePolled |= polled;
    }
}
