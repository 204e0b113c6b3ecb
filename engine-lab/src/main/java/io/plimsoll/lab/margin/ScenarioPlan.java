package io.plimsoll.lab.margin;

import io.plimsoll.core.risk.ScenarioBlock;

/**
 * Where the scenarios of a model stand in every row. The grid comes first, its last scenarios bend the smile; then joint
 * scenarios, named stress, the moves of a model's expiry basis, and what is paid at expiry.
 *
 * @param grid scenarios that move one underlying, those that bend the smile among them.
 * @param skew those that bend the smile.
 * @param joint scenarios that move everything together.
 * @param stress named stress.
 * @param basis moves of the expiry basis.
 * @param payoff what an expiry's options pay at each of its strikes, at a price of 0, and not at all.
 * @param beyond what calls pay for a rise beyond all strikes by one forward price.
 */
public record ScenarioPlan(
        ScenarioBlock grid,
        ScenarioBlock skew,
        ScenarioBlock joint,
        ScenarioBlock stress,
        ScenarioBlock basis,
        ScenarioBlock payoff,
        ScenarioBlock beyond) {
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
                new ScenarioBlock("basis", grid + joint + stress, grid + joint + stress + basis),
                new ScenarioBlock("payoff", grid + joint + stress + basis, grid + joint + stress + basis),
                new ScenarioBlock("beyond", grid + joint + stress + basis, grid + joint + stress + basis));
    }

    /**
     * Adds what is paid at expiry.
     *
     * @param strikes largest number of strikes of an expiry.
     * @return the plan with both blocks.
     */
    public ScenarioPlan withPayoffs(final int strikes) {
        final int from = basis.to();
        final int to = from + strikes + 2;
        return new ScenarioPlan(
                grid,
                skew,
                joint,
                stress,
                basis,
                new ScenarioBlock("payoff", from, to),
                new ScenarioBlock("beyond", to, to + 1));
    }

    /** {@return number of scenarios} */
    public int count() {
        return beyond.to();
    }

    /** {@return number of scenarios that move a market: all but those of what is paid at expiry} */
    public int moves() {
        return basis.to();
    }
}
