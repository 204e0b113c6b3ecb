package io.plimsoll.gateway;

import java.util.Objects;

/**
 * How the engine is reached.
 *
 * @param embedded whether the media driver runs in this process; otherwise one must be running on the directory.
 * @param directory of the media driver.
 * @param channel Aeron channel of both directions.
 * @param ingressStream stream on which commands are taken.
 * @param termBytes size of a term of the embedded driver's shared memory; a stream takes three.
 */
public record AeronSettings(boolean embedded, String directory, String channel, int ingressStream, int termBytes) {
    /** Stream on which commands are taken unless configured otherwise. */
    public static final int INGRESS_STREAM_DEFAULT = 1001;

    private static final int TERM_BYTES_DEFAULT = 1 << 20;

    /** Checks that nothing is missing. */
    public AeronSettings {
        Objects.requireNonNull(directory, "directory");
        Objects.requireNonNull(channel, "channel");
    }

    /**
     * An embedded driver and shared memory.
     *
     * @param directory of the media driver; its content is deleted at start and stop.
     * @return the settings.
     */
    public static AeronSettings embedded(final String directory) {
        return new AeronSettings(true, directory, "aeron:ipc", INGRESS_STREAM_DEFAULT, TERM_BYTES_DEFAULT);
    }
}
