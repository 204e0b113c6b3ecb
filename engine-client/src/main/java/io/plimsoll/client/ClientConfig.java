package io.plimsoll.client;

import java.util.Objects;

/**
 * How a client finds the engine and how patient it is.
 *
 * @param aeronDirectory folder of the media driver, the engine's own one unless both use an external driver.
 * @param channel Aeron channel of both directions.
 * @param ingressStream stream on which the engine takes commands.
 * @param source source whose commands this client sends; 0: it only listens.
 * @param start where the event stream begins for this client.
 * @param engineTimeoutNs silence of the engine after which it counts as down, ns.
 * @param connectTimeoutNs time for one attempt to connect, ns.
 * @param reconnectIntervalNs pause between two attempts, ns.
 * @param windowFrames commands that may be unanswered at a time; a power of two.
 * @param orderDeadlineNs time by the machine's clock after which the engine refuses an order that is on its way; 0: never.
 */
public record ClientConfig(
        String aeronDirectory,
        String channel,
        int ingressStream,
        int source,
        ResumePoint start,
        long engineTimeoutNs,
        long connectTimeoutNs,
        long reconnectIntervalNs,
        int windowFrames,
        long orderDeadlineNs) {

    /** Stream on which the engine takes commands unless configured otherwise. */
    public static final int INGRESS_STREAM_DEFAULT = 1001;

    /** Channel of both directions unless configured otherwise: shared memory of one machine. */
    public static final String CHANNEL_DEFAULT = "aeron:ipc";

    private static final int WINDOW_FRAMES_DEFAULT = 4096;
    private static final int WINDOW_FRAMES_MAX = 1 << 20;
    private static final long MILLI_NS = 1_000_000L;
    private static final long ENGINE_TIMEOUT_NS = 1_000 * MILLI_NS;
    private static final long CONNECT_TIMEOUT_NS = 3_000 * MILLI_NS;
    private static final long RECONNECT_INTERVAL_NS = 100 * MILLI_NS;

    /** Checks the ranges. */
    public ClientConfig {
        Objects.requireNonNull(aeronDirectory, "aeronDirectory");
        Objects.requireNonNull(channel, "channel");
        Objects.requireNonNull(start, "start");
        if (source < 0) {
            throw new IllegalArgumentException("source must be 0 or positive, is " + source);
        }
        if (Integer.bitCount(windowFrames) != 1 || windowFrames < 1 || windowFrames > WINDOW_FRAMES_MAX) {
            throw new IllegalArgumentException(
                    "windowFrames must be a power of two up to " + WINDOW_FRAMES_MAX + ", is " + windowFrames);
        }
        if (engineTimeoutNs < 1 || connectTimeoutNs < 1 || reconnectIntervalNs < 1) {
            throw new IllegalArgumentException("a time-out must be positive");
        }
        if (orderDeadlineNs < 0) {
            throw new IllegalArgumentException("orderDeadlineNs must not be negative, is " + orderDeadlineNs);
        }
    }

    /**
     * The usual: shared memory, 1 s without heartbeat is down, events from now on.
     *
     * @param aeronDirectory folder of the media driver.
     * @param source source whose commands this client sends; 0: it only listens.
     * @return the configuration.
     */
    public static ClientConfig of(final String aeronDirectory, final int source) {
        return new ClientConfig(
                aeronDirectory,
                CHANNEL_DEFAULT,
                INGRESS_STREAM_DEFAULT,
                source,
                ResumePoint.NOW,
                ENGINE_TIMEOUT_NS,
                CONNECT_TIMEOUT_NS,
                RECONNECT_INTERVAL_NS,
                WINDOW_FRAMES_DEFAULT,
                0);
    }

    /**
     * The same with another beginning of the event stream.
     *
     * @param point where it begins.
     * @return the configuration.
     */
    public ClientConfig withStart(final ResumePoint point) {
        return new ClientConfig(
                aeronDirectory,
                channel,
                ingressStream,
                source,
                point,
                engineTimeoutNs,
                connectTimeoutNs,
                reconnectIntervalNs,
                windowFrames,
                orderDeadlineNs);
    }

    /**
     * The same with another window.
     *
     * @param frames commands that may be unanswered at a time; a power of two.
     * @return the configuration.
     */
    public ClientConfig withWindow(final int frames) {
        return new ClientConfig(
                aeronDirectory,
                channel,
                ingressStream,
                source,
                start,
                engineTimeoutNs,
                connectTimeoutNs,
                reconnectIntervalNs,
                frames,
                orderDeadlineNs);
    }

    /**
     * The same over another channel and stream.
     *
     * @param aeronChannel channel of both directions.
     * @param stream on which the engine takes commands.
     * @return the configuration.
     */
    public ClientConfig withChannel(final String aeronChannel, final int stream) {
        return new ClientConfig(
                aeronDirectory,
                aeronChannel,
                stream,
                source,
                start,
                engineTimeoutNs,
                connectTimeoutNs,
                reconnectIntervalNs,
                windowFrames,
                orderDeadlineNs);
    }

    /**
     * The same with other times.
     *
     * @param engineNs silence of the engine after which it counts as down, ns.
     * @param connectNs time for one attempt to connect, ns.
     * @param reconnectNs pause between two attempts, ns.
     * @return the configuration.
     */
    public ClientConfig withTimeouts(final long engineNs, final long connectNs, final long reconnectNs) {
        return new ClientConfig(
                aeronDirectory,
                channel,
                ingressStream,
                source,
                start,
                engineNs,
                connectNs,
                reconnectNs,
                windowFrames,
                orderDeadlineNs);
    }

    /**
     * The same with a deadline for orders, amendments, baskets and quotes, so that what waits while the engine is away does not rest
     * at prices of the past. The clocks of both machines must agree better than that, and the engine's must be a wall clock.
     *
     * @param ns time from sending to the engine's taking it; 0: none.
     * @return the configuration.
     */
    public ClientConfig withOrderDeadline(final long ns) {
        return new ClientConfig(
                aeronDirectory,
                channel,
                ingressStream,
                source,
                start,
                engineTimeoutNs,
                connectTimeoutNs,
                reconnectIntervalNs,
                windowFrames,
                ns);
    }
}
