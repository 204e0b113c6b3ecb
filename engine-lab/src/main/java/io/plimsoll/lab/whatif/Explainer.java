package io.plimsoll.lab.whatif;

import io.plimsoll.core.fixed.Rate;
import io.plimsoll.core.margin.model.Charge;
import io.plimsoll.core.margin.model.LargestOf;
import io.plimsoll.core.margin.model.MarginModel;
import io.plimsoll.core.margin.model.Measure;
import io.plimsoll.core.margin.model.MultipleOf;
import io.plimsoll.core.margin.model.ScenarioCharge;
import io.plimsoll.core.margin.model.SumOf;
import io.plimsoll.core.risk.AmountTree;
import io.plimsoll.core.risk.NodeKind;
import io.plimsoll.lab.margin.PortfolioBuilder;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** Makes the explanation out of the tree in which a margin was computed. Nothing is computed again but what positions share. */
final class Explainer {
    private static final String BETWEEN = "discounts and offsets";

    private final AmountTree tree;
    private final RiskBook book;
    private final NodeNames names;
    private final Map<String, ScenarioCharge> charges = new HashMap<>();
    private final List<List<Integer>> children = new ArrayList<>();
    private final List<Integer> roots = new ArrayList<>();

    Explainer(final AmountTree tree, final MarginModel model, final RiskBook book) {
        this.tree = tree;
        this.book = book;
        this.names = new NodeNames(tree, book);
        note(model.risk());
        for (int node = 0; node < tree.count(); node++) {
            children.add(new ArrayList<>());
            if (tree.parent(node) == AmountTree.NONE) {
                roots.add(node);
            } else {
                children.get(tree.parent(node)).add(node);
            }
        }
    }

    private void note(final Charge charge) {
        if (charge instanceof ScenarioCharge scenarios) {
            charges.put(scenarios.name(), scenarios);
        } else if (charge instanceof LargestOf largest) {
            largest.parts().forEach(this::note);
        } else if (charge instanceof SumOf sum) {
            sum.parts().forEach(this::note);
        } else if (charge instanceof MultipleOf multiple) {
            note(multiple.part());
        }
    }

    List<ExplainedNode> explain() {
        return roots.stream().map(this::node).toList();
    }

    private ExplainedNode node(final int node) {
        final int parent = tree.parent(node);
        final int scenario = tree.scenario(node);
        final List<ExplainedNode> below =
                children.get(node).stream().map(this::node).toList();
        final Optional<ScenarioCharge> charge = scenario == AmountTree.NONE ? Optional.empty() : chargeOf(node);
        final boolean isShortfall = charge.map(each -> each.measure().kind() == Measure.Kind.SHORTFALL)
                .orElse(false);
        return new ExplainedNode(
                node,
                tree.kind(node),
                tree.name(node),
                scenario == AmountTree.NONE ? names.label(node) : measured(charge),
                amount(node),
                formula(node, charge),
                tree.kind(node) == NodeKind.SCALE ? Optional.of(rate(node)) : Optional.empty(),
                parent != AmountTree.NONE && tree.binding(parent) == node,
                tree.other(node) == AmountTree.NONE ? OptionalInt.empty() : OptionalInt.of(tree.other(node)),
                scenario == AmountTree.NONE ? Optional.empty() : Optional.of(book.scenario(scenario)),
                isShortfall,
                scenario == AmountTree.NONE ? List.of() : shares(node, scenario, charge, isShortfall),
                below);
    }

    private BigDecimal amount(final int node) {
        return tree.exact(node).movePointLeft(PortfolioBuilder.MINOR_SCALE);
    }

    private BigDecimal rate(final int node) {
        return BigDecimal.valueOf(tree.rate(node), Rate.SCALE).stripTrailingZeros();
    }

    /** The scenario charge that a leaf was measured for. */
    private Optional<ScenarioCharge> chargeOf(final int leaf) {
        for (int at = leaf; at != AmountTree.NONE; at = tree.parent(at)) {
            if (charges.containsKey(tree.name(at))) {
                return Optional.of(charges.get(tree.name(at)));
            }
        }
        return Optional.empty();
    }

    private static String measured(final Optional<ScenarioCharge> charge) {
        final Measure measure = charge.map(ScenarioCharge::measure).orElse(Measure.WORST);
        return switch (measure.kind()) {
            case WORST -> "worst loss";
            case SHORTFALL -> "expected shortfall " + percent(measure.levelPpm());
            case VALUE_AT_RISK -> "value at risk " + percent(measure.levelPpm());
        };
    }

    private static String percent(final int ppm) {
        final int decimals = 4;
        return Numbers.plain(BigDecimal.valueOf(ppm, decimals)) + " %";
    }

    private String formula(final int node, final Optional<ScenarioCharge> charge) {
        final int count = children.get(node).size();
        return switch (tree.kind(node)) {
            case SUM -> "sum of " + count;
            case MAX -> "largest of " + count + (count == 0 ? "" : ": " + names.label(tree.binding(node)));
            case MIN -> "smallest of " + count + (count == 0 ? "" : ": " + names.label(tree.binding(node)));
            case SCALE ->
                Numbers.plain(rate(node)) + " x "
                        + names.label(children.get(node).get(0));
            case SAME -> "the same as " + names.label(tree.other(node));
            case LEAF ->
                charge.map(each -> String.format(
                                Locale.ROOT,
                                "of %,d %s scenarios",
                                each.block().count(),
                                each.block().name()))
                        .orElse(tree.scenario(node) == AmountTree.NONE ? "" : "of its block of scenarios");
        };
    }

    private List<Share> shares(
            final int node, final int scenario, final Optional<ScenarioCharge> charge, final boolean isShortfall) {
        final List<Integer> positions = names.positions(node);
        final List<BigDecimal> amounts = new ArrayList<>();
        if (isShortfall && !positions.isEmpty()) {
            final ScenarioCharge joint = charge.orElseThrow();
            amounts.addAll(new TailShares(book, joint.block(), positions)
                    .shares(joint.measure().levelPpm()));
        } else {
            positions.forEach(
                    position -> amounts.add(book.counted(position, scenario).negate()));
        }
        final List<Share> shares = new ArrayList<>(TailRisk.shares(book, positions, amounts));
        final BigDecimal sum = amounts.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        final BigDecimal between = amount(node).subtract(sum);
        if (between.signum() != 0) {
            // Where risk units are coarser than those of another underlying, each may be rounded by a minor unit.
            final boolean isRounding = between.abs()
                            .movePointRight(PortfolioBuilder.MINOR_SCALE)
                            .compareTo(BigDecimal.valueOf(positions.size()))
                    <= 0;
            shares.add(new Share(isRounding ? "rounding" : BETWEEN, BigDecimal.ZERO, between));
        }
        return shares;
    }
}
