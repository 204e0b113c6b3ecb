package io.plimsoll.client;

import io.aeron.Aeron;
import io.aeron.CommonContext;
import io.aeron.ExclusivePublication;
import io.aeron.FragmentAssembler;
import io.aeron.Publication;
import io.aeron.Subscription;
import io.aeron.exceptions.AeronException;
import io.aeron.logbuffer.FragmentHandler;
import java.io.File;
import org.agrona.CloseHelper;
import org.agrona.DirectBuffer;
import org.agrona.LangUtil;
import org.agrona.concurrent.CachedNanoClock;

/**
 * One Aeron client with a publication to the engine and a subscription for the session. It is thrown away whole after any
 * failure: a media driver that lived in the engine's process died with it, and a new one has new files.
 */
final class AeronLink implements Link {
    /** A live driver writes its heartbeat every second. */
    private static final long DRIVER_SILENCE_MS = 2_500;

    private static final long CONDUCTOR_SLEEP_NS = 4_000_000L;
    private static final long RESOURCE_LINGER_NS = 100_000_000L;
    private static final int ADMIN_ACTION_TRIES = 3;

    private final ClientConfig config;
    private final File directory;
    private final FragmentAssembler assembler;
    private final CachedNanoClock clock = new CachedNanoClock();
    private Aeron aeron;
    private long publicationId;
    private long subscriptionId;
    private ExclusivePublication publication;
    private Subscription subscription;
    private boolean broken;

    AeronLink(final ClientConfig config, final FragmentHandler handler) {
        this.config = config;
        assembler = new FragmentAssembler(handler);
        directory = new File(config.aeronDirectory());
        tick();
    }

    @Override
    public boolean open(final int sessionStream) {
        if (!driverLives()) {
            return false;
        }
        broken = false;
        try {
            aeron = Aeron.connect(context());
            subscriptionId = aeron.asyncAddSubscription(config.channel(), sessionStream);
            publicationId = aeron.asyncAddExclusivePublication(config.channel(), config.ingressStream());
            return true;
        } catch (final AeronException | IllegalStateException e) {
            close();
            return false;
        }
    }

    private Aeron.Context context() {
        return new Aeron.Context()
                .aeronDirectoryName(config.aeronDirectory())
                .clientName("plimsoll-client-" + config.source())
                .idleSleepDurationNs(CONDUCTOR_SLEEP_NS)
                .nanoClock(this::tick)
                .resourceLingerDurationNs(RESOURCE_LINGER_NS)
                .threadFactory(AeronLink::daemon)
                .subscriberErrorHandler(AeronLink::rethrow)
                .errorHandler(e -> {});
    }

    /** Aeron's conductor asks in every round, on a thread of its own, whatever the caller does. */
    private long tick() {
        final long nowNs = System.nanoTime();
        clock.update(nowNs);
        return nowNs;
    }

    private static Thread daemon(final Runnable work) {
        final Thread thread = new Thread(work, "plimsoll-client-conductor");
        thread.setDaemon(true);
        return thread;
    }

    /** An exception of the handler belongs to the caller of poll. */
    private static void rethrow(final Throwable error) {
        LangUtil.rethrowUnchecked(error);
    }

    @Override
    public boolean advance() {
        try {
            if (subscription == null) {
                subscription = aeron.getSubscription(subscriptionId);
            }
            if (publication == null) {
                publication = aeron.getExclusivePublication(publicationId);
            }
        } catch (final AeronException | IllegalStateException e) {
            broken = true;
            return false;
        }
        return subscription != null && publication != null && publication.isConnected();
    }

    @Override
    public boolean isBroken() {
        return broken || aeron == null || aeron.isClosed();
    }

    @Override
    public boolean hasEngine() {
        return subscription != null && subscription.imageCount() > 0;
    }

    @Override
    public int offer(final DirectBuffer buffer, final int offset, final int length) {
        for (int i = 0; i < ADMIN_ACTION_TRIES; i++) {
            final long position = publication.offer(buffer, offset, length);
            if (position > 0) {
                return TAKEN;
            }
            if (position == Publication.CLOSED || position == Publication.MAX_POSITION_EXCEEDED) {
                broken = true;
                return BROKEN;
            }
            if (position != Publication.ADMIN_ACTION) {
                return FULL;
            }
        }
        return FULL;
    }

    @Override
    public int poll(final int limit) {
        return subscription == null ? 0 : subscription.poll(assembler, limit);
    }

    @Override
    public long nowNs() {
        return clock.nanoTime();
    }

    @Override
    public void close() {
        final Aeron closing = aeron;
        aeron = null;
        publication = null;
        subscription = null;
        assembler.clear();
        CloseHelper.quietClose(closing);
    }

    private boolean driverLives() {
        try {
            return CommonContext.isDriverActive(directory, DRIVER_SILENCE_MS, message -> {});
        } catch (final AeronException | IllegalStateException e) {
            // The files are being made or removed at this very moment.
            return false;
        }
    }
}
