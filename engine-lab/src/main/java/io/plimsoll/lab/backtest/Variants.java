package io.plimsoll.lab.backtest;

import io.plimsoll.config.Shipped;
import io.plimsoll.config.model.ModelFile;
import io.plimsoll.config.model.ModelText;
import io.plimsoll.config.scenario.Femto;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The models of a backtest, out of text: the tested model, values for its parameters, values to vary, and other models. */
public final class Variants {
    private static final int MOST = 60;
    private static final String RANGE = "range";
    private static final String LAMBDA = "lambda";
    private static final String DAYS = "days";
    private static final double RANGE_MIN = 0.01;
    private static final double RANGE_MAX = 10;
    private static final double LAMBDA_MIN = 0.5;
    private static final int DAYS_MIN = 100;
    private static final int DAYS_MAX = 5_000;

    private final List<String> models;
    private final Map<String, String> settings;
    private final List<String> variations;

    /**
     * Notes what is asked for.
     *
     * @param models each the name of a model that ships, or a file; the tested one first.
     * @param settings values of the tested model by parameter; {@code range}, {@code lambda} and {@code days} are those of the scenarios.
     * @param variations of the tested model; each a parameter, {@code =}, and values with commas between.
     */
    public Variants(final List<String> models, final Map<String, String> settings, final List<String> variations) {
        this.models = List.copyOf(models);
        this.settings = settings;
        this.variations = variations;
    }

    /**
     * Reads the models.
     *
     * @return the tested model as it was asked for, then every combination of variations, then the other models as they are.
     * @throws IllegalArgumentException saying what is wrong.
     * @throws io.plimsoll.config.ConfigException when a model's file is.
     */
    public List<Variant> all() {
        List<Map<String, String>> combinations = List.of(Map.of());
        for (final String variation : variations) {
            combinations = combined(combinations, variation);
        }
        final List<Variant> variants = new ArrayList<>();
        variants.add(variant(models.get(0), settings, Map.of()));
        if (!variations.isEmpty()) {
            combinations.forEach(each -> variants.add(variant(models.get(0), settings, each)));
        }
        if (variants.size() > MOST + 1) {
            throw new IllegalArgumentException("--vary makes " + (variants.size() - 1) + " variants; allowed: " + MOST);
        }
        addOthers(variants);
        return variants;
    }

    private void addOthers(final List<Variant> variants) {
        for (int i = 1; i < models.size(); i++) {
            final String other = models.get(i);
            if (models.indexOf(other) < i) {
                throw new IllegalArgumentException("--model names '" + other + "' twice");
            }
            variants.add(variant(other, Map.of(), Map.of()));
        }
    }

    private static List<Map<String, String>> combined(
            final List<Map<String, String>> combinations, final String variation) {
        final int equals = variation.indexOf('=');
        if (equals <= 0 || equals == variation.length() - 1) {
            throw new IllegalArgumentException(
                    "--vary is '" + variation + "'; allowed: a parameter and its values, such as d=0.5,0.7");
        }
        final List<Map<String, String>> next = new ArrayList<>();
        for (final Map<String, String> before : combinations) {
            for (final String value : variation.substring(equals + 1).split(",", -1)) {
                final Map<String, String> map = new LinkedHashMap<>(before);
                map.put(variation.substring(0, equals), value);
                next.add(map);
            }
        }
        return next;
    }

    private static Variant variant(
            final String model, final Map<String, String> settings, final Map<String, String> varied) {
        final Map<String, String> all = new LinkedHashMap<>(settings);
        all.putAll(varied);
        final Map<String, Long> parameters = new LinkedHashMap<>();
        double range = WalkTerms.DEFAULT.range();
        double lambda = WalkTerms.DEFAULT.lambda();
        int days = WalkTerms.DEFAULT.days();
        for (final Map.Entry<String, String> each : all.entrySet()) {
            switch (each.getKey()) {
                case RANGE -> range = within(each, RANGE_MIN, RANGE_MAX);
                case LAMBDA -> lambda = within(each, LAMBDA_MIN, Math.nextDown(1.0));
                case DAYS -> days = (int) within(each, DAYS_MIN, DAYS_MAX);
                default -> parameters.put(each.getKey(), femto(each));
            }
        }
        return new Variant(
                name(model, settings, varied),
                text(model, parameters),
                new WalkTerms(range, lambda, days),
                !varied.isEmpty());
    }

    private static String name(
            final String model, final Map<String, String> settings, final Map<String, String> varied) {
        if (!varied.isEmpty()) {
            return String.join(
                    " ",
                    varied.entrySet().stream()
                            .map(each -> each.getKey() + "=" + each.getValue())
                            .toList());
        }
        final StringBuilder name = new StringBuilder(model);
        settings.forEach(
                (key, value) -> name.append(' ').append(key).append('=').append(value));
        return name.toString();
    }

    private static ModelText text(final String model, final Map<String, Long> parameters) {
        if (Shipped.MODELS.contains(model)) {
            return ModelFile.shipped(model, parameters);
        }
        final Path file = Path.of(model);
        return Files.exists(file) || model.contains(".") || model.contains("/")
                ? ModelFile.read(file, parameters)
                : ModelFile.shipped(model, parameters);
    }

    private static long femto(final Map.Entry<String, String> setting) {
        try {
            return Femto.parse(setting.getValue());
        } catch (final IllegalArgumentException e) {
            throw new IllegalArgumentException("'" + setting.getKey() + "' " + e.getMessage(), e);
        }
    }

    private static double within(final Map.Entry<String, String> setting, final double least, final double most) {
        final double value = femto(setting) / (double) Femto.ONE;
        if (value < least || value > most) {
            throw new IllegalArgumentException(
                    "'" + setting.getKey() + "' is " + setting.getValue() + "; allowed: " + least + " to " + most);
        }
        return value;
    }
}
