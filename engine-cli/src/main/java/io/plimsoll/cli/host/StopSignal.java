package io.plimsoll.cli.host;

import java.util.concurrent.CountDownLatch;

/**
 * Holds the end of the process up until the command is done, so that SIGTERM and SIGINT stop in order and with the command's
 * own exit code.
 */
public final class StopSignal implements AutoCloseable {
    private final CountDownLatch done = new CountDownLatch(1);
    private final Thread hook;

    /**
     * Begins to listen.
     *
     * @param onSignal is called once, on a thread of its own, when the process is asked to stop.
     * @param exitCode of the process once {@link #close} is called after that.
     */
    public StopSignal(final Runnable onSignal, final int exitCode) {
        hook = new Thread(() -> stop(onSignal, exitCode), "plimsoll-stop");
        Runtime.getRuntime().addShutdownHook(hook);
    }

    private void stop(final Runnable onSignal, final int exitCode) {
        onSignal.run();
        try {
            done.await();
            // The virtual machine would give the signal's number as exit code.
            Runtime.getRuntime().halt(exitCode);
        } catch (final InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Says that the command is done. */
    @Override
    public void close() {
        done.countDown();
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (final IllegalStateException e) {
            // The process is ending: the hook runs.
            return;
        }
    }
}
