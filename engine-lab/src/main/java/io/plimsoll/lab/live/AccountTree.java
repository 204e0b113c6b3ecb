package io.plimsoll.lab.live;

import io.plimsoll.core.margin.model.MarginTerms;
import io.plimsoll.core.risk.NodeKind;
import io.plimsoll.lab.whatif.ExplainedNode;
import io.plimsoll.lab.whatif.Explanation;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** Joins what a margin model asks for with what tiers and collateral add to it. */
final class AccountTree {
    private static final String OF_SCENARIOS = "positions in scenarios";

    private final List<HeldPosition> byTiers;
    private final List<AssetEquity> collateral;
    private final Optional<Explanation> ofModel;
    private int next;

    AccountTree(
            final List<HeldPosition> positions, final List<AssetEquity> assets, final Optional<Explanation> ofModel) {
        this.byTiers = positions.stream().filter(HeldPosition::isByTiers).toList();
        this.collateral =
                assets.stream().filter(each -> each.initial().signum() != 0).toList();
        this.ofModel = ofModel;
        this.next = ofModel.map(Explanation::count).orElse(0);
    }

    Explanation explanation() {
        if (byTiers.isEmpty() && collateral.isEmpty() && ofModel.isPresent()) {
            return ofModel.get();
        }
        final List<ExplainedNode> maintenance = new ArrayList<>();
        final List<ExplainedNode> initial = new ArrayList<>();
        ofModel.ifPresent(tree -> {
            maintenance.add(tree.maintenance().labelled(OF_SCENARIOS));
            initial.add(tree.initial().labelled(OF_SCENARIOS));
        });
        for (final HeldPosition position : byTiers) {
            maintenance.add(leaf("position", label(position), position.maintenance(), formula(position)));
            initial.add(leaf("position", label(position), position.initial(), formula(position)));
        }
        for (final AssetEquity asset : collateral) {
            initial.add(leaf("collateral", "collateral " + asset.asset(), asset.initial(), "initial haircut"));
        }
        final ExplainedNode wholeMaintenance = sum(MarginTerms.MAINTENANCE, maintenance);
        final ExplainedNode wholeInitial = sum(MarginTerms.INITIAL, initial);
        return ofModel.map(tree -> tree.within(wholeMaintenance, wholeInitial))
                .orElseGet(() -> Explanation.of(wholeMaintenance, wholeInitial));
    }

    static String label(final HeldPosition position) {
        return position.instrument() + " x " + (position.lots() > 0 ? "+" : "") + position.lots();
    }

    private static String formula(final HeldPosition position) {
        final String notional = position.notional().stripTrailingZeros().toPlainString();
        return position.tier() == 0
                ? "its share of the group's schedule; notional " + notional
                : "schedule up to tier " + position.tier() + " on a notional of " + notional;
    }

    private ExplainedNode sum(final String name, final List<ExplainedNode> children) {
        final BigDecimal amount = children.stream().map(ExplainedNode::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
        return node(NodeKind.SUM, name, name, amount, "sum of " + children.size(), children);
    }

    private ExplainedNode leaf(final String name, final String label, final BigDecimal amount, final String formula) {
        return node(NodeKind.LEAF, name, label, amount, formula, List.of());
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
