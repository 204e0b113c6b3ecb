package io.plimsoll.lab.conformance;

import io.plimsoll.core.fixed.Rate;
import java.math.BigDecimal;
import java.math.MathContext;

/**
 * Weights of scenarios by age: of n, the i-th from the oldest has {@code lambda^(n-i) (1 - lambda) / (1 - lambda^n)}. They are
 * what {@link io.plimsoll.core.risk.WideAccumulator#weightedValueAtRisk} takes.
 */
final class AgeWeights {
    private static final int MOST = 100_000;

    private AgeWeights() {}

    /** Weights, the oldest first. */
    static long[] of(final long n, final BigDecimal lambda) {
        if (n < 1 || n > MOST || lambda.signum() <= 0 || lambda.compareTo(BigDecimal.ONE) >= 0) {
            throw new CaseException("no weights of " + n + " scenarios with lambda " + lambda);
        }
        final int count = Math.toIntExact(n);
        final BigDecimal newest = BigDecimal.ONE
                .subtract(lambda)
                .divide(BigDecimal.ONE.subtract(lambda.pow(count, MathContext.DECIMAL64)), MathContext.DECIMAL64);
        final long[] weights = new long[count];
        BigDecimal weight = newest;
        for (int i = count - 1; i >= 0; i--) {
            weights[i] = Fields.rate(weight);
            weight = weight.multiply(lambda, MathContext.DECIMAL64);
        }
        return weights;
    }

    /** A weight as a decimal. */
    static BigDecimal decimal(final long weight) {
        return BigDecimal.valueOf(weight, Rate.SCALE);
    }
}
