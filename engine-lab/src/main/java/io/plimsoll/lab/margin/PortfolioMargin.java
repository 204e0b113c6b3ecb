package io.plimsoll.lab.margin;

import io.plimsoll.core.margin.model.ChargeRun;
import io.plimsoll.core.margin.model.MarginModel;
import io.plimsoll.core.risk.AmountTree;
import io.plimsoll.core.risk.PortfolioSums;
import io.plimsoll.core.risk.WideAccumulator;
import java.math.BigDecimal;

/** The margin of one portfolio under one model: the amounts, and the tree that they come out of. */
public final class PortfolioMargin {
    private final ChargeRun run;
    private final WideAccumulator tree;
    private final PortfolioSums sums;

    private PortfolioMargin(final ChargeRun run, final WideAccumulator tree, final PortfolioSums sums) {
        this.run = run;
        this.tree = tree;
        this.sums = sums;
    }

    /**
     * Computes a margin, exact but for what the model rounds.
     *
     * @param model the margin model.
     * @param portfolio positions and their rows.
     * @param scenarios number of scenarios of the rows.
     * @return the margin.
     */
    public static PortfolioMargin of(final MarginModel model, final PricedPortfolio portfolio, final int scenarios) {
        final WideAccumulator tree = new WideAccumulator(scenarios);
        final PortfolioSums sums = new PortfolioSums(tree, portfolio.frame(), model.byExpiry());
        sums.addAll(portfolio);
        final ChargeRun run = new ChargeRun(model, portfolio.frame(), tree);
        run.assess(sums, portfolio);
        return new PortfolioMargin(run, tree, sums);
    }

    /** {@return the tree of all amounts} */
    public AmountTree tree() {
        return tree;
    }

    /** {@return the initial margin, in units of the margin currency} */
    public BigDecimal initial() {
        return amount(run.initial());
    }

    /** {@return the maintenance margin, in units of the margin currency} */
    public BigDecimal maintenance() {
        return amount(run.maintenance());
    }

    /** {@return node of the scenario risk} */
    public int riskNode() {
        return run.risk();
    }

    /**
     * Amount of a node.
     *
     * @param node the node.
     * @return in units of the margin currency.
     */
    public BigDecimal amount(final int node) {
        return tree.exact(node).movePointLeft(PortfolioBuilder.MINOR_SCALE);
    }

    /**
     * Profit or loss of the portfolio under a scenario, as the model counts it.
     *
     * @param scenario from 0.
     * @return in units of the margin currency; negative is a loss.
     */
    public BigDecimal profitUnder(final int scenario) {
        return amount(run.lossUnder("scenario", scenario)).negate();
    }

    /**
     * A column of the whole portfolio.
     *
     * @param column one of {@link io.plimsoll.core.risk.Column}.
     * @return in units of the margin currency.
     */
    public BigDecimal column(final int column) {
        tree.sum("column", column);
        for (int i = 0; i < sums.count(); i++) {
            tree.column("of", sums.place(i), sums.vector(i), column);
        }
        return amount(tree.close());
    }

    /**
     * Node of a name below another, the first in the order of the model.
     *
     * @param name to look for.
     * @param above the node above; {@link AmountTree#NONE}: anywhere.
     * @return the node, or {@link AmountTree#NONE}.
     */
    public int find(final String name, final int above) {
        for (int node = 0; node < tree.count(); node++) {
            if (tree.name(node).equals(name) && (above == AmountTree.NONE || isBelow(node, above))) {
                return node;
            }
        }
        return AmountTree.NONE;
    }

    /**
     * Node of a name and key, the first in the order of the model.
     *
     * @param name to look for.
     * @param key of what.
     * @return the node, or {@link AmountTree#NONE}.
     */
    public int findOf(final String name, final long key) {
        for (int node = 0; node < tree.count(); node++) {
            if (tree.name(node).equals(name) && tree.key(node) == key) {
                return node;
            }
        }
        return AmountTree.NONE;
    }

    private boolean isBelow(final int node, final int above) {
        int at = tree.parent(node);
        while (at != AmountTree.NONE && at != above) {
            at = tree.parent(at);
        }
        return at == above;
    }
}
