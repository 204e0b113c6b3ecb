package io.plimsoll.lab.picture;

import io.plimsoll.core.risk.NodeKind;
import io.plimsoll.lab.report.Outline;
import io.plimsoll.lab.text.Show;
import io.plimsoll.lab.whatif.ExplainedNode;
import io.plimsoll.lab.whatif.Explanation;
import io.plimsoll.lab.whatif.Share;
import java.util.ArrayList;
import java.util.List;

/** The tree of a margin as an outline, open on the way down to the scenario that binds. */
final class TreeOutline {
    private final Explanation tree;
    private final ExplainedNode risk;

    private TreeOutline(final Explanation tree) {
        this.tree = tree;
        this.risk = tree.roots().get(0);
    }

    /** Both margins with all that they are made of. */
    static List<Outline> of(final Explanation tree) {
        final TreeOutline outline = new TreeOutline(tree);
        return List.of(outline.of(tree.initial(), true), outline.of(tree.maintenance(), false));
    }

    private Outline of(final ExplainedNode given, final boolean isOpen) {
        final ExplainedNode node = meant(given);
        final List<Outline> parts = new ArrayList<>();
        for (final ExplainedNode child : node.children()) {
            final boolean isOnTheWay = child.binds() || node.kind() != NodeKind.MAX;
            parts.add(of(child, isOpen && isOnTheWay && leadsToRisk(child)));
        }
        node.shares().forEach(share -> parts.add(of(node, share)));
        return new Outline(
                given.label(),
                Show.money(given.amount()),
                node.formula()
                        + node.scenario().map(scenario -> ": " + scenario).orElse(""),
                given.binds(),
                isOpen,
                parts);
    }

    /** An amount that stands elsewhere opens as it does there; the maintenance margin stands at the top and does not. */
    private ExplainedNode meant(final ExplainedNode given) {
        final boolean opens = given.standsFor().isPresent()
                && given.standsFor().getAsInt() != tree.maintenance().id();
        return opens ? tree.node(given.standsFor().getAsInt()) : given;
    }

    private boolean leadsToRisk(final ExplainedNode node) {
        return meant(node).id() == risk.id()
                || isBelow(node, risk)
                || node.children().stream().anyMatch(this::leadsToRisk);
    }

    private static boolean isBelow(final ExplainedNode node, final ExplainedNode above) {
        return above.children().stream().anyMatch(child -> child.id() == node.id() || isBelow(node, child));
    }

    private static Outline of(final ExplainedNode node, final Share share) {
        final String quantity = share.quantity().signum() == 0
                ? ""
                : " x " + (share.quantity().signum() > 0 ? "+" : "")
                        + share.quantity().toPlainString();
        return new Outline(
                share.position() + quantity,
                Show.money(node.isShortfall() ? share.amount() : share.amount().negate()),
                node.isShortfall() ? "share" : "profit",
                false,
                false,
                List.of());
    }
}
