package io.plimsoll.lab.whatif;

import io.plimsoll.config.model.ChargeText;
import io.plimsoll.config.model.ChargeType;
import io.plimsoll.config.model.ModelFile;
import io.plimsoll.config.model.ModelText;
import io.plimsoll.config.model.ModelWords;
import io.plimsoll.config.scenario.ScenarioSet;
import io.plimsoll.config.scenario.ScenarioSetFile;
import io.plimsoll.core.margin.model.MarginModel;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A margin model and the scenario set that it is used with.
 *
 * @param model the model as data.
 * @param set the scenario set.
 * @param loaded the model as an engine has it, for the set as it is laid out for the one above; empty: that one itself.
 */
public record Preset(ModelText model, ScenarioSet set, Optional<MarginModel> loaded) {
    /**
     * A margin model of a file.
     *
     * @param model the model as data.
     * @param set the scenario set.
     */
    public Preset(final ModelText model, final ScenarioSet set) {
        this(model, set, Optional.empty());
    }

    /**
     * A model that ships with Plimsoll, with the set that it names.
     *
     * @param name such as {@code plimsoll}.
     * @return the preset.
     * @throws IllegalArgumentException when there is no such model; names the nearest.
     */
    public static Preset shipped(final String name) {
        return shipped(name, Map.of());
    }

    /**
     * A model that ships with Plimsoll, with other parameters.
     *
     * @param name such as {@code plimsoll}.
     * @param instead parameters that hold instead of the file's, x 10^15.
     * @return the preset.
     * @throws IllegalArgumentException when there is no such model or parameter; names the nearest.
     */
    public static Preset shipped(final String name, final Map<String, Long> instead) {
        final ModelText model = ModelFile.shipped(name, instead);
        return new Preset(model, ScenarioSetFile.shipped(model.scenarios()));
    }

    /** {@return name of the model} */
    public String name() {
        return loaded.map(MarginModel::name).orElse(model.name());
    }

    /** {@return whether the model charges haircuts as a requirement, instead of taking them off equity} */
    boolean chargesHaircuts() {
        return loaded.isEmpty()
                && Stream.concat(model.addOns().stream(), model.initialAddOns().stream())
                        .flatMap(Preset::all)
                        .anyMatch(charge -> charge.type() == ChargeType.HAIRCUT
                                && charge.word("of", ModelWords.Haircut.class) == ModelWords.Haircut.BOTH);
    }

    private static Stream<ChargeText> all(final ChargeText charge) {
        final List<ChargeText> parts = charge.parts();
        return Stream.concat(Stream.of(charge), parts.stream().flatMap(Preset::all));
    }
}
