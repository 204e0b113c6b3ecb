package io.plimsoll.lab.whatif;

import io.plimsoll.core.risk.NodeKind;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** Makes nodes that stand above those of a margin model: what an account adds to it, or is spared. */
public final class TreeTop {
    private static final String CANNOT_OWE = "cannot owe";

    private int next;

    /**
     * Numbers nodes.
     *
     * @param first number of the first.
     */
    public TreeTop(final int first) {
        next = first;
    }

    /**
     * A sum.
     *
     * @param name of the node.
     * @param children what is added up.
     * @return the node.
     */
    public ExplainedNode sum(final String name, final List<ExplainedNode> children) {
        final BigDecimal amount = children.stream().map(ExplainedNode::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
        return node(NodeKind.SUM, name, name, amount, "sum of " + children.size(), children);
    }

    /**
     * An amount.
     *
     * @param name of the node.
     * @param label what it says of itself.
     * @param amount in the margin currency.
     * @param formula how it comes about.
     * @return the node.
     */
    public ExplainedNode leaf(final String name, final String label, final BigDecimal amount, final String formula) {
        return node(NodeKind.LEAF, name, label, amount, formula, List.of());
    }

    /**
     * What an account is spared that cannot owe.
     *
     * @param asked what positions and coins would need.
     * @return the same amount, negative.
     */
    public ExplainedNode cannotOwe(final BigDecimal asked) {
        return leaf(CANNOT_OWE, CANNOT_OWE, asked.negate(), "no debt, no position but long options that are paid");
    }

    private ExplainedNode node(
            final NodeKind kind,
            final String name,
            final String label,
            final BigDecimal amount,
            final String formula,
            final List<ExplainedNode> children) {
        return new ExplainedNode(
                next++,
                kind,
                name,
                label,
                amount,
                formula,
                Optional.empty(),
                false,
                OptionalInt.empty(),
                Optional.empty(),
                false,
                List.of(),
                children);
    }
}
