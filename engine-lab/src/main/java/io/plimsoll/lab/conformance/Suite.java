package io.plimsoll.lab.conformance;

import com.fasterxml.jackson.databind.JsonNode;

/** Runs the cases of one kind of file. */
interface Suite {
    /** Name of the files' suite. */
    String name();

    /**
     * Runs all cases of a file.
     *
     * @param file the whole file.
     * @param report takes the results.
     */
    void run(JsonNode file, SuiteReport report);
}
