package io.plimsoll.lab.whatif;

import java.math.BigDecimal;

/**
 * What the whole portfolio loses in a scenario, exact, in the margin currency.
 *
 * @param block that the scenario is of, such as {@code grid}.
 * @param scenario name of the scenario, such as {@code stress: march-2020, fall}.
 * @param loss negative: it gains.
 */
public record ScenarioLoss(String block, String scenario, BigDecimal loss) {}
