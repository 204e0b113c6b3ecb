package io.plimsoll.gateway;

import io.aeron.Aeron;
import java.nio.charset.StandardCharsets;
import org.agrona.concurrent.UnsafeBuffer;

/** Makes the engine's counters in the media driver's memory. */
final class AeronCounters {
    private AeronCounters() {}

    static GatewayCounters.Maker maker(final Aeron aeron, final int ingressStream) {
        final UnsafeBuffer key = new UnsafeBuffer(new byte[CounterKey.LENGTH]);
        CounterKey.write(key, ingressStream);
        return counter -> {
            final UnsafeBuffer label = new UnsafeBuffer(counter.label().getBytes(StandardCharsets.US_ASCII));
            return aeron.addCounter(counter.typeId(), key, 0, CounterKey.LENGTH, label, 0, label.capacity());
        };
    }
}
