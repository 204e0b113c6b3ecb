package io.plimsoll.gateway;

import org.agrona.DirectBuffer;
import org.agrona.MutableDirectBuffer;

/** What the key of every counter of an engine holds: so engines on one media driver can be told apart. */
final class CounterKey {
    /** Bytes of a key. */
    static final int LENGTH = 8;

    private static final int LAYOUT = 0;
    private static final int INGRESS_STREAM = 4;
    private static final int LAYOUT_VERSION = 1;

    private CounterKey() {}

    static void write(final MutableDirectBuffer key, final int ingressStream) {
        key.putInt(LAYOUT, LAYOUT_VERSION);
        key.putInt(INGRESS_STREAM, ingressStream);
    }

    static boolean isReadable(final DirectBuffer key) {
        return key.capacity() >= LENGTH && key.getInt(LAYOUT) == LAYOUT_VERSION;
    }

    static int ingressStream(final DirectBuffer key) {
        return key.getInt(INGRESS_STREAM);
    }
}
