package io.plimsoll.lab.whatif;

import io.plimsoll.core.margin.model.MarginTerms;
import io.plimsoll.core.risk.NodeKind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** How the margins of a portfolio come about: the tree that decided them, with the names of everything in it. */
public final class Explanation {
    private final List<ExplainedNode> roots;
    private final Map<Integer, ExplainedNode> byId = new HashMap<>();

    Explanation(final List<ExplainedNode> roots) {
        this.roots = List.copyOf(roots);
        roots.forEach(this::note);
    }

    private void note(final ExplainedNode node) {
        byId.put(node.id(), node);
        node.children().forEach(this::note);
    }

    /** {@return the amounts at the top: scenario risk, add-ons of both margins, add-ons of the initial one, both margins} */
    public List<ExplainedNode> roots() {
        return roots;
    }

    /** {@return number of nodes} */
    public int count() {
        return byId.size();
    }

    /**
     * A node.
     *
     * @param id its number.
     * @return the node.
     */
    public ExplainedNode node(final int id) {
        return byId.get(id);
    }

    /** {@return the initial margin} */
    public ExplainedNode initial() {
        return roots.get(roots.size() - 1);
    }

    /** {@return the maintenance margin} */
    public ExplainedNode maintenance() {
        return roots.get(roots.size() - 2);
    }

    /** {@return the scenario risk} */
    public ExplainedNode risk() {
        return roots.get(0);
    }

    /** {@return name of what decides the scenario risk; {@code none} where there is no risk} */
    String binding() {
        if (risk().amount().signum() == 0) {
            return "none";
        }
        final boolean isMaintenance =
                initial().binding().map(ExplainedNode::name).orElse("").equals(MarginTerms.MAINTENANCE);
        final String block = risk().binding().orElse(risk()).label();
        return isMaintenance ? block + ", as maintenance margin" : block;
    }

    /** Scenario leaves that the risk is made of, the largest first. */
    List<ExplainedNode> drivers() {
        final List<ExplainedNode> leaves = new ArrayList<>();
        addDrivers(risk(), leaves);
        leaves.sort(Comparator.comparing(ExplainedNode::amount).reversed());
        return leaves;
    }

    private static void addDrivers(final ExplainedNode node, final List<ExplainedNode> leaves) {
        if (!node.shares().isEmpty()) {
            leaves.add(node);
        }
        for (final ExplainedNode child : node.children()) {
            if (node.kind() != NodeKind.MAX || child.binds()) {
                addDrivers(child, leaves);
            }
        }
    }
}
