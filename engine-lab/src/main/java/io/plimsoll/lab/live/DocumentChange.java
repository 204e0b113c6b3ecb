package io.plimsoll.lab.live;

import io.plimsoll.config.model.ModelText;
import io.plimsoll.config.scenario.ScenarioSet;
import java.util.Optional;

/**
 * What is to take the place of what an engine margins by.
 *
 * @param id of the margin model that is replaced; 1 is that of new accounts.
 * @param model in its place; empty: it stays.
 * @param set in the place of the scenario set; empty: it stays.
 */
public record DocumentChange(int id, Optional<ModelText> model, Optional<ScenarioSet> set) {}
