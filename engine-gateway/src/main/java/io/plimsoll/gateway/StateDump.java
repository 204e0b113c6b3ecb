package io.plimsoll.gateway;

import io.plimsoll.core.engine.MarginEngine;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.agrona.PrintBufferUtil;

/** Writes down what was known when the engine stopped on a fault. */
final class StateDump {
    private StateDump() {}

    /**
     * Writes the dump.
     *
     * @return the file.
     */
    static Path write(
            final Path folder,
            final int epoch,
            final MarginEngine engine,
            final CommandSlot inHand,
            final Throwable cause)
            throws IOException {
        final Path file = folder.resolve("fault-" + epoch + "-" + engine.sequence() + ".txt");
        try (PrintWriter out = new PrintWriter(Files.newBufferedWriter(file, StandardCharsets.UTF_8))) {
            out.println("stopped at      " + Instant.now());
            out.println("epoch           " + epoch);
            out.println("last sequence   " + engine.sequence());
            out.println("engine time     " + engine.state().timeNs() + " ns");
            out.println("state hash      " + Long.toHexString(engine.stateHash()) + " (not to be trusted)");
            out.println("accounts        " + engine.state().accounts().count());
            out.println("open positions  " + engine.state().accounts().openPositions());
            out.println("open orders     " + engine.state().orders().count());
            if (inHand != null) {
                out.println("command in hand " + inHand.sequence() + " at " + inHand.timeNs() + " ns");
                out.println(PrintBufferUtil.hexDump(copy(inHand)));
            }
            out.println("cause");
            cause.printStackTrace(out);
        }
        return file;
    }

    private static byte[] copy(final CommandSlot slot) {
        final byte[] bytes = new byte[slot.length()];
        slot.frame().getBytes(0, bytes);
        return bytes;
    }
}
