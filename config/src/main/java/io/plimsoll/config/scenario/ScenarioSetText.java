package io.plimsoll.config.scenario;

import java.util.List;
import java.util.Optional;

/**
 * What stands in the YAML file of a set: all but the rows of its CSV files.
 *
 * @param name of the set.
 * @param version of the set.
 * @param hash as stated.
 * @param classes of underlyings.
 * @param underlyings in their order.
 * @param grid scenarios.
 * @param joint where the joint block is.
 * @param stress where the stress block is.
 * @param follow how volatilities follow prices.
 */
record ScenarioSetText(
        String name,
        int version,
        String hash,
        List<RiskClass> classes,
        List<Underlying> underlyings,
        List<GridScenario> grid,
        Optional<Joint> joint,
        Optional<Stress> stress,
        VolatilityFollow follow) {
    /**
     * A joint block without its rows.
     *
     * @param file beside the YAML file.
     * @param horizonHours of the shocks.
     * @param lambdaFemto of the sigma.
     * @param calendar of the rows.
     */
    record Joint(String file, int horizonHours, long lambdaFemto, Calendar calendar) {}

    /**
     * A stress block without its rows.
     *
     * @param file beside the YAML file.
     * @param volatilityDown when prices fall.
     * @param volatilityUp in the rebound.
     */
    record Stress(String file, VolatilityMove volatilityDown, VolatilityMove volatilityUp) {}

    List<String> symbols() {
        return underlyings.stream().map(Underlying::symbol).toList();
    }

    ScenarioSet with(final Optional<JointBlock> jointBlock, final Optional<StressBlock> stressBlock) {
        final ScenarioSet set =
                new ScenarioSet(name, version, hash, classes, underlyings, grid, jointBlock, stressBlock, follow);
        return new ScenarioSet(
                name, version, ScenarioHash.of(set), classes, underlyings, grid, jointBlock, stressBlock, follow);
    }
}
