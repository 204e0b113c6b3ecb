package io.plimsoll.lab.scenario;

import io.plimsoll.core.math.Logarithm;
import io.plimsoll.core.math.Normal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Rows of a joint block that are made up: one market factor, correlation 0.64 between any two underlyings, and a common
 * scale that makes every residual a Student t with 4 degrees of freedom and variance 1.
 */
final class SyntheticHistory {
    /** The first day: long ago, so that nobody takes the rows for real ones. */
    private static final LocalDate FIRST = LocalDate.of(1900, 1, 1);

    private static final double LOADING = 0.8;
    private static final double OWN = 0.6;

    private final Random random;

    SyntheticHistory(final long seed) {
        this.random = new Random(seed);
    }

    List<JointDay> days(final int days, final int underlyings) {
        final List<JointDay> rows = new ArrayList<>();
        for (int i = 0; i < days; i++) {
            final double scale = 1 / Math.sqrt(-Logarithm.log(uniform() * uniform()));
            final double market = normal();
            final List<Double> z = new ArrayList<>();
            final List<Double> volatility = new ArrayList<>();
            for (int u = 0; u < underlyings; u++) {
                final double value = scale * (LOADING * market + OWN * normal());
                z.add(value);
                volatility.add(VolatilityResponse.ofResidual(value));
            }
            rows.add(new JointDay(FIRST.plusDays(i), z, volatility));
        }
        return rows;
    }

    private double normal() {
        return Normal.inverseCdf(uniform());
    }

    /** Above 0 and below 1. */
    private double uniform() {
        return 1 - random.nextDouble() * 0x1.fffffffffffffp-1;
    }
}
