package io.plimsoll.gateway;

import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.agrona.ErrorHandler;

/**
 * Stops everything after the first failure that is not a rejected command: nothing leaves any more, the state of the host is
 * written down, the process ends. Any thread may call it; the first call counts.
 */
final class FailStop implements ErrorHandler {
    private final AtomicReference<Throwable> cause = new AtomicReference<>();
    private final Consumer<Throwable> onFirst;

    FailStop(final Consumer<Throwable> onFirst) {
        this.onFirst = onFirst;
    }

    @Override
    public void onError(final Throwable failure) {
        if (cause.compareAndSet(null, failure)) {
            onFirst.accept(failure);
        }
    }

    /** Whether something failed: agents must not do any more work. */
    boolean failed() {
        return cause.get() != null;
    }

    Throwable cause() {
        return cause.get();
    }
}
