package io.plimsoll.lab.whatif;

import io.plimsoll.core.margin.model.HaircutCharge;
import io.plimsoll.core.margin.model.MarginModel;
import io.plimsoll.core.margin.model.MarginTerms;
import io.plimsoll.core.risk.AmountTree;
import io.plimsoll.core.risk.NodeKind;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** How the margins of a portfolio come about: the tree that decided them, with the names of everything in it. */
public final class Explanation {
    private final List<ExplainedNode> roots;
    private final List<ExplainedNode> ofModel;
    private final Map<Integer, ExplainedNode> byId = new HashMap<>();

    private Explanation(final List<ExplainedNode> roots, final List<ExplainedNode> ofModel) {
        this.roots = List.copyOf(roots);
        this.ofModel = List.copyOf(ofModel);
        roots.forEach(this::note);
    }

    /**
     * Explains what a margin model has computed.
     *
     * @param tree of a run of the model.
     * @param model the model.
     * @param book what the tree is of.
     * @return the explanation; it does not change with the tree.
     */
    public static Explanation of(final AmountTree tree, final MarginModel model, final RiskBook book) {
        final List<ExplainedNode> roots = new Explainer(tree, model, book).explain();
        return new Explanation(roots, roots);
    }

    /**
     * Explains margins that no model has a part in.
     *
     * @param maintenance the maintenance margin.
     * @param initial the initial margin.
     * @return the explanation.
     */
    public static Explanation of(final ExplainedNode maintenance, final ExplainedNode initial) {
        return new Explanation(List.of(maintenance, initial), List.of());
    }

    /**
     * The same where the margins of the model are parts of others.
     *
     * @param maintenance the whole maintenance margin; that of the model is below it.
     * @param initial the whole initial margin; that of the model is below it.
     * @return another explanation.
     */
    public Explanation within(final ExplainedNode maintenance, final ExplainedNode initial) {
        final List<ExplainedNode> all = new ArrayList<>(ofModel.subList(0, ofModel.size() - 2));
        all.add(maintenance);
        all.add(initial);
        return new Explanation(all, ofModel);
    }

    /**
     * The same of an account that cannot owe: of what the model asks for, haircuts for initial margin alone remain.
     *
     * @param model the model.
     * @return another explanation.
     */
    Explanation spared(final MarginModel model) {
        final TreeTop top = new TreeTop(count());
        final ExplainedNode initialAddOns = ofModel.get(ofModel.size() - 3);
        final BigDecimal haircuts = initialAddOns.children().stream()
                .filter(node -> model.initialAddOns().stream()
                        .anyMatch(charge -> charge instanceof HaircutCharge haircut
                                && haircut.initial()
                                && haircut.name().equals(node.name())))
                .map(ExplainedNode::amount)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        return within(spared(top, maintenance(), BigDecimal.ZERO), spared(top, initial(), haircuts));
    }

    private static ExplainedNode spared(final TreeTop top, final ExplainedNode margin, final BigDecimal remains) {
        return top.sum(
                margin.name(),
                List.of(
                        margin.labelled("positions in scenarios"),
                        top.cannotOwe(margin.amount().subtract(remains))));
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

    /** {@return the scenario risk; empty where no model has a part in the margins} */
    public Optional<ExplainedNode> risk() {
        return ofModel.stream().findFirst();
    }

    /** {@return name of what decides the scenario risk; {@code none} where there is no risk} */
    public String binding() {
        final Optional<ExplainedNode> risk = risk().filter(node -> node.amount().signum() != 0);
        if (risk.isEmpty()) {
            return "none";
        }
        final boolean isMaintenance = ofModel.get(ofModel.size() - 1)
                .binding()
                .map(ExplainedNode::name)
                .orElse("")
                .equals(MarginTerms.MAINTENANCE);
        final String block =
                risk.flatMap(ExplainedNode::binding).orElse(risk.get()).label();
        return isMaintenance ? block + ", as maintenance margin" : block;
    }

    /** {@return the scenario leaves that the risk is made of, the largest first} */
    public List<ExplainedNode> drivers() {
        final List<ExplainedNode> leaves = new ArrayList<>();
        risk().ifPresent(risk -> addDrivers(risk, leaves));
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
