package io.plimsoll.lab.backtest;

import io.plimsoll.config.model.ModelFile;
import io.plimsoll.config.model.ModelText;
import io.plimsoll.config.scenario.ScenarioSet;
import io.plimsoll.config.scenario.ScenarioSetFile;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Scenario sets that models are made for. */
public final class Presets {
    private Presets() {}

    /**
     * Sets by name.
     *
     * @param models that name them.
     * @return the sets, which ship with Plimsoll.
     * @throws IllegalArgumentException when a model names a set that does not ship.
     */
    public static Map<String, ScenarioSet> sets(final List<ModelText> models) {
        final Map<String, ScenarioSet> sets = new HashMap<>();
        for (final ModelText model : models) {
            sets.computeIfAbsent(model.scenarios(), ScenarioSetFile::shipped);
        }
        return sets;
    }

    /** {@return names of the shipped models of which both the model and its scenarios are there} */
    static List<String> available() {
        return ModelFile.SHIPPED.stream()
                .filter(ModelFile::isThere)
                .filter(name -> ScenarioSetFile.isShipped(
                        ModelFile.shipped(name, Map.of()).scenarios()))
                .toList();
    }
}
