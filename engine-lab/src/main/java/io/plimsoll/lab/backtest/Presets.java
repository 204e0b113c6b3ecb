package io.plimsoll.lab.backtest;

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
}
