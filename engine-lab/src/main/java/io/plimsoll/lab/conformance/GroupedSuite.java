package io.plimsoll.lab.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A suite whose cases are in groups: by name, as a list, or as lists of the file that are groups themselves. Of a group that no
 * check is known for, and of a case that cannot be run, {@link KnownGaps} has the reason.
 *
 * @param name of the suite.
 * @param checks by group.
 */
record GroupedSuite(String name, Map<String, GroupCheck> checks) implements Suite {
    private static final List<String> LISTS = List.of("cases", "official_examples", "tables");
    private static final String GROUPS = "groups";

    @Override
    public void run(final JsonNode file, final SuiteReport report) {
        for (final Map.Entry<String, JsonNode> group : groups(file).entrySet()) {
            report.begin(group.getKey());
            if (!SuiteReport.isEnforced(group.getValue())) {
                report.unsupported(group.getKey(), CaseCount.of(group.getValue()), "not enforced");
            } else {
                group(group.getKey(), group.getValue(), report);
            }
        }
    }

    private void group(final String group, final JsonNode content, final SuiteReport report) {
        final GroupCheck check = checks.get(group);
        if (check == null) {
            final int count = LISTS.stream()
                    .mapToInt(list -> Fields.list(content, list).size())
                    .sum();
            if (count > 0) {
                report.unsupported(group, count, KnownGaps.reason(name, group));
            }
            return;
        }
        for (final String list : LISTS) {
            report.each(content, list, (each, checked) -> {
                if (KnownGaps.has(name, checked.id())) {
                    checked.unsupported(KnownGaps.reason(name, checked.id()));
                } else {
                    check.check(content, each, checked);
                }
            });
        }
    }

    private static Map<String, JsonNode> groups(final JsonNode file) {
        final Map<String, JsonNode> groups = new LinkedHashMap<>();
        final JsonNode named = file.path(GROUPS);
        for (final Map.Entry<String, JsonNode> group : named.properties()) {
            groups.put(group.getKey(), group.getValue());
        }
        if (named.isArray()) {
            named.forEach(group -> groups.put(group.path("group").asText("a group without a name"), group));
        }
        for (final Map.Entry<String, JsonNode> list : file.properties()) {
            if (list.getKey().equals("cases")
                    || list.getKey().endsWith("_cases")
                    || list.getKey().endsWith("_sequences")
                    || list.getKey().equals("official_examples")) {
                groups.put(list.getKey(), ofList(file, list.getValue()));
            }
        }
        return groups;
    }

    /** A list of the file as a group: what the file says beside it is common to its cases. */
    private static JsonNode ofList(final JsonNode file, final JsonNode list) {
        final ObjectNode group = file.deepCopy();
        group.retain("tolerance", "market", "params");
        group.set("cases", list);
        return group;
    }
}
