package io.plimsoll.gateway;

import com.lmax.disruptor.EventPoller;
import org.agrona.LangUtil;

/** Polls a ring whose handler throws nothing that is checked. */
final class Pollers {
    private Pollers() {}

    static <T> void poll(final EventPoller<T> poller, final EventPoller.Handler<T> handler) {
        try {
            poller.poll(handler);
        } catch (final Exception failure) {
            LangUtil.rethrowUnchecked(failure);
        }
    }
}
