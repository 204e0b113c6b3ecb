package io.plimsoll.gateway;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** An engine in a process of its own: says READY, stops in order when its input ends, and says its last state hash. */
final class ServerProcess {
    private static final String READY = "READY";
    private static final String HASH = "HASH ";

    private final Process process;
    private final BufferedReader output;

    private ServerProcess(final Process process) {
        this.process = process;
        output = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
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
        final List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        for (final String argument : ManagementFactory.getRuntimeMXBean().getInputArguments()) {
            if (argument.startsWith("--") || argument.startsWith("-D") || argument.startsWith("-XX:+Ignore")) {
                command.add(argument);
            }
        }
        command.addAll(List.of("-ea", "-Xmx512m", "-XX:TieredStopAtLevel=1", "-cp"));
        command.add(System.getProperty("java.class.path"));
        command.addAll(List.of(ServerProcess.class.getName(), folder.toString()));
        final ServerProcess server = new ServerProcess(new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start());
        server.awaitLine(READY);
        return server;
    }

    private String awaitLine(final String prefix) throws IOException {
        String line = output.readLine();
        while (line != null && !line.startsWith(prefix)) {
            line = output.readLine();
        }
        if (line == null) {
            throw new IOException("the engine's process ended without saying " + prefix);
        }
        return line;
    }

    /** kill -9. */
    void kill() throws InterruptedException {
        process.destroyForcibly();
        process.waitFor();
    }

    /** Stops in order; answers state hash and last sequence. */
    String stop() throws IOException, InterruptedException {
        process.getOutputStream().close();
        final String line = awaitLine(HASH);
        process.waitFor();
        return line;
    }
}
