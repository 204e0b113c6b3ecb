package io.plimsoll.lab.conformance;

import com.fasterxml.jackson.databind.JsonNode;

/** Checks a case of one group. */
@FunctionalInterface
interface TheoryGroup {
    /**
     * Compares what a case expects.
     *
     * @param each the case.
     * @param checks takes the comparisons.
     * @param stated tolerances of the case, or else of its group.
     */
    void check(JsonNode each, SuiteReport.Case checks, StatedTolerance stated);
}
