package io.plimsoll.config;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/**
 * One value of a configuration file with its position. What does not convert is reported once and answered with a
 * placeholder, so that the reading goes on; the result is never used then.
 */
public final class Value {
    private static final int FEMTO_SCALE = 15;

    private final Reading reading;
    private final String path;
    private final Node node;

    Value(final Reading reading, final String path, final Node node) {
        this.reading = reading;
        this.path = path;
        this.node = node;
    }

    Node node() {
        return node;
    }

    /** A text that is not empty. */
    public String asText() {
        final String text = scalar("a text");
        if (text != null && text.isEmpty()) {
            bad("is empty; allowed: a text");
        }
        return text == null ? "" : text;
    }

    boolean asFlag() {
        return asChoice(List.of("true", "false")).equals("true");
    }

    /** A whole number. Underscores may group its digits. */
    long asLong(final long min, final long max) {
        return converted(Units::whole, min, max, min + " to " + max);
    }

    /** A whole number. */
    public int asInt(final int min, final int max) {
        return Math.toIntExact(asLong(min, max));
    }

    /** A number of bytes, such as {@code 1GiB}. */
    long asBytes(final long min, final long max) {
        return converted(Units::bytes, min, max, Units.bytesText(min) + " to " + Units.bytesText(max));
    }

    /** A duration in ns, such as {@code 100ms}. */
    long asNanos(final long min, final long max) {
        return converted(Units::nanos, min, max, Units.nanosText(min) + " to " + Units.nanosText(max));
    }

    /**
     * A time in UTC, such as {@code 2026-12-25T08:00:00Z}.
     *
     * @param min earliest that is allowed, ns since 1970.
     * @param max latest that is allowed, ns since 1970.
     * @return ns since 1970.
     */
    public long asTime(final long min, final long max) {
        return converted(Units::time, min, max, Units.timeText(min) + " to " + Units.timeText(max));
    }

    /** A share in parts per million, such as {@code 2.5 %}. */
    int asPpm(final int min, final int max) {
        final String allowed = Units.percentText(min) + " to " + Units.percentText(max);
        return Math.toIntExact(converted(Units::ppm, min, max, allowed));
    }

    /** A share such as {@code 2.5 %} in units of 10^-15. */
    public long asFemtoShare(final long min, final long max) {
        final String allowed = Units.femtoPercentText(min) + " to " + Units.femtoPercentText(max);
        return converted(Units::femtoPercent, min, max, allowed);
    }

    /** A decimal in units of 10^-15. */
    public long asFemto(final long min, final long max) {
        return converted(Units::femto, min, max, Units.femtoText(min) + " to " + Units.femtoText(max));
    }

    /**
     * A ratio in units of 10^-15: a decimal, a share such as {@code 2.5 %}, the name of one that is given elsewhere, or a product
     * of these such as {@code imf * 0.6}.
     *
     * @param named ratios by name.
     * @param min least that is allowed.
     * @param max most that is allowed.
     * @return the ratio.
     */
    public long asRatio(final Map<String, Long> named, final long min, final long max) {
        final String allowed = Units.femtoText(min) + " to " + Units.femtoText(max) + ", or a parameter";
        return converted(text -> ratio(text, named), min, max, allowed);
    }

    /**
     * A list of ratios as {@link #asRatio}; a single one stands for a list of one.
     *
     * @param named ratios by name.
     * @param min least that is allowed.
     * @param max most that is allowed.
     * @return the ratios.
     */
    public List<Long> asRatios(final Map<String, Long> named, final long min, final long max) {
        return each().stream().map(value -> value.asRatio(named, min, max)).toList();
    }

    /**
     * A list of words; a single one stands for a list of one.
     *
     * @param type whose constants are allowed.
     * @return the words as constants.
     * @param <E> the enum.
     */
    public <E extends Enum<E>> List<E> asChoices(final Class<E> type) {
        return each().stream().map(value -> value.asChoice(type)).toList();
    }

    private List<Value> each() {
        if (!(node instanceof SequenceNode sequence)) {
            return List.of(this);
        }
        final List<Value> values = new ArrayList<>();
        for (final Node entry : sequence.getValue()) {
            values.add(new Value(reading, path + "[" + (values.size() + 1) + "]", entry));
        }
        if (values.isEmpty()) {
            bad("is an empty list; allowed: at least one entry");
        }
        return values;
    }

    /** A ratio, or a product of some. */
    private static long ratio(final String text, final Map<String, Long> named) {
        final int star = text.lastIndexOf('*');
        if (star < 0) {
            return factor(text.strip(), named);
        }
        return BigDecimal.valueOf(ratio(text.substring(0, star), named), FEMTO_SCALE)
                .multiply(BigDecimal.valueOf(factor(text.substring(star + 1).strip(), named)))
                .setScale(0, RoundingMode.HALF_EVEN)
                .longValueExact();
    }

