package io.plimsoll.cli.doctor;

import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The engine's memory is not swapped out. */
final class SwapCheck implements Check {
    private static final Path MEMINFO = Path.of("/proc/meminfo");
    private static final Path SWAPPINESS = Path.of("/proc/sys/vm/swappiness");
    private static final Pattern TOTAL = Pattern.compile("SwapTotal:\\s*(\\d{1,15}) kB");
    private static final int SWAPPINESS_MAX = 10;

    private final Machine machine;

    SwapCheck(final Machine machine) {
        this.machine = machine;
    }

    @Override
    public String name() {
        return "swap";
    }

    @Override
    public Finding look() {
        if (!machine.isLinux()) {
            return Finding.notCheckedOn(machine);
        }
        final Matcher total = TOTAL.matcher(machine.read(MEMINFO).orElse(""));
        if (!total.find()) {
            return Finding.warn("unknown: " + MEMINFO + " does not say", "look with 'swapon --show'");
        }
        final long bytes = Long.parseLong(total.group(1)) << 10;
        if (bytes == 0) {
            return Finding.ok("none");
        }
        final String swappiness = machine.read(SWAPPINESS).orElse("60");
        final String found = Amounts.bytes(bytes) + " of swap, vm.swappiness " + swappiness;
        return swappiness.matches("\\d{1,3}") && Integer.parseInt(swappiness) <= SWAPPINESS_MAX
                ? Finding.ok(found)
                : Finding.warn(found, "sysctl vm.swappiness=1, or swapoff -a");
    }
}
