package io.plimsoll.cli.doctor;

import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;

/** The kernel reads time from something quick. */
final class ClockSourceCheck implements Check {
    private static final Path CURRENT = Path.of("/sys/devices/system/clocksource/clocksource0/current_clocksource");
    private static final Set<String> QUICK =
            Set.of("tsc", "kvm-clock", "arch_sys_counter", "hyperv_clocksource_tsc_page");

    private final Machine machine;

    ClockSourceCheck(final Machine machine) {
        this.machine = machine;
    }

    @Override
    public String name() {
        return "clock source";
    }

    @Override
    public Finding look() {
        if (!machine.isLinux()) {
            return Finding.notCheckedOn(machine);
        }
        final Optional<String> source = machine.read(CURRENT);
        if (source.isEmpty()) {
            return Finding.warn("unknown: " + CURRENT + " cannot be read", "look at it as root");
        }
        return QUICK.contains(source.get())
                ? Finding.ok(source.get())
                : Finding.warn(
                        source.get() + ": each look at the clock is a call into the kernel",
                        "boot with clocksource=tsc where the processor's is stable");
    }
}
