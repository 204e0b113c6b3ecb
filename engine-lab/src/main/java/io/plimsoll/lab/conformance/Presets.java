package io.plimsoll.lab.conformance;

import io.plimsoll.config.model.ModelFile;
import io.plimsoll.core.margin.model.GivenCharge;
import io.plimsoll.core.margin.model.MarginModel;
import io.plimsoll.lab.margin.ModelBuilder;
import io.plimsoll.lab.margin.PortfolioBuilder;
import io.plimsoll.lab.margin.ScenarioPlan;
import java.math.BigDecimal;
import java.util.Map;

/** Presets for the scenarios of a case. */
final class Presets {
    private Presets() {}

    /** An amount as a charge. */
    static GivenCharge given(final String name, final BigDecimal amount) {
        return new GivenCharge(
                name, amount.unscaledValue().longValueExact(), amount.scale() - PortfolioBuilder.MINOR_SCALE);
    }

    /** A preset over a grid. */
    static MarginModel grid(final String name, final Map<String, Long> instead, final int scenarios) {
        return ModelBuilder.build(ModelFile.shipped(name, instead), ScenarioPlan.of(scenarios, 0, 0, 0, 0));
    }
}
