package io.plimsoll.lab.whatif;

import io.plimsoll.core.risk.NodeKind;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * An amount with all that it is made of, exact, in the margin currency. A {@link NodeKind#SUM} is the sum of its children, a
 * {@link NodeKind#MAX} the largest of them, a {@link NodeKind#SCALE} its one child times the rate, rounded up at the 46th
 * decimal, in the live engine at the sixth; a {@link NodeKind#SAME} is the node that it stands for; a leaf is measured, or given.
 *
 * @param id number of the node, unique in the tree.
 * @param kind how the amount comes about.
 * @param name what it is, in the words of the model.
 * @param label what it is, with the underlying, expiry, strike, class or position that it is of.
 * @param amount the amount.
 * @param formula how it comes about, for people.
 * @param rate of a scale.
 * @param binds whether it is the child that its parent, a largest, is.
 * @param standsFor id of the node that a {@link NodeKind#SAME} stands for.
 * @param scenario name of the scenario that a leaf comes from.
 * @param isShortfall whether {@link #shares} are Euler shares of an expected shortfall; else profits in the scenario.
 * @param shares of the positions that a scenario leaf is about; losses count as positive, so that they sum to the amount.
 * @param children in the order of the model.
 */
public record ExplainedNode(
        int id,
        NodeKind kind,
        String name,
        String label,
        BigDecimal amount,
        String formula,
        Optional<BigDecimal> rate,
        boolean binds,
        OptionalInt standsFor,
        Optional<String> scenario,
        boolean isShortfall,
        List<Share> shares,
        List<ExplainedNode> children) {
    /** Copies the lists. */
    public ExplainedNode {
        shares = List.copyOf(shares);
        children = List.copyOf(children);
    }

    /** {@return the child that a largest is; empty for other kinds} */
    public Optional<ExplainedNode> binding() {
        return children.stream().filter(ExplainedNode::binds).findFirst();
    }

    /**
     * The same under another label.
     *
     * @param other label.
     * @return another node.
     */
    public ExplainedNode labelled(final String other) {
        return new ExplainedNode(
                id,
                kind,
                name,
                other,
                amount,
                formula,
                rate,
                binds,
                standsFor,
                scenario,
                isShortfall,
                shares,
                children);
    }
}
