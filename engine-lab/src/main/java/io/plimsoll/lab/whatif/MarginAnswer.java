package io.plimsoll.lab.whatif;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * The margin of a portfolio under one model. All amounts are exact, in the margin currency.
 *
 * @param model name of the model.
 * @param modelVersion its version.
 * @param scenarios name, version and hash of the scenario set.
 * @param initial the initial margin.
 * @param maintenance the maintenance margin.
 * @param equity margin equity and what it is made of.
 * @param binding what decides the scenario risk, such as {@code joint}.
 * @param worstGrid worst grid scenario of the whole portfolio; empty: the set has no grid.
 * @param tail value at risk and expected shortfall over the joint block of the default scenario set, whichever block binds.
 * @param approximation the same value at risk, approximately, from the Greeks.
 * @param greeks by underlying and expiry.
 * @param tree how both margins come about.
 */
public record MarginAnswer(
        String model,
        int modelVersion,
        String scenarios,
        BigDecimal initial,
        BigDecimal maintenance,
        Equity equity,
        String binding,
        Optional<GridWorst> worstGrid,
        TailRisk tail,
        ApproximateRisk approximation,
        List<Sensitivities> greeks,
        Explanation tree) {
    /** {@return margin equity less the initial margin} */
    public BigDecimal free() {
        return equity.total().subtract(initial);
    }

    /**
     * Who the scenario risk comes from: for a binding expected shortfall the Euler shares, else each position's profit in the
     * binding scenario.
     *
     * @return the shares of every scenario leaf that the risk is made of, the largest leaf first.
     */
    public List<ExplainedNode> drivers() {
        return tree.drivers();
    }
}
