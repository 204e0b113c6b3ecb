package io.plimsoll.core.risk;

/**
 * A run of scenarios of a set that are measured together.
 *
 * @param name as in the scenario set.
 * @param from index of the first.
 * @param to index after the last.
 */
public record ScenarioBlock(String name, int from, int to) {
    /** {@return number of scenarios} */
    public int count() {
        return to - from;
    }
}
