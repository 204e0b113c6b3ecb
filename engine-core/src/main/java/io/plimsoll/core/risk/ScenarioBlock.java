package io.plimsoll.core.risk;

import io.plimsoll.core.fixed.Rate;

/** A run of scenarios of a set that are measured together. */
public final class ScenarioBlock {
    private final String name;
    private final int from;
    private final int to;
    private final long[] damping;

    /**
     * A block of which every scenario counts in full.
     *
     * @param name as in the scenario set.
     * @param from index of the first scenario.
     * @param to index after the last.
     */
    public ScenarioBlock(final String name, final int from, final int to) {
        this(name, from, to, new long[0]);
    }

    /**
     * A block of damped scenarios.
     *
     * @param name as in the scenario set.
     * @param from index of the first scenario.
     * @param to index after the last.
     * @param damping how much of each one's profit or loss counts, by {@link Rate}; empty: all of it.
     */
    public ScenarioBlock(final String name, final int from, final int to, final long[] damping) {
        this.name = name;
        this.from = from;
        this.to = to;
        this.damping = damping.clone();
    }

    /** {@return its name} */
    public String name() {
        return name;
    }

    /** {@return index of its first scenario} */
    public int from() {
        return from;
    }

    /** {@return index after its last scenario} */
    public int to() {
        return to;
    }

    /** {@return number of scenarios} */
    public int count() {
        return to - from;
    }

    /** {@return whether some scenario does not count in full} */
    public boolean isDamped() {
        return damping.length > 0;
    }

    /**
     * Damping of a scenario.
     *
     * @param scenario index in the set.
     * @return how much of its profit or loss counts.
     */
    public long dampingOf(final int scenario) {
        return isDamped() ? damping[scenario - from] : Rate.ONE;
    }
}
