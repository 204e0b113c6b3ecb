package io.plimsoll.config.model;

import io.plimsoll.config.Nearest;
import io.plimsoll.config.Reading;
import io.plimsoll.config.Section;
import io.plimsoll.config.Shipped;
import io.plimsoll.config.Value;
import io.plimsoll.config.YamlFile;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A margin model on disk. */
public final class ModelFile {
    private static final long ONE = 1_000_000_000_000_000L;
    private static final long MOST = 9_000 * ONE;
    private static final ChargeText NO_RISK = new ChargeText(ChargeType.SUM, "none", Map.of(), Map.of(), List.of());
    private static final int VERSION_MAX = 1_000_000;

    private ModelFile() {}

    /**
     * Reads a model.
     *
     * @param path of the file.
     * @param instead parameters that hold instead of the file's, x 10^15.
     * @return the model.
     * @throws io.plimsoll.config.ConfigException with everything that is wrong.
     */
    public static ModelText read(final Path path, final Map<String, Long> instead) {
        return read(YamlFile.read(path), instead);
    }

    /**
     * Reads a model that ships with Plimsoll.
     *
     * @param name one of {@link Shipped#MODELS}.
     * @param instead parameters that hold instead of the file's, x 10^15.
     * @return the model.
     */
    public static ModelText shipped(final String name, final Map<String, Long> instead) {
        if (!Shipped.MODELS.contains(name)) {
            throw new IllegalArgumentException("no margin model '" + name + "'; there are: "
                    + String.join(", ", Shipped.MODELS) + Nearest.question(name, Shipped.MODELS));
        }
        return read(YamlFile.shipped("models/" + name + ".yaml"), instead);
    }

    private static ModelText read(final YamlFile file, final Map<String, Long> instead) {
        final Reading reading = new Reading(file.name());
        final ModelText text = read(Section.of(reading, "", file.root(reading), null), instead);
        reading.throwIfAny();
        return text;
    }

    private static ModelText read(final Section root, final Map<String, Long> instead) {
        final Map<String, Long> parameters = parameters(root.section("parameters"), instead);
        final ChargeReader charges = new ChargeReader(parameters);
        final Optional<Section> factors = root.optionalSection("factors");
        final ModelText text = new ModelText(
                root.value("name").asText(),
                root.value("version").asInt(1, VERSION_MAX),
                root.value("title").asText(),
                root.value("scenarios").asText(),
                root.value("sums").asChoice(ModelWords.Sums.class),
                parameters,
                root.optionalSection("discount").map(section -> discount(section, parameters)),
                root.optionalSection("basis")
                        .map(section -> basis(section, parameters))
                        .orElse(List.of()),
                root.optional("skew")
                        .map(value -> value.asChoice(Skew.class) == Skew.LOSS)
                        .orElse(false),
                root.optionalSection("risk").map(charges::read).orElse(NO_RISK),
                factor(factors, "initial", parameters),
                factor(factors, "maintenance", parameters),
                root.optional("add-ons").map(charges::all).orElse(List.of()),
                root.optional("initial-add-ons").map(charges::all).orElse(List.of()),
                root.optional("maintenance-add-ons").map(charges::all).orElse(List.of()));
        factors.ifPresent(Section::close);
        root.close();
        return text;
    }

    private static long factor(final Optional<Section> factors, final String key, final Map<String, Long> parameters) {
        return factors.map(section -> section.value(key).asRatio(parameters, 0, MOST))
                .orElse(ONE);
    }

    private static Map<String, Long> parameters(final Section section, final Map<String, Long> instead) {
        final Map<String, Long> parameters = new LinkedHashMap<>();
        for (final String name : section.names()) {
            final Value value = section.value(name);
            parameters.put(name, instead.getOrDefault(name, value.asRatio(Map.of(), -MOST, MOST)));
        }
        for (final String name : instead.keySet()) {
            if (!parameters.containsKey(name)) {
                section.error("there is no parameter '" + name + "'" + Nearest.question(name, parameters.keySet()));
            }
        }
        return parameters;
    }

    private static ModelText.Discount discount(final Section section, final Map<String, Long> parameters) {
        final ModelText.Discount discount = new ModelText.Discount(
                section.value("positive").asRatio(parameters, 0, MOST),
                section.value("positive-rate").asRatio(parameters, 0, MOST),
                section.value("positive-add").asRatio(parameters, 0, MOST),
                section.value("negative").asRatio(parameters, 0, MOST),
                section.value("negative-rate").asRatio(parameters, 0, MOST),
                section.value("negative-add").asRatio(parameters, 0, MOST));
        section.close();
        return discount;
    }

    private static List<Long> basis(final Section section, final Map<String, Long> parameters) {
        final List<Long> moves = List.of(
                section.value("up").asRatio(parameters, 0, MOST),
                section.value("down").asRatio(parameters, 0, ONE));
        section.close();
        return moves;
    }

    /** How bent smiles count. */
    enum Skew {
        /** By the sign of their effect. */
        SIGNED,
        /** As a loss always. */
        LOSS
    }
}
