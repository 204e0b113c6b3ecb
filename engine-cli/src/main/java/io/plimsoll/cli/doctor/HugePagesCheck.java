package io.plimsoll.cli.doctor;

import java.nio.file.Path;
import java.util.Optional;

/** The kernel does not stop the engine to put huge pages together. */
final class HugePagesCheck implements Check {
    private static final Path ENABLED = Path.of("/sys/kernel/mm/transparent_hugepage/enabled");

    private final Machine machine;

    HugePagesCheck(final Machine machine) {
        this.machine = machine;
    }

    @Override
    public String name() {
        return "huge pages";
    }

    @Override
    public Finding look() {
        if (!machine.isLinux()) {
            return Finding.notCheckedOn(machine);
        }
        final Optional<String> enabled = machine.read(ENABLED);
        if (enabled.isEmpty()) {
            return Finding.ok("this kernel has no transparent huge pages");
        }
        return enabled.get().contains("[always]")
                ? Finding.warn("transparent huge pages: always", "echo madvise > " + ENABLED)
                : Finding.ok("transparent huge pages: " + enabled.get());
    }
}
