package io.plimsoll.lab.backtest;

import io.plimsoll.config.model.ModelText;
import io.plimsoll.core.margin.model.ChargeRun;
import io.plimsoll.core.margin.model.MarginModel;
import io.plimsoll.core.risk.Holdings;
import io.plimsoll.core.risk.LongAccumulator;
import io.plimsoll.core.risk.PortfolioSums;
import io.plimsoll.lab.margin.ModelBuilder;
import io.plimsoll.lab.margin.ScenarioPlan;

/** Margins of books under one model, in the accumulator of the live engine. */
final class Assessor {
    private final ModelText text;
    private ScenarioPlan plan;
    private MarginModel model;
    private LongAccumulator tree;

    Assessor(final ModelText text) {
        this.text = text;
    }

    /**
     * A margin, in minor units.
     *
     * @param initial initial margin.
     * @param maintenance maintenance margin.
     * @param binding name of the part of the scenario risk that decides; empty when risk has no parts to choose from.
     */
    record Margin(long initial, long maintenance, String binding) {}

    Margin margin(final DayMarket market, final Holdings positions) {
        layOut(market.scenarios().plan());
        final PortfolioSums sums = new PortfolioSums(tree, market.frame(), model.byExpiry());
        sums.addAll(positions);
        final ChargeRun run = new ChargeRun(model, market.frame(), tree);
        run.assess(sums, positions);
        final int binding = tree.binding(run.risk());
        final Margin margin = new Margin(
                tree.ceil(run.initial()), tree.ceil(run.maintenance()), binding < 0 ? "" : tree.name(binding));
        run.release();
        sums.clear();
        return margin;
    }

    private void layOut(final ScenarioPlan next) {
        if (!next.equals(plan)) {
            plan = next;
            model = ModelBuilder.build(text, plan);
            tree = new LongAccumulator(plan.count());
        }
    }
}
