package io.plimsoll.gateway;

import java.io.IOException;
import java.nio.file.Path;

/** An engine in a process of its own: says READY, stops in order when its input ends, and says its last state hash. */
final class ServerProcess {
    private static final String READY = "READY";
    private static final String HASH = "HASH ";

    private final JavaProcess process;

    private ServerProcess(final JavaProcess process) {
        this.process = process;
    }

    /** What the process does. */
    public static void main(final String[] args) throws IOException {
        try (EngineServer server = EngineServer.start(TestServers.settings(Path.of(args[0])))) {
            System.out.println(READY);
            while (System.in.read() >= 0) {
                // Nothing is said to it but the end.
            }
            server.close();
            System.out.println(HASH + Long.toHexString(server.stateHash()) + ' ' + server.lastSequence());
        }
    }

    static ServerProcess start(final Path folder) throws IOException {
        final JavaProcess process = JavaProcess.start(ServerProcess.class, folder.toString());
        process.awaitLine(READY);
        return new ServerProcess(process);
    }

    /** kill -9. */
    void kill() throws InterruptedException {
        process.kill();
    }

    /** Stops in order; answers state hash and last sequence. */
    String stop() throws IOException, InterruptedException {
        process.endInput();
        final String line = process.awaitLine(HASH);
        process.await();
        return line;
    }
}
