package io.plimsoll.cli.host;

import java.io.File;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The command line that starts another {@code plimsoll} as this one was started: same JDK, same flags, same classes. */
public final class SelfCommand {
    private SelfCommand() {}

    /** {@return the JVM of this process with its flags, for another program} */
    public static List<String> java() {
        final List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                .filter(flag -> !flag.startsWith("-Dplimsoll.stderr.tty"))
                .filter(flag -> !flag.startsWith("-agentlib") && !flag.startsWith("-javaagent"))
                .forEach(command::add);
        return command;
    }

    static List<String> of(final Class<?> main, final String... args) {
        final List<String> command = java();
        final String classPath = System.getProperty("java.class.path");
        // Only -jar reads the manifest's module opens.
        if (classPath.endsWith(".jar") && !classPath.contains(File.pathSeparator)) {
            command.addAll(List.of("-jar", classPath));
        } else {
            command.addAll(List.of("-cp", classPath, main.getName()));
        }
        command.addAll(List.of(args));
        return command;
    }
}
