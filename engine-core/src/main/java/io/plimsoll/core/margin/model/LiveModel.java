package io.plimsoll.core.margin.model;

import java.util.List;

/**
 * A margin model as it is loaded into the engine.
 *
 * @param model the model.
 * @param discount how values count by sign, the figures of {@link io.plimsoll.core.math.ExpiryDiscount} as rates; empty: as
 *     they are.
 */
public record LiveModel(MarginModel model, List<Long> discount) {
    private static final int DISCOUNT_FIGURES = 6;

    /** Checks the number of figures. */
    public LiveModel {
        if (!discount.isEmpty() && discount.size() != DISCOUNT_FIGURES) {
            throw new IllegalArgumentException("a discount of " + discount.size() + " figures");
        }
        discount = List.copyOf(discount);
    }
}
