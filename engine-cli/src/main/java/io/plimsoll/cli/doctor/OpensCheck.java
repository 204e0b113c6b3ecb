package io.plimsoll.cli.doctor;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** The packages of the JDK that Aeron and Chronicle reach into are open to them. */
final class OpensCheck implements Check {
    private final List<String> wanted;
    private final Predicate<String> isOpen;

    /**
     * A check.
     *
     * @param wanted packages as {@code module/package}; none when the program was not started from its jar.
     * @param isOpen whether one is open to this program.
     */
    OpensCheck(final List<String> wanted, final Predicate<String> isOpen) {
        this.wanted = List.copyOf(wanted);
        this.isOpen = isOpen;
    }

    @Override
    public String name() {
        return "module opens";
    }

    @Override
    public Finding look() {
        if (wanted.isEmpty()) {
            return new Finding(Verdict.SKIP, "not started from plimsoll.jar, whose manifest lists them", "");
        }
        final List<String> closed = new ArrayList<>(wanted);
        closed.removeIf(isOpen);
        return closed.isEmpty()
                ? Finding.ok(wanted.size() + " packages are open")
                : Finding.fail(
                        "closed: " + String.join(", ", closed), "start it with ./plimsoll or java -jar plimsoll.jar");
    }
}
