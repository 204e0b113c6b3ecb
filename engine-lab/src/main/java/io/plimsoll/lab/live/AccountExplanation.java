package io.plimsoll.lab.live;

import io.plimsoll.core.account.MarginMode;
import io.plimsoll.core.account.MarginStatus;
import io.plimsoll.lab.whatif.Explanation;
import io.plimsoll.lab.whatif.Sensitivities;
import io.plimsoll.lab.whatif.TailRisk;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * Why an account stands where it does: the figures that the engine decides with, and how they come about. Amounts in the margin
 * currency, exact to its millionth.
 *
 * @param account its id.
 * @param mode how its requirement is formed.
 * @param status on the ladder.
 * @param model name and version of the margin model, and of the scenario set; empty: tiers decide all.
 * @param marginEquity equity after haircuts, with option value but for what is excluded.
 * @param netAssetValue equity without haircuts.
 * @param initial initial margin of collateral and positions, without orders.
 * @param initialWithOrders the same with resting orders.
 * @param maintenance maintenance margin.
 * @param creditLine unsecured credit, a part of margin equity.
 * @param excludedOptionValue option value that is no part of margin equity: above 0 in cross mode, where it offsets short options only.
 * @param assets what else equity is made of; with the credit line, less excluded option value, they sum to it.
 * @param positions of the account.
 * @param ladder rungs, the mildest first.
 * @param exit margin equity at which liquidation is left.
 * @param tree how both margins come about, the initial margin last, the maintenance margin before it.
 * @param tail value at risk, expected shortfall and its shares by position, over the joint block; empty without rows.
 * @param greeks by underlying and expiry; of positions with rows.
 */
public record AccountExplanation(
        long account,
        MarginMode mode,
        MarginStatus status,
        Optional<String> model,
        BigDecimal marginEquity,
        BigDecimal netAssetValue,
        BigDecimal initial,
        BigDecimal initialWithOrders,
        BigDecimal maintenance,
        BigDecimal creditLine,
        BigDecimal excludedOptionValue,
        List<AssetEquity> assets,
        List<HeldPosition> positions,
        List<Rung> ladder,
        BigDecimal exit,
        Explanation tree,
        Optional<TailRisk> tail,
        List<Sensitivities> greeks) {
    /** Copies the lists. */
    public AccountExplanation {
        assets = List.copyOf(assets);
        positions = List.copyOf(positions);
        ladder = List.copyOf(ladder);
        greeks = List.copyOf(greeks);
    }

    /** {@return margin equity less the initial margin with orders} */
    public BigDecimal free() {
        return marginEquity.subtract(initialWithOrders);
    }
}
