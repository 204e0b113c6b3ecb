package io.plimsoll.lab.live;

import java.util.ArrayList;
import java.util.List;

/**
 * What changed for an account between two moments, and what did that. The parts sum to the change to the last unit.
 *
 * @param since sequence of the earlier moment.
 * @param before where it stood then.
 * @param after where it stands.
 * @param parts of the change.
 */
public record AccountChange(long since, Standing before, Standing after, List<Part> parts) {
    private static final String ROWS = "age of rows";

    /** Copies the list. */
    public AccountChange {
        parts = List.copyOf(parts);
    }

    /**
     * A part of a change.
     *
     * @param what did it.
     * @param change by how much.
     */
    public record Part(String what, Standing change) {}

    /**
     * Takes a change apart.
     *
     * @param since sequence of the earlier moment.
     * @param before where the account stood then.
     * @param revalued where it would have stood with rows made at that very moment.
     * @param steps where it would stand with all commands up to that step, one a {@link ChangeStep}, rows made at the end.
     * @param after where it stands.
     * @return the change.
     */
    public static AccountChange of(
            final long since,
            final Standing before,
            final Standing revalued,
            final List<Standing> steps,
            final Standing after) {
        final List<Part> parts = new ArrayList<>();
        Standing last = revalued;
        for (final ChangeStep step : ChangeStep.values()) {
            final Standing next = steps.get(parts.size());
            parts.add(new Part(step.label(), next.minus(last)));
            last = next;
        }
        parts.add(new Part(ROWS, revalued.minus(before).plus(after.minus(last))));
        return new AccountChange(since, before, after, parts);
    }

    /** {@return the whole change} */
    public Standing total() {
        return after.minus(before);
    }
}
