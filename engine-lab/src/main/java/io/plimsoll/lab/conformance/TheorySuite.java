package io.plimsoll.lab.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;

/** Reference numbers of value at risk, expected shortfall and volatility, by group. */
final class TheorySuite implements Suite {
    private static final String DELTA_GAMMA = "margins revalue in full; there is no delta-gamma approximation yet";

    private static final Map<String, TheoryGroup> GROUPS = Map.of(
            "closed_form_var_es", RiskGroups::closedForm,
            "historical_scenarios", HistoryGroup::scenarios,
            "age_weighting", RiskGroups::ageWeighting,
            "hybrid_interpolation", RiskGroups::hybrid,
            "historical_conventions", RiskGroups::conventions,
            "ewma_update", VolatilityGroups::update,
            "ewma_series", VolatilityGroups::series,
            "filtered_scaling", VolatilityGroups::filtered);

    private static final Map<String, String> NOT_YET = Map.of(
            "cornish_fisher_var", "there is no Cornish-Fisher approximation yet",
            "delta_gamma_cornish_fisher", DELTA_GAMMA,
            "delta_gamma_exact", DELTA_GAMMA);

    @Override
    public String name() {
        return "var_es_theory";
    }

    @Override
    public void run(final JsonNode file, final SuiteReport report) {
        for (final JsonNode group : Fields.list(file, "groups")) {
            final String name = group.path("group").asText("a group without a name");
            final TheoryGroup cases = GROUPS.get(name);
            if (!SuiteReport.isEnforced(group)) {
                report.unsupported(name, CaseCount.of(group), "not enforced");
            } else if (cases == null) {
                report.unsupported(
                        name, CaseCount.of(group), NOT_YET.getOrDefault(name, "no group of the suite has this name"));
            } else {
                report.each(
                        group, "cases", (each, checks) -> cases.check(each, checks, new StatedTolerance(group, each)));
            }
        }
    }
}
