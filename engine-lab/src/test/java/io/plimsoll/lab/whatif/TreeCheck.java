package io.plimsoll.lab.whatif;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;

/** Sees that every node of an explanation follows from its children, to the last unit. */
public final class TreeCheck {
    private TreeCheck() {}

    /**
     * Checks every node.
     *
     * @param tree whose.
     * @param scale decimals to which a multiple is rounded up.
     * @return how many nodes there are.
     */
    public static int check(final Explanation tree, final int scale) {
        final List<ExplainedNode> all = nodes(tree);
        for (final ExplainedNode node : all) {
            final BigDecimal sum = sum(node);
            switch (node.kind()) {
                case SUM -> assertThat(node.amount()).as(node.label()).isEqualByComparingTo(sum);
                case MAX -> {
                    final ExplainedNode binding = node.binding().orElseThrow();
                    assertThat(node.amount()).as(node.label()).isEqualByComparingTo(binding.amount());
                    assertThat(node.children())
                            .allSatisfy(child -> assertThat(child.amount()).isLessThanOrEqualTo(binding.amount()));
                }
                case MIN ->
                    assertThat(node.children().stream().map(ExplainedNode::amount))
                            .as(node.label())
                            .isNotEmpty()
                            .allSatisfy(amount -> assertThat(amount).isGreaterThanOrEqualTo(node.amount()))
                            .anySatisfy(amount -> assertThat(amount).isEqualByComparingTo(node.amount()));
                case SCALE ->
                    assertThat(node.amount())
                            .as(node.label())
                            .isEqualByComparingTo(
                                    sum.multiply(node.rate().orElseThrow()).setScale(scale, RoundingMode.CEILING));
                case SAME ->
                    assertThat(node.amount())
                            .isEqualByComparingTo(
                                    tree.node(node.standsFor().orElseThrow()).amount());
                case LEAF -> checkLeaf(node);
            }
        }
        return all.size();
    }

    private static BigDecimal sum(final ExplainedNode node) {
        return node.children().stream().map(ExplainedNode::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static void checkLeaf(final ExplainedNode node) {
        assertThat(node.children()).isEmpty();
        if (!node.shares().isEmpty()) {
            assertThat(node.shares().stream().map(Share::amount).reduce(BigDecimal.ZERO, BigDecimal::add))
                    .as(node.label())
                    .isEqualByComparingTo(node.amount());
        }
    }

    /**
     * All nodes.
     *
     * @param tree whose.
     * @return the nodes, each before those below it.
     */
    public static List<ExplainedNode> nodes(final Explanation tree) {
        final List<ExplainedNode> all = new ArrayList<>();
        tree.roots().forEach(root -> addAll(root, all));
        return all;
    }

    private static void addAll(final ExplainedNode node, final List<ExplainedNode> all) {
        all.add(node);
        node.children().forEach(child -> addAll(child, all));
    }
}
