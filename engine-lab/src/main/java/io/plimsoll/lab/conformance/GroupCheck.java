package io.plimsoll.lab.conformance;

import com.fasterxml.jackson.databind.JsonNode;

/** Checks a case of one group. */
@FunctionalInterface
interface GroupCheck {
    /**
     * Compares what a case expects.
     *
     * @param group that it is in: what all of its cases have in common.
     * @param each the case.
     * @param checks takes the comparisons.
     */
    void check(JsonNode group, JsonNode each, SuiteReport.Case checks);
}
