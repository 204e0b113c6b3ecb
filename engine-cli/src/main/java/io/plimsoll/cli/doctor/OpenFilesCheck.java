package io.plimsoll.cli.doctor;

import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The process may open enough files. */
final class OpenFilesCheck implements Check {
    private static final Path LIMITS = Path.of("/proc/self/limits");
    private static final Pattern FILES = Pattern.compile("Max open files\\s+(\\d{1,18}|unlimited)\\s");

    /** Jar files, queues, and the driver's own. */
    private static final int FIXED = 256;

    /** Logs, buffers and sockets of one client. */
    private static final int PER_SESSION = 8;

    private static final int COMFORTABLE = 4_096;

    private final Machine machine;
    private final int sessions;

    OpenFilesCheck(final Machine machine, final int sessions) {
        this.machine = machine;
        this.sessions = sessions;
    }

    @Override
    public String name() {
        return "open files";
    }

    @Override
    public Finding look() {
        if (!machine.isLinux()) {
            return Finding.notCheckedOn(machine);
        }
        final Matcher files = FILES.matcher(machine.read(LIMITS).orElse("") + " ");
        if (!files.find()) {
            return Finding.warn("unknown: " + LIMITS + " does not say", "look with 'ulimit -n'");
        }
        if (files.group(1).equals("unlimited")) {
            return Finding.ok("unlimited");
        }
        final long limit = Long.parseLong(files.group(1));
        final int wanted = FIXED + PER_SESSION * sessions;
        final String found = "limit " + limit + "; " + sessions + " clients take up to " + wanted;
        if (limit < wanted) {
            return Finding.fail(found, "ulimit -n 65536 (systemd: LimitNOFILE, docker: ulimits)");
        }
        return limit < COMFORTABLE
                ? Finding.warn(found, "ulimit -n 65536 (systemd: LimitNOFILE, docker: ulimits)")
                : Finding.ok(found);
    }
}
