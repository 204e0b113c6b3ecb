package io.plimsoll.lab.scenario;

import io.plimsoll.core.math.Logarithm;
import io.plimsoll.core.math.Normal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Rows of a joint block that are made up: one market factor, correlation 0.64 between any two underlyings, and a common
 * scale that makes every residual a Student t with 4 degrees of freedom and variance 1. The basis of all coins changes alike, a
 * Student t of its own with a standard deviation of 1.6 points.
 */
final class SyntheticHistory {
    /** The first day: long ago, so that nobody takes the rows for real ones. */
    private static final LocalDate FIRST = LocalDate.of(1900, 1, 1);

    private static final double LOADING = 0.8;
    private static final double OWN = 0.6;

    private static final double BASIS = 0.016;
    private static final long BASIS_SEED = 0x6a09e667f3bcc908L;

    private final Random random;
    private final Random basisRandom;

    SyntheticHistory(final long seed) {
        this.random = new Random(seed);
        this.basisRandom = new Random(seed ^ BASIS_SEED);
    }

    List<JointDay> days(final int days, final List<String> symbols) {
        final List<JointDay> rows = new ArrayList<>();
        for (int i = 0; i < days; i++) {
            final double scale = scale(random);
            final double market = normal(random);
            final double change = BASIS * scale(basisRandom) * normal(basisRandom);
            final List<Double> z = new ArrayList<>();
            final List<Double> volatility = new ArrayList<>();
            final List<Double> basis = new ArrayList<>();
            for (final String symbol : symbols) {
                final double value = scale * (LOADING * market + OWN * normal(random));
                z.add(value);
                volatility.add(VolatilityResponse.ofResidual(value));
                basis.add(Classes.isCoin(symbol) ? change : 0);
            }
            rows.add(new JointDay(FIRST.plusDays(i), z, volatility, basis));
        }
        return rows;
    }

    private static double scale(final Random from) {
        return 1 / Math.sqrt(-Logarithm.log(uniform(from) * uniform(from)));
    }

    private static double normal(final Random from) {
        return Normal.inverseCdf(uniform(from));
    }

    /** Above 0 and below 1. */
    private static double uniform(final Random from) {
        return 1 - from.nextDouble() * 0x1.fffffffffffffp-1;
    }
}
