package io.plimsoll.cli.doctor;

import java.nio.file.Path;
import java.util.Optional;

/** The kernel lets the journal's files be mapped ahead of their use. */
final class OvercommitCheck implements Check {
    private static final Path OVERCOMMIT = Path.of("/proc/sys/vm/overcommit_memory");

    private final Machine machine;

    OvercommitCheck(final Machine machine) {
        this.machine = machine;
    }

    @Override
    public String name() {
        return "overcommit";
    }

    @Override
    public Finding look() {
        if (!machine.isLinux()) {
            return Finding.notCheckedOn(machine);
        }
        final Optional<String> overcommit = machine.read(OVERCOMMIT);
        if (overcommit.isEmpty()) {
            return Finding.warn(
                    "unknown: " + OVERCOMMIT + " cannot be read", "look with 'sysctl vm.overcommit_memory'");
        }
        return overcommit.get().equals("2")
                ? Finding.warn("vm.overcommit_memory 2: large mappings may be refused", "sysctl vm.overcommit_memory=0")
                : Finding.ok("vm.overcommit_memory " + overcommit.get());
    }
}
