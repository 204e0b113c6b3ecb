package io.plimsoll.lab.conformance;

import com.fasterxml.jackson.databind.JsonNode;

/** Checks one case. What it throws makes the case fail, no more. */
@FunctionalInterface
interface CaseCheck {
    /**
     * Compares what a case expects.
     *
     * @param each the case.
     * @param checks takes the comparisons.
     */
    void check(JsonNode each, SuiteReport.Case checks);
}
