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
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntConsumer;
import org.agrona.CloseHelper;
import org.agrona.concurrent.BackoffIdleStrategy;

/**
 * A live engine: recovers from its journal, opens Aeron, and runs until it is closed or fails. On the first failure that is
 * not a rejected command nothing leaves any more, a dump is written beside the journal, and the exit hook is called.
 */
public final class EngineServer implements AutoCloseable {
    /** Exit code of a process whose engine stopped on a fault. */
    public static final int EXIT_FAULT = 6;

    private static final long START_POLL_NS = 50_000L;
    private static final long MILLI_NS = 1_000_000L;

    private final GatewaySettings settings;
    private final IntConsumer exitHook;
    private final HostLog log = new HostLog();
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
     * @throws IllegalStateException another media driver runs in the directory, others can write to it or to the journal, or
     *     the machine's clock is behind the journal.
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
        final long begunNs = System.nanoTime();
        final Path folder = settings.journal().folder();
        log.info(
                "starting",
                "the engine starts",
                "journal",
                folder,
                "aeron_dir",
                aeronDirectory(),
                "clock",
                settings.clock(),
                "threads",
                settings.layout(),
                "pid",
                ProcessHandle.current().pid());
        if (FolderSafety.check("the journal's folder", folder)) {
            log.warn("folder_tightened", "others could read the journal; they cannot any more", "journal", folder);
        }
        journal = Journal.open(settings.journal(), engine, new LoggedRecovery(log, listener));
        recoveredHash = engine.stateHash();
        final GatewaySettings complete =
                settings.with(settings.clock(), new Genesis(engine.state()).missing(settings.genesis()));
        connect();
        final GatewayCounters counters = counters();
        pipeline = new EnginePipeline(complete, engine, journal, aeron, counters, log, failStop);
        pipeline.start();
        final long defined = journal.lastSequence() + complete.genesis().size();
        while (pipeline.releasedSequence() < defined && !failStop.failed()) {
            LockSupport.parkNanos(START_POLL_NS);
        }
        log.info(
                "ready",
                "clients may connect",
                "recovered_seq",
                journal.lastSequence(),
                "state_hash",
                hex(recoveredHash),
                "aeron_dir",
                aeronDirectory(),
                "took_ms",
                (System.nanoTime() - begunNs) / MILLI_NS);
    }

    private void connect() {
        if (settings.aeron().embedded()) {
            DriverDirectory.refuseForeign(aeronDirectory());
            driver = MediaDriver.launchEmbedded(driverContext());
            DriverDirectory.makePrivate(aeronDirectory());
        }
        aeron = Aeron.connect(
                new Aeron.Context().aeronDirectoryName(aeronDirectory()).errorHandler(this::onTransportError));
    }

    private GatewayCounters counters() {
        final GatewayCounters counters =
                new GatewayCounters(AeronCounters.maker(aeron, settings.aeron().ingressStream()));
        final long last = journal.lastSequence();
        List.of(
                        EngineCounter.SEQUENCED,
                        EngineCounter.JOURNALED,
                        EngineCounter.APPLIED,
                        EngineCounter.RELEASED,
                        EngineCounter.DURABLE)
                .forEach(counter -> counters.set(counter, last));
        counters.set(EngineCounter.EPOCH, journal.epoch());
        counters.set(EngineCounter.PROCESS, ProcessHandle.current().pid());
        final long nowMs = System.currentTimeMillis();
        counters.set(EngineCounter.START_TIME, nowMs);
        counters.set(EngineCounter.HEARTBEAT, nowMs);
        counters.set(EngineCounter.LAST_COMMAND_TIME, journal.lastTimeNs());
        counters.set(EngineCounter.RING_SIZE, settings.usedRingSlots());
        counters.set(EngineCounter.OUTBOUND_SIZE, settings.outboundBytes());
        log.running(journal.epoch(), journal.commands()::journaledSequence);
        return counters;
    }

    private static String hex(final long hash) {
        return String.format(Locale.ROOT, "%016x", hash);
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
            log.warn("transport_warning", "a client or the network gave the media driver trouble", "cause", error);
        } else {
            failStop.onError(error);
        }
    }

    private void onFault(final Throwable cause) {
        try {
            final Path folder = settings.journal().folder();
            final int epoch = journal == null ? 0 : journal.epoch();
            final CommandSlot inHand = pipeline == null ? null : pipeline.inHand();
            final Path dump = StateDump.write(folder, epoch, engine, inHand, cause);
            log.error("fault", "the engine stops; nothing leaves any more", "dump", dump, "cause", cause);
        } catch (final IOException | RuntimeException failure) {
            log.error("fault", "the engine stops; nothing leaves any more", "cause", cause);
            log.error("no_dump", "no state dump could be written", "cause", failure);
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

    /** {@return last command all of whose events are released} */
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

    /** {@return last command that is on disk; any thread may ask} */
    public long durableSequence() {
        return journal.forcer().durableSequence();
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
        final long begunNs = System.nanoTime();
        log.info("stopping", "no more commands are taken; what is on its way is finished");
        if (!failStop.failed()) {
            pipeline.drain();
        }
        release();
        log.info(
                "stopped",
                "the engine has stopped",
                "state_hash",
                hex(engine.stateHash()),
                "took_ms",
                (System.nanoTime() - begunNs) / MILLI_NS);
        ended.countDown();
    }

    private void release() {
        CloseHelper.quietCloseAll(pipeline, aeron, driver);
        if (journal != null) {
            journal.close();
        }
    }
}
