package io.plimsoll.lab.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;

/** Counts the checks of a file that is not run, by the names that lists of them have in the format. */
final class CaseCount {
    private CaseCount() {}

    /** Cases of a file or of a group. */
    static int of(final JsonNode owner) {
        int count = 0;
        for (final Map.Entry<String, JsonNode> field : owner.properties()) {
            count += under(field.getKey(), field.getValue());
        }
        return count;
    }

    private static int under(final String key, final JsonNode value) {
        if (key.equals("groups")) {
            int count = 0;
            for (final JsonNode group : value) {
                count += of(group);
            }
            return count;
        }
        if (value.isArray() && isList(key)) {
            return value.size();
        }
        return value.isObject() && key.endsWith("_case") ? 1 : 0;
    }

    private static boolean isList(final String key) {
        return key.equals("cases")
                || key.equals("sequences")
                || key.equals("rows")
                || key.equals("tables")
                || key.endsWith("_cases")
                || key.endsWith("_sequences")
                || key.endsWith("_examples");
    }
}
