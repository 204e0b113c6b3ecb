package io.plimsoll.cli.host;

import io.plimsoll.cli.output.Texts;
import io.plimsoll.gateway.EngineServer;

/** The one line by which an engine says that it is ready; scripts wait for it and read it. */
public final class ReadyLine {
    /** How it begins. */
    public static final String START = "ready: ";

    private static final String AERON = ", aeron ";

    private ReadyLine() {}

    /**
     * The line.
     *
     * @param server that is ready.
     * @return epoch, what recovery found, and where clients connect.
     */
    public static String of(final EngineServer server) {
        return START + "epoch " + server.epoch() + ", recovered to sequence " + server.recoveredSequence()
                + ", state hash " + Texts.hash(server.recoveredHash()) + AERON + server.aeronDirectory();
    }

    /**
     * Reads the line.
     *
     * @param line as made by {@link #of}.
     * @return directory of the media driver.
     */
    public static String aeronDirectory(final String line) {
        return line.substring(line.indexOf(AERON) + AERON.length());
    }
}
