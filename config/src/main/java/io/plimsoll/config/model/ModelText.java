package io.plimsoll.config.model;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A margin model as it stands in a file.
 *
 * @param name of the model.
 * @param version counts up with every change.
 * @param title one line that says what it is.
 * @param scenarios name of the scenario set it is made for.
 * @param sums how sums are kept.
 * @param parameters figures by name, x 10^15, as they hold: those of the file, with what was asked for instead.
 * @param discount how option values are discounted in scenarios.
 * @param basis moves of the expiry-basis block: up and down, x 10^15; empty: there is none.
 * @param skewIsLoss whether a bent smile counts as a loss whatever the sign of its effect.
 * @param risk scenario risk.
 * @param initial its factor in the initial margin, x 10^15.
 * @param maintenance its factor in the maintenance margin, x 10^15.
 * @param addOns in both margins.
 * @param initialAddOns in the initial margin only.
 * @param maintenanceAddOns in the maintenance margin only.
 */
public record ModelText(
        String name,
        int version,
        String title,
        String scenarios,
        ModelWords.Sums sums,
        Map<String, Long> parameters,
        Optional<Discount> discount,
        List<Long> basis,
        boolean skewIsLoss,
        ChargeText risk,
        long initial,
        long maintenance,
        List<ChargeText> addOns,
        List<ChargeText> initialAddOns,
        List<ChargeText> maintenanceAddOns) {
    /**
     * Discounting of option values by sign: a positive one counts {@code positive exp(-T (r positiveRate + positiveAdd))}, a
     * negative one {@code min(exp(r T), negative exp(T (r negativeRate + negativeAdd)))}, as Derive's PMRM_2.
     *
     * @param positive factor of a positive value.
     * @param positiveRate multiple of the interest rate.
     * @param positiveAdd added to it.
     * @param negative factor of a negative value.
     * @param negativeRate multiple of the interest rate.
     * @param negativeAdd added to it.
     */
    public record Discount(
            long positive, long positiveRate, long positiveAdd, long negative, long negativeRate, long negativeAdd) {}

    /**
     * The same model as another version.
     *
     * @param other version.
     * @return the model.
     */
    public ModelText withVersion(final int other) {
        return new ModelText(
                name,
                other,
                title,
                scenarios,
                sums,
                parameters,
                discount,
                basis,
                skewIsLoss,
                risk,
                initial,
                maintenance,
                addOns,
                initialAddOns,
                maintenanceAddOns);
    }
}
