package io.plimsoll.lab.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import io.plimsoll.lab.approximation.CornishFisher;
import io.plimsoll.lab.approximation.DeltaGamma;
import java.math.BigDecimal;
import java.util.List;
import java.util.function.DoubleUnaryOperator;

/** Approximations that stand beside the full revaluation: Cornish-Fisher and delta-gamma. */
final class ApproximationGroups {
    private static final String QUANTILE = "quantile";
    private static final double KURTOSIS_OF_NORMAL = 3;

    private ApproximationGroups() {}

    /** Four moments are given; the kurtosis is not the excess. */
    static void moments(final JsonNode each, final SuiteReport.Case checks, final StatedTolerance stated) {
        final JsonNode inputs = Fields.required(each, "inputs");
        checks.expect(
                Fields.required(each, "expected"),
                "var",
                () -> Fields.result(CornishFisher.valueAtRisk(
                        Fields.real(inputs, "level"),
                        Fields.real(inputs, "mu"),
                        Fields.real(inputs, "sigma"),
                        Fields.real(inputs, "skew"),
                        Fields.real(inputs, "kurtosis") - KURTOSIS_OF_NORMAL)),
                stated.of("var", 1e-6));
    }

    static void cornishFisher(final JsonNode each, final SuiteReport.Case checks, final StatedTolerance stated) {
        quantiles(each, checks, stated, of(each)::cornishFisher);
    }

    static void exact(final JsonNode each, final SuiteReport.Case checks, final StatedTolerance stated) {
        quantiles(each, checks, stated, of(each)::quantile);
    }

    private static void quantiles(
            final JsonNode each,
            final SuiteReport.Case checks,
            final StatedTolerance stated,
            final DoubleUnaryOperator quantile) {
        final List<BigDecimal> probabilities = Fields.oneOrMore(Fields.required(each, "inputs"), "p");
        final List<BigDecimal> actual = probabilities.stream()
                .map(p -> Fields.result(quantile.applyAsDouble(p.doubleValue())))
                .toList();
        final Tolerance tolerance = each.has("tolerance_relative")
                ? new Tolerance(Fields.real(each, "tolerance_relative"), 0)
                : stated.of(QUANTILE, 1e-3);
        checks.expectAll(QUANTILE, Fields.oneOrMore(Fields.required(each, "expected"), QUANTILE), actual, tolerance);
    }

    private static DeltaGamma of(final JsonNode each) {
        final JsonNode inputs = Fields.required(each, "inputs");
        return DeltaGamma.of(reals(Fields.decimals(inputs, "delta")), matrix(inputs, "gamma"), matrix(inputs, "omega"));
    }

    private static double[][] matrix(final JsonNode inputs, final String key) {
        return Fields.list(inputs, key).stream()
                .map(row -> reals(Fields.numbers(key, row)))
                .toArray(double[][]::new);
    }

    private static double[] reals(final List<BigDecimal> numbers) {
        return numbers.stream().mapToDouble(BigDecimal::doubleValue).toArray();
    }
}
