package io.plimsoll.cli.doctor;

import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Files that the engine makes are for its user alone. */
final class UmaskCheck implements Check {
    private static final Path STATUS = Path.of("/proc/self/status");
    private static final Pattern UMASK = Pattern.compile("(?m)^Umask:\\s*(\\d{3,4})");

    private final Machine machine;

    UmaskCheck(final Machine machine) {
        this.machine = machine;
    }

    @Override
    public String name() {
        return "umask";
    }

    @Override
    public Finding look() {
        if (!machine.isLinux()) {
            return Finding.notCheckedOn(machine);
        }
        final Matcher umask = UMASK.matcher(machine.read(STATUS).orElse(""));
        if (!umask.find()) {
            return Finding.warn("unknown: " + STATUS + " does not say", "look with 'umask'");
        }
        return umask.group(1).endsWith("77")
                ? Finding.ok(umask.group(1))
                : Finding.warn(
                        umask.group(1) + ": others can read new files",
                        "umask 077 (systemd: UMask=0077); ./plimsoll sets it by itself");
    }
}
