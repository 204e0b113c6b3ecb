package io.plimsoll.config.model;

import io.plimsoll.config.Section;
import io.plimsoll.config.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Reads one charge with its parts. Which keys a type has is said here and nowhere else. */
final class ChargeReader {
    private static final int PARTS_MAX = 32;
    private static final String LOWER = "lower";
    private static final String UPPER = "upper";
    private static final long ONE = 1_000_000_000_000_000L;
    private static final long MOST = 9_000 * ONE;

    private final Map<String, Long> parameters;

    ChargeReader(final Map<String, Long> parameters) {
        this.parameters = parameters;
    }

    /** All charges of a list. */
    List<ChargeText> all(final Value value) {
        return value.asSections(PARTS_MAX).stream().map(this::read).toList();
    }

    ChargeText read(final Section section) {
        final ChargeType type = section.value("type").asChoice(ChargeType.class);
        final Keys keys = new Keys(section);
        keys.name(type);
        switch (type) {
            case SUM, LARGEST, SMALLEST, BY_CLASS, RESERVED_FUNDS -> keys.parts();
            case EACH -> keys.words("of", ModelWords.Part.class).selection().parts();
            case TIERS -> keys.ratio("floors").ratio("rates").parts();
            case LOSS -> keys.words("block", ModelWords.Block.class);
            case AMOUNT, RELIEF ->
                keys.ratio("rates").words("of", ModelWords.Column.class).selection();
            case FIXED -> keys.ratio("amounts").selection();
            case NOTIONAL_BY_OPEN_INTEREST ->
                keys.ratio("rates").ratio("lower").ratio("upper").selection();
            case SIZE_IMPACT -> size(keys);
            case SIZE_DISCOUNT -> size(keys.ratio("most"));
            case PLATFORM_WEIGHT ->
                keys.ratio("weights")
                        .ratio("start")
                        .words("total", ModelWords.Total.class)
                        .selection();
            case MULTIPLE -> keys.ratio("rate").parts();
            case SCENARIOS -> scenarios(keys);
            case EXPIRY_BASIS -> keys.ratio("base").ratio("per-year");
            case NOTIONAL -> keys.ratio("rates").words("kinds", ModelWords.Kind.class);
            case HAIRCUT -> keys.words("of", ModelWords.Haircut.class);
            case SHORT_OPTIONS, QUOTE_HEDGE, OPEN_ORDERS -> keys.ratio("rate");
            case OPTION_CLOSE_OUT -> keys.ratio("rates").ratio("vega-points");
            case ROLL -> keys.ratio("least").ratio("per-year").words("netting", RollNetting.class);
            case VEGA_OFFSET -> keys.ratio("share").ratio("points");
            case INTEREST -> keys.ratio("points");
            case CONCENTRATION -> keys.ratio("share-of-volume").ratio("most");
            case FUNDING -> keys.ratio("periods");
            case OPEN_INTEREST -> openInterest(keys);
            case PEG_NOTIONAL -> keys.ratio("threshold").ratio("factor").selection();
            case CONFIDENCE, PEG -> keys.ratio("threshold").ratio("factor");
        }
        section.close();
        return new ChargeText(type, keys.name, keys.ratios, keys.words, keys.parts);
    }

    private static void size(final Keys keys) {
        keys.ratio("rates")
                .ratio("scale")
                .words("power", ModelWords.Power.class)
                .selection();
    }

    private static void scenarios(final Keys keys) {
        keys.words("block", ModelWords.Block.class)
                .words("measure", ModelWords.Measure.class)
                .words("across", ModelWords.Across.class);
        if (keys.words.get("measure").get(0) != ModelWords.Measure.WORST) {
            keys.ratio("level");
        }
        final Enum<?> across = keys.words.get("across").get(0);
        if (across == ModelWords.Across.BLEND
                || across == ModelWords.Across.BLEND_IN_GROUPS
                || across == ModelWords.Across.ALIGNED_GAIN) {
            keys.ratio("share");
        }
        if (across == ModelWords.Across.ALIGNED_GAIN) {
            keys.ratio("most");
        }
    }

    private static void openInterest(final Keys keys) {
        keys.ratio(LOWER).ratio(UPPER).ratio("most");
        final List<Long> lower = keys.ratios.get(LOWER);
        final List<Long> upper = keys.ratios.get(UPPER);
        for (int i = 0; i < Math.max(lower.size(), upper.size()); i++) {
            final long cap = upper.get(Math.min(i, upper.size() - 1));
            if (cap != 0 && cap <= lower.get(Math.min(i, lower.size() - 1))) {
                keys.section.error(
                        UPPER,
                        keys.section.name() + ".upper is not above lower for class " + (i + 1)
                                + "; allowed: above it, or 0 for a class that is not scaled");
                return;
            }
        }
    }

    /** What was read of one charge. */
    private final class Keys {
        private final Section section;
        private final Map<String, List<Long>> ratios = new LinkedHashMap<>();
        private final Map<String, List<Enum<?>>> words = new LinkedHashMap<>();
        private List<ChargeText> parts = List.of();
        private String name = "";

        Keys(final Section section) {
            this.section = section;
        }

        void name(final ChargeType type) {
            final String typeName = type.name().toLowerCase(Locale.ROOT).replace('_', ' ');
            name = section.optional("name").map(Value::asText).orElse(typeName);
        }

        Keys ratio(final String key) {
            ratios.put(key, section.value(key).asRatios(parameters, 0, MOST));
            return this;
        }

        <E extends Enum<E>> Keys words(final String key, final Class<E> type) {
            words.put(key, new ArrayList<>(section.value(key).asChoices(type)));
            return this;
        }

        Keys selection() {
            return words("kinds", ModelWords.Kind.class).words("side", ModelWords.Side.class);
        }

        void parts() {
            parts = all(section.value("parts"));
        }
    }
}
