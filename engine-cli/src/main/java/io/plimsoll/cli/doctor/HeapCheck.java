package io.plimsoll.cli.doctor;

import java.util.function.LongSupplier;

/** The heap has room for a state of the configured limits. */
final class HeapCheck implements Check {
    private final Machine machine;
    private final LongSupplier state;

    /**
     * A check.
     *
     * @param machine for its memory and heap.
     * @param state bytes that a state takes; throws {@link OutOfMemoryError} when it does not fit.
     */
    HeapCheck(final Machine machine, final LongSupplier state) {
        this.machine = machine;
        this.state = state;
    }

    @Override
    public String name() {
        return "heap";
    }

    @Override
    public Finding look() {
        final long max = machine.heapMax();
        final String room = "the largest heap is " + Amounts.bytes(max) + ", the machine has "
                + (machine.memory() == 0 ? "unknown memory" : Amounts.bytes(machine.memory()));
        final long taken;
        try {
            taken = state.getAsLong();
        } catch (final OutOfMemoryError e) {
            return Finding.fail(
                    "an empty state of these limits does not fit; " + room,
                    "set smaller limits or a larger heap, such as PLIMSOLL_JAVA_OPTS=-Xmx8g");
        }
        final String found = "an empty state of these limits takes " + Amounts.bytes(taken) + "; " + room;
        if (taken > max / 2) {
            return Finding.warn(found, "set a heap of twice that, such as PLIMSOLL_JAVA_OPTS=-Xmx8g");
        }
        return machine.memory() != 0 && max > machine.memory() / 4 * 3
                ? Finding.warn(found, "leave a quarter of the memory to mapped files: set a smaller -Xmx")
                : Finding.ok(found);
    }
}
