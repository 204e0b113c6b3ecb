package io.plimsoll.lab.profit;

import io.plimsoll.lab.live.ChangeStep;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * An amount by what did it. The parts sum to it to the last unit.
 *
 * @param steps what each {@link ChangeStep} did, in their order.
 * @param rest what none of them did: marks that were made from the surface at another moment than the last, and what the engine
 *     decided otherwise because not all had come.
 */
public record Attributed(List<Long> steps, long rest) {
    /** Nothing, done by nobody. */
    public static final Attributed NOTHING = new Attributed(Collections.nCopies(ChangeStep.values().length, 0L), 0);

    /** Copies the list. */
    public Attributed {
        steps = List.copyOf(steps);
    }

    /** Of what the amount would be with nothing but marks made anew, with all commands up to each step, and what it is. */
    static Attributed of(final long remarked, final List<Long> upTo, final long amount) {
        final List<Long> parts = new ArrayList<>();
        long last = remarked;
        for (final long next : upTo) {
            parts.add(next - last);
            last = next;
        }
        return new Attributed(parts, remarked + amount - last);
    }

    /** {@return the whole amount} */
    public long total() {
        return steps.stream().mapToLong(Long::longValue).sum() + rest;
    }

    /** {@return whether there is nothing at all, in no part} */
    public boolean isNothing() {
        return equals(NOTHING);
    }

    /**
     * Adds.
     *
     * @param other to add, in the same unit.
     * @return the sum, part by part.
     */
    public Attributed plus(final Attributed other) {
        final List<Long> sums = new ArrayList<>();
        for (int i = 0; i < steps.size(); i++) {
            sums.add(steps.get(i) + other.steps.get(i));
        }
        return new Attributed(sums, rest + other.rest);
    }
}
