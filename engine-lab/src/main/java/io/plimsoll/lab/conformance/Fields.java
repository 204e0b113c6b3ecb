package io.plimsoll.lab.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.plimsoll.core.fixed.Rate;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the fields of a case, and says by name what is missing or not as it should be. */
final class Fields {
    private static final Pattern FRACTION = Pattern.compile("(-?[0-9.]+)\\s*/\\s*([0-9.]+)");

    private static final int MILLION = 6;
    /** Far beyond any published number, and well within what a double holds. */
    private static final int EXPONENT_MAX = 300;

    private Fields() {}

    /** What stands under a key. */
    static JsonNode required(final JsonNode node, final String key) {
        final JsonNode found = optional(node, key);
        if (found.isMissingNode()) {
            throw new CaseException("'" + key + "' is missing");
        }
        return found;
    }

    /** What stands under a key; a missing node where that is nothing or null. */
    static JsonNode optional(final JsonNode node, final String key) {
        final JsonNode found = node.path(key);
        return found.isNull() ? MissingNode.getInstance() : found;
    }

    static String text(final JsonNode node, final String key) {
        final JsonNode found = required(node, key);
        if (!found.isTextual()) {
            throw new CaseException("'" + key + "' is not a text: " + found);
        }
        return found.textValue();
    }

    static boolean flag(final JsonNode node, final String key) {
        final JsonNode found = required(node, key);
        if (!found.isBoolean()) {
            throw new CaseException("'" + key + "' is neither true nor false: " + found);
        }
        return found.booleanValue();
    }

    /** The entries of a list; none where the key is missing. */
    static List<JsonNode> list(final JsonNode node, final String key) {
        final JsonNode found = optional(node, key);
        if (!found.isMissingNode() && !found.isArray()) {
            throw new CaseException("'" + key + "' is not a list");
        }
        final List<JsonNode> entries = new ArrayList<>();
        found.forEach(entries::add);
        return entries;
    }

    /** The numbers of a list that must be there. */
    static List<BigDecimal> decimals(final JsonNode node, final String key) {
        return numbers(key, required(node, key));
    }

    /** The numbers of a list; a number that stands alone is a list of one. */
    static List<BigDecimal> oneOrMore(final JsonNode node, final String key) {
        return required(node, key).isArray() ? decimals(node, key) : List.of(decimal(node, key));
    }

    /** The numbers of a list that stands under a key. */
    static List<BigDecimal> numbers(final String key, final JsonNode found) {
        if (!found.isArray()) {
            throw new CaseException("'" + key + "' is not a list");
        }
        final List<BigDecimal> numbers = new ArrayList<>();
        for (final JsonNode entry : found) {
            numbers.add(number(key + "[" + numbers.size() + "]", entry));
        }
        return numbers;
    }

    /** A number, given as one, as a text or as a fraction such as 1/12. */
    static BigDecimal decimal(final JsonNode node, final String key) {
        return number(key, required(node, key));
    }

    static BigDecimal decimal(final JsonNode node, final String key, final BigDecimal otherwise) {
        return optional(node, key).isMissingNode() ? otherwise : decimal(node, key);
    }

    /** An amount in millions, as amounts stand in a model's file. */
    static BigDecimal millions(final BigDecimal amount) {
        return amount.movePointLeft(MILLION);
    }

    /** Adds the numbers of an object to those that are there, by key. */
    static void putAll(final Map<String, BigDecimal> numbers, final JsonNode more) {
        more.properties().forEach(entry -> numbers.put(entry.getKey(), decimal(more, entry.getKey())));
    }

    /** A number that stands under a key. */
    static BigDecimal number(final String key, final JsonNode found) {
        final BigDecimal number = found.isNumber() ? found.decimalValue() : ofText(key, found);
        if (Math.abs((long) number.precision() - number.scale()) > EXPONENT_MAX || number.scale() > EXPONENT_MAX) {
            throw new CaseException("'" + key + "' is out of range: " + found);
        }
        return number;
    }

    private static BigDecimal ofText(final String key, final JsonNode found) {
        final String text = found.isTextual() ? found.textValue().trim() : "";
        try {
            final Matcher fraction = FRACTION.matcher(text);
            return fraction.matches()
                    ? new BigDecimal(fraction.group(1))
                            .divide(new BigDecimal(fraction.group(2)), MathContext.DECIMAL128)
                    : new BigDecimal(text);
        } catch (final ArithmeticException | NumberFormatException e) {
            throw new CaseException("'" + key + "' is not a number: " + found, e);
        }
    }

    static double real(final JsonNode node, final String key) {
        return decimal(node, key).doubleValue();
    }

    /** A number; another where the key is missing. */
    static double real(final JsonNode node, final String key, final double otherwise) {
        return optional(node, key).isMissingNode() ? otherwise : real(node, key);
    }

    /** A whole number. */
    static long whole(final JsonNode node, final String key) {
        try {
            return decimal(node, key).longValueExact();
        } catch (final ArithmeticException e) {
            throw new CaseException("'" + key + "' is not a whole number: " + node.get(key), e);
        }
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

    /** Whether the word under a key is call; the other is put. */
    static boolean isCall(final JsonNode node, final String key) {
        final String word = text(node, key);
        if (!Set.of("call", "put").contains(word)) {
            throw new CaseException("'" + key + "' is '" + word + "'; allowed: call, put");
        }
        return word.equals("call");
    }

    /** A result as a decimal. */
    static BigDecimal result(final double number) {
        if (!Double.isFinite(number)) {
            throw new CaseException("the result is not a number: " + number);
        }
        return new BigDecimal(number);
    }

    static String plain(final BigDecimal number) {
        return number.round(MathContext.DECIMAL64).stripTrailingZeros().toString();
    }
}
