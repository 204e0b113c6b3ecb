package io.plimsoll.gateway;

import io.aeron.Aeron;
import io.aeron.driver.MediaDriver;
import io.aeron.driver.ThreadingMode;
import io.aeron.exceptions.AeronException;
import io.plimsoll.core.engine.MarginEngine;
import io.plimsoll.journal.Journal;
import io.plimsoll.journal.OpenedJournal;
import io.plimsoll.journal.RecoveryListener;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntConsumer;
import org.agrona.CloseHelper;
import org.agrona.concurrent.BackoffIdleStrategy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A live engine: recovers from its journal, opens Aeron, and runs until it is closed or fails. On the first failure that is
 * not a rejected command nothing leaves any more, a dump is written beside the journal, and the exit hook is called.
 */
public final class EngineServer implements AutoCloseable {
    /** Exit code of a process whose engine stopped on a fault. */
    public static final int EXIT_FAULT = 6;

    private static final long START_POLL_NS = 50_000L;
    private static final Logger LOG = LoggerFactory.getLogger(EngineServer.class);

    private final GatewaySettings settings;
    private final IntConsumer exitHook;
    private final CountDownLatch ended = new CountDownLatch(1);
    private final FailStop failStop = new FailStop(this::onFault);
    private final MarginEngine engine;
    private OpenedJournal journal;
    private MediaDriver driver;
    private Aeron aeron;
    private EnginePipeline pipeline;
    private long recoveredHash;
    private boolean closed;

    private EngineServer(final GatewaySettings settings, final IntConsumer exitHook) {
        this.settings = settings;
        this.exitHook = exitHook;
        this.engine = new MarginEngine(settings.limits());
    }

    /**
     * Starts an engine; a fault ends the process with {@link #EXIT_FAULT}.
     *
     * @param settings how.
     * @return the running engine.
     * @throws io.plimsoll.journal.JournalException the journal is damaged or of another version or engine.
     * @throws io.plimsoll.journal.JournalLockedException another process has the journal open.
     * @throws IllegalStateException another media driver runs in the directory, or the machine's clock is behind the journal.
     */
    public static EngineServer start(final GatewaySettings settings) {
        return start(settings, RecoveryListener.NONE, Runtime.getRuntime()::halt);
    }

    /**
     * Starts an engine.
     *
     * @param settings how.
     * @param listener hears how recovery goes on.
     * @param exitHook is called with the exit code after a fault; in a process of its own it should halt it.
     * @return the running engine.
     * @throws io.plimsoll.journal.JournalException the journal is damaged or of another version or engine.
     * @throws io.plimsoll.journal.JournalLockedException another process has the journal open.
     */
    public static EngineServer start(
            final GatewaySettings settings, final RecoveryListener listener, final IntConsumer exitHook) {
        final EngineServer server = new EngineServer(settings, exitHook);
        try {
            server.open(listener);
            return server;
        } catch (final RuntimeException | Error failure) {
            server.release();
            throw failure;
        }
    }

    private void open(final RecoveryListener listener) {
        journal = Journal.open(settings.journal(), engine, listener);
        recoveredHash = engine.stateHash();
        final GatewaySettings complete =
                settings.with(settings.clock(), new Genesis(engine.state()).missing(settings.genesis()));
        if (settings.aeron().embedded()) {
            DriverDirectory.refuseForeign(settings.aeron().directory());
            driver = MediaDriver.launchEmbedded(driverContext());
        }
        aeron = Aeron.connect(new Aeron.Context()
                .aeronDirectoryName(settings.aeron().directory())
                .errorHandler(this::onTransportError));
        final GatewayCounters counters = new GatewayCounters(aeron::addCounter);
        pipeline = new EnginePipeline(complete, engine, journal, aeron, counters, failStop);
        pipeline.start();
        final long defined = journal.lastSequence() + complete.genesis().size();
        while (pipeline.releasedSequence() < defined && !failStop.failed()) {
            LockSupport.parkNanos(START_POLL_NS);
        }
    }

    private MediaDriver.Context driverContext() {
        final String directory = settings.aeron().directory();
        return new MediaDriver.Context()
                .aeronDirectoryName(directory)
                .dirDeleteOnStart(true)
                .dirDeleteOnShutdown(true)
                .threadingMode(ThreadingMode.SHARED)
                .sharedIdleStrategy(new BackoffIdleStrategy(1, 1, 1_000, 1_000_000))
                .ipcTermBufferLength(settings.aeron().termBytes())
                .publicationTermBufferLength(settings.aeron().termBytes())
                .termBufferSparseFile(true)
                .errorHandler(this::onTransportError);
    }

    /** What a client does wrong to the driver is no fault of the engine; a driver that is gone is. */
    private void onTransportError(final Throwable error) {
        if (error instanceof AeronException known && known.category() != AeronException.Category.FATAL) {
            LOG.warn("media driver: {}", error.toString());
        } else {
            failStop.onError(error);
        }
    }

    private void onFault(final Throwable cause) {
        LOG.error("the engine stops: {}", cause.toString());
        try {
            final Path folder = settings.journal().folder();
            final int epoch = journal == null ? 0 : journal.epoch();
            final CommandSlot inHand = pipeline == null ? null : pipeline.inHand();
            LOG.error("state dump: {}", StateDump.write(folder, epoch, engine, inHand, cause));
        } catch (final IOException | RuntimeException failure) {
            LOG.error("no state dump could be written", failure);
        }
        ended.countDown();
        exitHook.accept(EXIT_FAULT);
    }

    /**
     * Where clients find the engine.
     *
     * @return directory of the media driver.
     */
    public String aeronDirectory() {
        return settings.aeron().directory();
    }

    /** {@return number of this start: its journal generation} */
    public int epoch() {
        return journal.epoch();
    }

    /** {@return sequence that recovery found} */
    public long recoveredSequence() {
        return journal.lastSequence();
    }

    /** {@return state hash that recovery found} */
    public long recoveredHash() {
        return recoveredHash;
    }

    /** {@return last command all of whose events are in the event journal} */
    public long lastSequence() {
        return pipeline.releasedSequence();
    }

    /**
     * State hash; only when closed is it sure to be that of the last command.
     *
     * @return the hash.
     */
    public long stateHash() {
        return engine.stateHash();
    }

    /** {@return what stopped the engine, or null} */
    public Throwable fault() {
        return failStop.cause();
    }

    /**
     * Waits until the engine is closed or has failed.
     *
     * @throws InterruptedException when interrupted.
     */
    public void awaitTermination() throws InterruptedException {
        ended.await();
    }

    /** Stops in order: takes no more commands, finishes what it has, writes a checkpoint, forces the journal. */
    @Override
    public synchronized void close() {
        if (closed) {
            return;
        }
        closed = true;
        if (!failStop.failed()) {
            pipeline.drain();
        }
        release();
        ended.countDown();
    }

    private void release() {
        CloseHelper.quietCloseAll(pipeline, aeron, driver);
        if (journal != null) {
            journal.close();
        }
    }
}
