package io.plimsoll.core.margin.model;

import io.plimsoll.core.math.ExpiryDiscount;
import io.plimsoll.core.risk.ScenarioBlock;
import java.util.List;
import java.util.stream.Stream;

/**
 * A margin model as data. With R the scenario risk: {@code MM = maintenance x R + add-ons + maintenance
 * add-ons} and {@code IM = max(MM, initial x R + add-ons + initial add-ons)}.
 *
 * @param name of the model.
 * @param version of the model.
 * @param byExpiry whether sums are kept by expiry, which {@link #discounted} needs.
 * @param discounted blocks in which values are discounted by expiry and sign.
 * @param alwaysLoss blocks in which a move counts as a loss whatever its sign, by expiry where these are kept apart.
 * @param damped blocks of which shares count only, by {@link io.plimsoll.core.risk.RiskFrame#damping}.
 * @param risk R.
 * @param initial factor of R in the initial margin.
 * @param maintenance factor of R in the maintenance margin.
 * @param addOns in both margins.
 * @param initialAddOns in the initial margin only.
 * @param maintenanceAddOns in the maintenance margin only, and so in the initial margin where the maintenance margin is larger.
 * @param discount how values count by sign in the blocks that are discounted, the figures of {@link ExpiryDiscount} as rates; empty:
 *     as they are.
 */
public record MarginModel(
        String name,
        int version,
        boolean byExpiry,
        List<ScenarioBlock> discounted,
        List<ScenarioBlock> alwaysLoss,
        List<ScenarioBlock> damped,
        Charge risk,
        long initial,
        long maintenance,
        List<Charge> addOns,
        List<Charge> initialAddOns,
        List<Charge> maintenanceAddOns,
        List<Long> discount) {
    private static final int DISCOUNT_FIGURES = 6;

    /** Checks the number of figures. */
    public MarginModel {
        if (!discount.isEmpty() && discount.size() != DISCOUNT_FIGURES) {
            throw new IllegalArgumentException("a discount of " + discount.size() + " figures");
        }
        discount = List.copyOf(discount);
    }

    /** {@return how values count by sign in the blocks that are discounted; null: as they are} */
    public ExpiryDiscount expiryDiscount() {
        return discount.isEmpty() ? null : ExpiryDiscount.of(discount);
    }

    /** {@return whether a charge looks at the side of contracts: then the larger holding need not be the dearer one} */
    public boolean isBySide() {
        return charges().anyMatch(Charge::isBySide);
    }

    /** {@return whether what others of an account's group hold raises its requirement} */
    public boolean looksAtGroup() {
        return charges().anyMatch(Charge::looksAtGroup);
    }

    private Stream<Charge> charges() {
        return Stream.of(List.of(risk), addOns, initialAddOns, maintenanceAddOns)
                .flatMap(List::stream);
    }

    /**
     * The same model with other scenario risk.
     *
     * @param other R.
     * @return the model.
     */
    public MarginModel withRisk(final Charge other) {
        return new MarginModel(
                name,
                version,
                byExpiry,
                discounted,
                alwaysLoss,
                damped,
                other,
                initial,
                maintenance,
                addOns,
                initialAddOns,
                maintenanceAddOns,
                discount);
    }

    /**
     * The same model with more add-ons of the initial margin.
     *
     * @param more add-ons.
     * @return the model.
     */
    public MarginModel withInitialAddOns(final List<? extends Charge> more) {
        return new MarginModel(
                name,
                version,
                byExpiry,
                discounted,
                alwaysLoss,
                damped,
                risk,
                initial,
                maintenance,
                addOns,
                Stream.concat(initialAddOns.stream(), more.stream()).toList(),
                maintenanceAddOns,
                discount);
    }
}
