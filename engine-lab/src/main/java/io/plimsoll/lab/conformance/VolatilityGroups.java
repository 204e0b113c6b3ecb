package io.plimsoll.lab.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import io.plimsoll.core.math.Ewma;
import io.plimsoll.core.math.Logarithm;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;

/** Volatilities out of returns, and returns scaled to the volatility of today. */
final class VolatilityGroups {
    private VolatilityGroups() {}

    static void update(final JsonNode each, final SuiteReport.Case checks, final StatedTolerance stated) {
        final JsonNode inputs = Fields.required(each, "inputs");
        final double before = Fields.real(inputs, "vol");
        final double variance =
                Ewma.next(before * before, Fields.real(inputs, "return"), Fields.real(inputs, "lambda"));
        final JsonNode expected = Fields.required(each, "expected");
        expect(checks, expected, "variance", variance, stated.of("variance", 1e-12));
        expect(checks, expected, "vol", Math.sqrt(variance), stated.of("vol", 5e-5));
    }

    /** The variance begins with 0; the mean square takes no mean off. */
    static void series(final JsonNode each, final SuiteReport.Case checks, final StatedTolerance stated) {
        final JsonNode inputs = Fields.required(each, "inputs");
        final double lambda = Fields.real(inputs, "lambda");
        final double[] returns = returns(inputs);
        final double last = returns[returns.length - 1];
        final double lagged = variances(returns, 0, lambda)[returns.length - 1];
        final double variance = Ewma.next(lagged, last, lambda);
        final double average = Arrays.stream(returns).map(r -> r * r).sum() / returns.length;
        final JsonNode expected = Fields.required(each, "expected");
        expect(checks, expected, "ewma_variance", variance, stated.of("ewma_variance", 5e-8));
        expect(checks, expected, "ewma_variance_lagged", lagged, stated.of("ewma_variance_lagged", 5e-8));
        expect(checks, expected, "ewma_vol", Math.sqrt(variance), stated.ofPrinted("ewma_vol", expected));
        expect(checks, expected, "average_variance", average, stated.ofPrinted("average_variance", expected));
        expect(checks, expected, "average_vol", Math.sqrt(average), stated.ofPrinted("average_vol", expected));
        if (inputs.has("garch")) {
            final JsonNode garch = inputs.get("garch");
            final double mixed = Fields.real(garch, "gamma") * Fields.real(garch, "long_run_variance")
                    + Fields.real(garch, "alpha") * last * last
                    + Fields.real(garch, "beta") * lagged;
            expect(checks, expected, "garch_variance", mixed, stated.ofPrinted("garch_variance", expected));
            expect(checks, expected, "garch_vol", Math.sqrt(mixed), stated.ofPrinted("garch_vol", expected));
        }
    }

    /** Each return times the volatility of today over the one before it; the variance begins with the first return's square. */
    static void filtered(final JsonNode each, final SuiteReport.Case checks, final StatedTolerance stated) {
        final JsonNode inputs = Fields.required(each, "inputs");
        final double lambda = Fields.real(inputs, "lambda");
        final double[] returns = returns(inputs);
        final double[] before = variances(returns, returns[0] * returns[0], lambda);
        final double now = Ewma.next(before[returns.length - 1], returns[returns.length - 1], lambda);
        final double[] scaled = new double[returns.length];
        for (int i = 0; i < returns.length; i++) {
            scaled[i] = returns[i] * Math.sqrt(now / before[i]);
        }
        final JsonNode expected = Fields.required(each, "expected");
        expectAll(checks, expected, "returns", returns, stated);
        expectAll(checks, expected, "variance_before_each", before, stated);
        expect(checks, expected, "variance_now", now, stated.of("variance_now", 1e-12));
        expectAll(checks, expected, "scaled_returns", scaled, stated);
    }

    private static double[] returns(final JsonNode inputs) {
        final List<BigDecimal> prices = Fields.decimals(inputs, "prices_oldest_first");
        if (prices.size() < 2) {
            throw new CaseException("a return needs two prices");
        }
        final double[] returns = new double[prices.size() - 1];
        for (int i = 0; i < returns.length; i++) {
            returns[i] = Logarithm.logRatio(
                    prices.get(i + 1).doubleValue(), prices.get(i).doubleValue());
        }
        return returns;
    }

    /** The variance before each return. */
    private static double[] variances(final double[] returns, final double first, final double lambda) {
        final double[] before = new double[returns.length];
        before[0] = first;
        for (int i = 1; i < returns.length; i++) {
            before[i] = Ewma.next(before[i - 1], returns[i - 1], lambda);
        }
        return before;
    }

    private static void expect(
            final SuiteReport.Case checks,
            final JsonNode expected,
            final String key,
            final double actual,
            final Tolerance tolerance) {
        checks.expect(expected, key, () -> Fields.result(actual), tolerance);
    }

    private static void expectAll(
            final SuiteReport.Case checks,
            final JsonNode expected,
            final String key,
            final double[] actual,
            final StatedTolerance stated) {
        if (expected.has(key)) {
            final List<BigDecimal> numbers =
                    Arrays.stream(actual).mapToObj(Fields::result).toList();
            checks.expectAll(key, Fields.decimals(expected, key), numbers, stated.of(key, 1e-12));
        }
    }
}
