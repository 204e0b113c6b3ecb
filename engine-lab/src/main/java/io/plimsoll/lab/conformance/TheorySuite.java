package io.plimsoll.lab.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;

/** Reference numbers of value at risk, expected shortfall and volatility, by group. */
final class TheorySuite implements Suite {

    private static final Map<String, TheoryGroup> GROUPS = Map.ofEntries(
            Map.entry("closed_form_var_es", RiskGroups::closedForm),
            Map.entry("cornish_fisher_var", ApproximationGroups::moments),
            Map.entry("delta_gamma_cornish_fisher", ApproximationGroups::cornishFisher),
            Map.entry("delta_gamma_exact", ApproximationGroups::exact),
            Map.entry("historical_scenarios", HistoryGroup::scenarios),
            Map.entry("age_weighting", RiskGroups::ageWeighting),
            Map.entry("hybrid_interpolation", RiskGroups::hybrid),
            Map.entry("historical_conventions", RiskGroups::conventions),
            Map.entry("ewma_update", VolatilityGroups::update),
            Map.entry("ewma_series", VolatilityGroups::series),
            Map.entry("filtered_scaling", VolatilityGroups::filtered));

    @Override
    public String name() {
        return "var_es_theory";
    }

    @Override
    public void run(final JsonNode file, final SuiteReport report) {
        for (final JsonNode group : Fields.list(file, "groups")) {
            final String name = group.path("group").asText("a group without a name");
            final TheoryGroup cases = GROUPS.get(name);
            report.begin(name);
            if (!SuiteReport.isEnforced(group)) {
                report.unsupported(name, CaseCount.of(group), "not enforced");
            } else if (cases == null) {
                report.unsupported(name, CaseCount.of(group), "no group of the suite has this name");
            } else {
                report.each(
                        group, "cases", (each, checks) -> cases.check(each, checks, new StatedTolerance(group, each)));
            }
        }
    }
}
