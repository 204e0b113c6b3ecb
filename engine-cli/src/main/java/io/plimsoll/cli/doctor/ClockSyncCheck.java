package io.plimsoll.cli.doctor;

import java.nio.file.Path;
import java.util.Optional;

/** Something keeps the wall clock right. */
final class ClockSyncCheck implements Check {
    private static final Path TIMESYNCD = Path.of("/run/systemd/timesync/synchronized");
    private static final String REMEDY = "run chrony or systemd-timesyncd on the host";

    private final Machine machine;

    ClockSyncCheck(final Machine machine) {
        this.machine = machine;
    }

    @Override
    public String name() {
        return "clock sync";
    }

    @Override
    public Finding look() {
        if (!machine.isLinux()) {
            return Finding.notCheckedOn(machine);
        }
        if (machine.read(TIMESYNCD).isPresent()) {
            return Finding.ok("synchronised by systemd-timesyncd");
        }
        final Optional<String> chrony = machine.run("chronyc", "-n", "tracking");
        if (chrony.isPresent()) {
            return chrony.get().matches("(?s).*Leap status\\s*: Normal.*")
                    ? Finding.ok("synchronised by chrony")
                    : Finding.warn("chrony runs, but is not synchronised", "see 'chronyc sources'");
        }
        final Optional<String> systemd = machine.run("timedatectl", "show", "-p", "NTPSynchronized", "--value");
        if (systemd.isPresent()) {
            return systemd.get().equals("yes")
                    ? Finding.ok("synchronised, says timedatectl")
                    : Finding.warn("not synchronised, says timedatectl", REMEDY);
        }
        return Finding.warn("unknown: neither timesyncd nor chrony answers", REMEDY);
    }
}
