package io.plimsoll.lab.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import io.plimsoll.core.fixed.Rate;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/** Numbers of a case file. */
final class Numbers {
    private Numbers() {}

    /** A number, given as one or as a text. */
    static BigDecimal decimal(final JsonNode node) {
        if (node == null || !(node.isNumber() || node.isTextual())) {
            throw new CaseException("a number is missing or not a number: " + node);
        }
        return node.isTextual() ? new BigDecimal(node.textValue()) : node.decimalValue();
    }

    static BigDecimal decimal(final JsonNode node, final String key) {
        try {
            return decimal(node.get(key));
        } catch (final CaseException | NumberFormatException e) {
            throw new CaseException("'" + key + "': " + e.getMessage(), e);
        }
    }

    static double real(final JsonNode node, final String key) {
        return decimal(node, key).doubleValue();
    }

    /** A ratio x 10^15, to nearest. */
    static long rate(final JsonNode node, final String key) {
        return rate(decimal(node, key));
    }

    static long rate(final BigDecimal ratio) {
        return ratio.movePointRight(Rate.SCALE)
                .setScale(0, RoundingMode.HALF_EVEN)
                .longValueExact();
    }

    static String plain(final BigDecimal number) {
        return number.round(MathContext.DECIMAL64).stripTrailingZeros().toPlainString();
    }
}
