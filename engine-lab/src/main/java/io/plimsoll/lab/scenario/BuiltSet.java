package io.plimsoll.lab.scenario;

import java.util.List;
import java.util.Map;

/**
 * A set that is ready to be written.
 *
 * @param files texts by name; the YAML file is the first.
 * @param issues what was wrong with the histories and was put right.
 * @param symbols of the underlyings.
 * @param filled those that have too few days of their own and take the moves of their class for the others.
 * @param days rows of the joint block.
 */
public record BuiltSet(
        Map<String, String> files,
        List<DataIssue> issues,
        List<String> symbols,
        List<String> filled,
        List<JointDay> days) {
    /** Copies the lists. */
    public BuiltSet {
        issues = List.copyOf(issues);
        symbols = List.copyOf(symbols);
        filled = List.copyOf(filled);
        days = List.copyOf(days);
    }
}
