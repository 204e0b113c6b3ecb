package io.plimsoll.lab.live;

import io.plimsoll.core.margin.MarginAssessment;
import io.plimsoll.core.margin.model.MarginTerms;
import io.plimsoll.lab.whatif.ExplainedNode;
import io.plimsoll.lab.whatif.Explanation;
import io.plimsoll.lab.whatif.TreeTop;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Joins what a margin model asks for with what tiers and collateral add to it, with what option value takes off for short options, with
 * what coins need beside long contracts, with what of a raise does not count yet, and with what an account is spared that cannot owe.
 */
final class AccountTree {
    private static final String OF_SCENARIOS = "positions in scenarios";

    private final List<HeldPosition> byTiers;
    private final List<AssetEquity> collateral;
    private final Map<String, BigDecimal> wrongWay;
    private final Optional<Explanation> ofModel;
    private final MarginAssessment assessment;
    private final boolean isSpared;
    private final TreeTop top;

    AccountTree(
            final List<HeldPosition> positions,
            final List<AssetEquity> assets,
            final Map<String, BigDecimal> wrongWay,
            final Optional<Explanation> ofModel,
            final MarginAssessment assessment) {
        this.byTiers = positions.stream().filter(HeldPosition::isByTiers).toList();
        this.collateral =
                assets.stream().filter(each -> each.initial().signum() != 0).toList();
        this.wrongWay = wrongWay;
        this.ofModel = ofModel;
        this.assessment = assessment;
        this.isSpared = !assessment.canOwe()
                && ofModel.map(tree -> tree.initial().amount().signum() != 0).orElse(false);
        this.top = new TreeTop(ofModel.map(Explanation::count).orElse(0));
    }

    Explanation explanation() {
        final long toCome = assessment.canOwe() ? assessment.sparedMaintenanceMargin() : 0;
        if (byTiers.isEmpty() && collateral.isEmpty() && ofModel.isPresent() && !isSpared && toCome == 0) {
            return ofModel.get();
        }
        final List<ExplainedNode> maintenance = new ArrayList<>();
        final List<ExplainedNode> initial = new ArrayList<>();
        ofModel.ifPresent(tree -> {
            maintenance.add(tree.maintenance().labelled(OF_SCENARIOS));
            initial.add(tree.initial().labelled(OF_SCENARIOS));
            if (isSpared) {
                maintenance.add(top.cannotOwe(tree.maintenance().amount()));
                initial.add(top.cannotOwe(tree.initial().amount()));
            }
        });
        for (final HeldPosition position : byTiers) {
            maintenance.add(top.leaf("position", label(position), position.maintenance(), formula(position)));
            initial.add(top.leaf("position", label(position), position.initial(), formula(position)));
        }
        addOffset(maintenance, assessment.maintenanceOffset());
        addOffset(initial, assessment.initialOffset());
        addWrongWay(maintenance);
        addWrongWay(initial);
        if (toCome != 0) {
            maintenance.add(top.leaf("phase-in", "raise still to come", LiveNames.money(-toCome), "counts bit by bit"));
        }
        for (final AssetEquity asset : collateral) {
            initial.add(top.leaf("collateral", "collateral " + asset.asset(), asset.initial(), "initial haircut"));
        }
        final ExplainedNode wholeMaintenance = top.sum(MarginTerms.MAINTENANCE, maintenance);
        final ExplainedNode wholeInitial = top.sum(MarginTerms.INITIAL, initial);
        return ofModel.map(tree -> tree.within(wholeMaintenance, wholeInitial))
                .orElseGet(() -> Explanation.of(wholeMaintenance, wholeInitial));
    }

    private void addWrongWay(final List<ExplainedNode> nodes) {
        wrongWay.forEach((coin, amount) -> nodes.add(top.leaf(
                "wrong way",
                "wrong way " + coin,
                amount,
                "haircut of as much as long contracts are worth, once more")));
    }

    private void addOffset(final List<ExplainedNode> nodes, final long offset) {
        if (offset != 0) {
            final String value = LiveNames.money(assessment.excludedOptionValue())
                    .stripTrailingZeros()
                    .toPlainString();
            nodes.add(top.leaf(
                    "option offset",
                    "option value against short options",
                    LiveNames.money(-offset),
                    "at most what short options need, of an option value of " + value));
        }
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
}
