package io.plimsoll.journal;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A host in a process of its own: started by tests with a folder and what to do. */
public final class ChildHost {
    static final String HOLD = "hold";
    static final String PLAY = "play";
    static final String HALT_AFTER = "haltAfter";
    static final String OPEN = "open";

    private static final int FORCE_MASK = 15;

    private ChildHost() {}

    public static void main(final String[] arguments) throws IOException {
        final Path folder = Path.of(arguments[0]);
        switch (arguments[1]) {
            case HOLD -> hold(folder);
            case PLAY -> play(folder);
            default ->
                Host.open(folder, new RecoveryListener() {
                    @Override
                    public void onStep(final RecoveryStep step) {
                        if (step.name().equals(arguments[2])) {
                            Runtime.getRuntime().halt(9);
                        }
                    }
                });
        }
    }

    private static void hold(final Path folder) throws IOException {
        try (Host host = Host.open(folder)) {
            System.out.println(OPEN);
            final int end = System.in.read();
            assert end < 0 && host.sequence() == 0;
        }
    }

    /** Plays without end; says each sequence once it is journaled and its events too, and forces now and then. */
    private static void play(final Path folder) {
        final Host host = Host.open(Host.settings(folder).withRollBytes(1 << 16), Disk.REAL);
        while (true) {
            host.play(1);
            if ((host.sequence() & FORCE_MASK) == 0) {
                host.force();
            }
            System.out.println(host.sequence());
        }
    }

    /** Starts one with the flags of this process. */
    static Process start(final Path folder, final String... arguments) throws IOException {
        final List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                .filter(flag -> !flag.startsWith("-javaagent"))
                .forEach(command::add);
        command.add("-Dorg.slf4j.simpleLogger.defaultLogLevel=warn");
        command.add("-cp");
        command.add(System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")));
        command.add(ChildHost.class.getName());
        command.add(folder.toString());
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    static BufferedReader outputOf(final Process process) {
        return new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    }
}
