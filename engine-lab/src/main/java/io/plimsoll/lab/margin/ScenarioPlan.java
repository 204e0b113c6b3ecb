package io.plimsoll.lab.margin;

import io.plimsoll.core.risk.ScenarioBlock;

/**
 * Where the scenarios of a model stand in every row. The grid comes first, its last scenarios bend the smile; then joint
 * scenarios, named stress, and the moves of a model's expiry basis.
 *
 * @param grid scenarios that move one underlying, those that bend the smile among them.
 * @param skew those that bend the smile.
 * @param joint scenarios that move everything together.
 * @param stress named stress.
 * @param basis moves of the expiry basis.
 */
public record ScenarioPlan(
        ScenarioBlock grid, ScenarioBlock skew, ScenarioBlock joint, ScenarioBlock stress, ScenarioBlock basis) {
    /**
     * Lays scenarios out.
     *
     * @param moves grid scenarios that do not bend the smile.
     * @param skews grid scenarios that do.
     * @param joint joint scenarios.
     * @param stress stress scenarios.
     * @param basis moves of the expiry basis.
     * @return the plan.
     */
    public static ScenarioPlan of(
            final int moves, final int skews, final int joint, final int stress, final int basis) {
        final int grid = moves + skews;
        return new ScenarioPlan(
                new ScenarioBlock("grid", 0, grid),
                new ScenarioBlock("skew", moves, grid),
                new ScenarioBlock("joint", grid, grid + joint),
                new ScenarioBlock("stress", grid + joint, grid + joint + stress),
                new ScenarioBlock("basis", grid + joint + stress, grid + joint + stress + basis));
    }

    /** {@return number of scenarios} */
    public int count() {
        return basis.to();
    }
}
