package io.plimsoll.cli.doctor;

import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Says whether an engine has the journal open. Only looks: taking the lock could keep an engine from starting. */
final class LockCheck implements Check {
    private static final Path LOCKS = Path.of("/proc/locks");

    private final Machine machine;
    private final Path journal;

    LockCheck(final Machine machine, final Path journal) {
        this.machine = machine;
        this.journal = journal;
    }

    @Override
    public String name() {
        return "journal lock";
    }

    @Override
    public Finding look() {
        if (!machine.isLinux()) {
            return Finding.notCheckedOn(machine);
        }
        final Optional<String> name = machine.lockName(journal.resolve("LOCK"));
        if (name.isEmpty()) {
            return Finding.ok("free: no engine was started on this journal yet");
        }
        final Matcher holder = Pattern.compile("WRITE\\s+(-?\\d+)\\s+" + Pattern.quote(name.get()) + "\\s")
                .matcher(machine.read(LOCKS).orElse(""));
        return holder.find()
                ? Finding.ok("an engine has the journal open, process " + holder.group(1))
                : Finding.ok("free");
    }
}
