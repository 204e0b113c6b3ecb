package io.plimsoll.gateway;

import java.util.HashMap;
import java.util.Map;
import org.agrona.BufferUtil;
import org.agrona.concurrent.UnsafeBuffer;
import org.agrona.concurrent.status.AtomicCounter;
import org.agrona.concurrent.status.CountersManager;

/** The gateway's counters without a media driver. */
final class TestCounters {
    private static final int VALUES = 64 * 1024;
    private static final int CACHE_LINE = 64;

    private final CountersManager manager = new CountersManager(buffer(4 * VALUES), buffer(VALUES));
    private final Map<String, AtomicCounter> byLabel = new HashMap<>();
    final GatewayCounters counters = new GatewayCounters(kind -> {
        final AtomicCounter counter = manager.newCounter(kind.label(), kind.typeId());
        byLabel.put(kind.label(), counter);
        return counter;
    });

    private static UnsafeBuffer buffer(final int bytes) {
        return new UnsafeBuffer(BufferUtil.allocateDirectAligned(bytes, CACHE_LINE));
    }

    long of(final String label) {
        return byLabel.get("plimsoll " + label).get();
    }
}