    private static long factor(final String text, final Map<String, Long> named) {
        if (named.containsKey(text)) {
            return named.get(text);
        }
        if (!text.isEmpty() && Character.isLetter(text.charAt(0))) {
            throw new IllegalArgumentException(
                    "which is no parameter of this model" + Nearest.question(text, named.keySet()));
        }
        return text.endsWith("%") ? Units.femtoPercent(text) : Units.femto(text);
    }

    /**
     * An exact decimal above zero.
     *
     * @param max most that is allowed.
     * @return the decimal.
     */
    public BigDecimal asPositiveDecimal(final BigDecimal max) {
        final int before = reading.count();
        final BigDecimal value = asDecimal(BigDecimal.ZERO, max);
        if (value.signum() == 0
                && reading.count() == before
                && node instanceof ScalarNode scalar
                && Units.isDecimal(scalar.getValue())) {
            bad("is 0; allowed: above 0, up to " + max.toPlainString());
        }
        return value.signum() == 0 ? BigDecimal.ONE : value;
    }

    /**
     * An exact decimal.
     *
     * @param min least that is allowed.
     * @param max most that is allowed.
     * @return the decimal.
     */
    public BigDecimal asDecimal(final BigDecimal min, final BigDecimal max) {
        final String allowed = min.toPlainString() + " to " + max.toPlainString();
        final String text = scalar("a number, " + allowed);
        if (text == null) {
            return min;
        }
        try {
            final BigDecimal value = Units.decimal(text);
            if (value.compareTo(min) >= 0 && value.compareTo(max) <= 0) {
                return value;
            }
            bad("is " + text + "; allowed: " + allowed);
        } catch (final IllegalArgumentException e) {
            bad("is '" + text + "', " + e.getMessage() + "; allowed: " + allowed);
        }
        return min;
    }

    /** One of an enum's constants, written in lower case with hyphens. */
    public <E extends Enum<E>> E asChoice(final Class<E> type) {
        final E[] constants = type.getEnumConstants();
        final List<String> names =
                Arrays.stream(constants).map(Value::choiceName).toList();
        return constants[Math.max(0, names.indexOf(asChoice(names)))];
    }

    /** One of some words. */
    String asChoice(final List<String> allowed) {
        final String text = scalar(String.join(", ", allowed));
        if (text == null) {
            return allowed.get(0);
        }
        if (!allowed.contains(text)) {
            bad("is '" + text + "'; allowed: " + String.join(", ", allowed) + Nearest.question(text, allowed));
            return allowed.get(0);
        }
        return text;
    }

    /** A name that is defined elsewhere in the file. */
    public String asReference(final String where, final Collection<String> defined) {
        final String text = scalar("a name defined under " + where);
        if (text != null && !defined.contains(text)) {
            bad("is '" + text + "', which is not defined under " + where + Nearest.question(text, defined));
        }
        return text == null ? "" : text;
    }

    /** The entries of a list of 1 to {@code max} mappings. */
    public List<Section> asSections(final int max) {
        final List<Section> sections = new ArrayList<>();
        if (node instanceof SequenceNode sequence) {
            for (int i = 0; i < sequence.getValue().size(); i++) {
                final String name = path + "[" + (i + 1) + "]";
                sections.add(Section.of(reading, name, sequence.getValue().get(i), null));
            }
            if (sections.isEmpty() || sections.size() > max) {
                bad("has " + sections.size() + " entries; allowed: 1 to " + max);
            }
        } else if (node != null) {
            bad("must be a list of '- ' entries");
        }
        return sections;
    }

    /** Reports what is wrong with this value. */
    public void bad(final String problem) {
        reading.error(node.getStartMark(), path + " " + problem);
    }

    static String choiceName(final Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private long converted(final Conversion conversion, final long min, final long max, final String allowed) {
        final String text = scalar(allowed);
        if (text == null) {
            return min;
        }
        try {
            final long value = conversion.convert(text);
            if (value >= min && value <= max) {
                return value;
            }
            bad("is " + text + "; allowed: " + allowed);
        } catch (final IllegalArgumentException e) {
            bad("is '" + text + "', " + e.getMessage() + "; allowed: " + allowed);
        }
        return min;
    }

    private String scalar(final String allowed) {
        if (node == null) {
            return null;
        }
        if (node instanceof ScalarNode scalar) {
            return scalar.getValue();
        }
        bad("must be a single value; allowed: " + allowed);
        return null;
    }

    /** Text to number; says in its exception what the text is not. */
    private interface Conversion {
        long convert(String text);
    }
}
