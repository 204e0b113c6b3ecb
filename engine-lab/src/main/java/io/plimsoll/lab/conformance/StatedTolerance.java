package io.plimsoll.lab.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;

/**
 * Tolerances as a case states them, or else its group: one amount for all, amounts by quantity, or {@code relative} and
 * {@code absolute}.
 *
 * @param group of the case.
 * @param each the case.
 */
record StatedTolerance(JsonNode group, JsonNode each) {
    private static final double FIVE_DECIMALS = 6e-6;

    /** The tolerance of a quantity; an amount where nothing is stated. */
    Tolerance of(final String quantity, final double otherwise) {
        final JsonNode stated = Fields.optional(each, "tolerance").isMissingNode()
                ? Fields.optional(group, "tolerance")
                : each.get("tolerance");
        if (stated.isNumber()) {
            return Tolerance.within(stated.doubleValue());
        }
        if (stated.has("relative") || stated.has("absolute")) {
            return new Tolerance(Fields.real(stated, "relative", 0), Fields.real(stated, "absolute", 0));
        }
        return Tolerance.within(Fields.real(stated, quantity, Fields.real(stated, "other", otherwise)));
    }

    /**
     * The tolerance of a quantity for which the file states only one for all others. That one goes with five decimals; a number
     * that is printed with fewer is known to half of its last decimal and no better.
     */
    Tolerance ofPrinted(final String quantity, final JsonNode expected) {
        final Tolerance named = of(quantity, FIVE_DECIMALS);
        if (Fields.optional(expected, quantity).isMissingNode()) {
            return named;
        }
        final int decimals = Fields.decimal(expected, quantity).scale();
        final double half = BigDecimal.valueOf(5, decimals + 1).doubleValue();
        return new Tolerance(named.relative(), Math.max(named.absolute(), half));
    }
}
