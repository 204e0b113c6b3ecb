package io.plimsoll.lab.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import io.plimsoll.core.math.Normal;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Value at risk and expected shortfall: closed forms, and the measures of the accumulator on given losses. */
final class RiskGroups {
    private static final Pattern RANKED = Pattern.compile("equal_weight_([0-9]+)(st|nd|rd|th)_worst");

    private RiskGroups() {}

    /** Profits are normal or Student t with a mean and a scale. A loss is positive: the mean makes it smaller. */
    static void closedForm(final JsonNode each, final SuiteReport.Case checks, final StatedTolerance stated) {
        final JsonNode inputs = Fields.required(each, "inputs");
        final double tail =
                BigDecimal.ONE.subtract(Fields.decimal(inputs, "level")).doubleValue();
        if (!(tail > 0 && tail <= 0.5)) {
            throw new CaseException("'level' is " + inputs.get("level") + "; allowed: from 0.5 to below 1");
        }
        final String law = Fields.text(inputs, "distribution");
        final double quantile;
        final double shortfall;
        switch (law) {
            case "normal" -> {
                quantile = -Normal.inverseCdf(tail);
                shortfall = Normal.pdf(quantile) / tail;
            }
            case "student_t" -> {
                final StudentT student = new StudentT(Fields.real(inputs, "df"));
                quantile = student.quantile(tail);
                shortfall = student.shortfall(tail);
            }
            default -> {
                checks.unsupported("the distribution '" + law + "' is not known");
                return;
            }
        }
        final double mean = Fields.real(inputs, "mu", 0);
        final double scale = Fields.real(inputs, "sigma", 1);
        final JsonNode expected = Fields.required(each, "expected");
        checks.expect(expected, "var", () -> Fields.result(scale * quantile - mean), stated.of("var", 1e-12));
        checks.expect(expected, "es", () -> Fields.result(scale * shortfall - mean), stated.of("es", 1e-12));
    }

    static void ageWeighting(final JsonNode each, final SuiteReport.Case checks, final StatedTolerance stated) {
        final JsonNode inputs = Fields.required(each, "inputs");
        final long[] weights = AgeWeights.of(Fields.whole(inputs, "n"), Fields.decimal(inputs, "lambda"));
        final List<BigDecimal> scenarios = Fields.decimals(inputs, "scenario");
        final List<BigDecimal> losses = Fields.decimals(inputs, "loss_thousands");
        if (losses.size() != scenarios.size()) {
            throw new CaseException(scenarios.size() + " scenarios have " + losses.size() + " losses");
        }
        final LossBlock block = new LossBlock(weights.length);
        final List<BigDecimal> ours = new ArrayList<>();
        final List<BigDecimal> cumulative = new ArrayList<>();
        for (int i = 0; i < losses.size(); i++) {
            final int scenario = scenarios.get(i).intValueExact() - 1;
            if (scenario < 0 || scenario >= weights.length) {
                throw new CaseException("there is no scenario " + scenarios.get(i) + " among " + weights.length);
            }
            block.loss(scenario, losses.get(i));
            ours.add(AgeWeights.decimal(weights[scenario]));
            cumulative.add(i == 0 ? ours.get(0) : cumulative.get(i - 1).add(ours.get(i)));
        }
        final JsonNode expected = Fields.required(each, "expected");
        final Tolerance tolerance = stated.of("weights", 6e-5);
        if (expected.has("weights")) {
            checks.expectAll("weights", Fields.decimals(expected, "weights"), ours, tolerance);
        }
        if (expected.has("cumulative")) {
            checks.expectAll("cumulative", Fields.decimals(expected, "cumulative"), cumulative, tolerance);
        }
        final BigDecimal level = Fields.decimal(inputs, "level");
        final JsonNode computed = each.path("computed");
        checks.expect(computed, "weighted_var", () -> block.valueAtRisk(level, weights), tolerance);
        checks.expect(computed, "weighted_es", () -> block.shortfall(level, weights), tolerance);
        for (final Map.Entry<String, JsonNode> field : computed.properties()) {
            final Matcher rank = RANKED.matcher(field.getKey());
            if (rank.matches()) {
                final BigDecimal loss = block.ranked(Integer.parseInt(rank.group(1)));
                checks.expect(field.getKey(), Fields.number(field.getKey(), field.getValue()), loss, tolerance);
            }
        }
    }

    /** Between two losses, by the weights that are reached at each. */
    static void hybrid(final JsonNode each, final SuiteReport.Case checks, final StatedTolerance stated) {
        final JsonNode inputs = Fields.required(each, "inputs");
        final BigDecimal upper = Fields.decimal(inputs, "upper");
        final BigDecimal low = Fields.decimal(inputs, "cum_low");
        final BigDecimal share = Fields.decimal(inputs, "level")
                .subtract(low)
                .divide(Fields.decimal(inputs, "cum_high").subtract(low), MathContext.DECIMAL64);
        checks.expect(
                Fields.required(each, "expected"),
                "var_pct",
                () -> between(upper, Fields.decimal(inputs, "lower"), share),
                stated.of("var_pct", 0.005));
    }

    static void conventions(final JsonNode each, final SuiteReport.Case checks, final StatedTolerance stated) {
        final JsonNode inputs = Fields.required(each, "inputs");
        final List<BigDecimal> losses = Fields.decimals(inputs, "losses");
        final LossBlock block = new LossBlock(losses.size());
        for (int i = 0; i < losses.size(); i++) {
            block.loss(i, losses.get(i));
        }
        final BigDecimal level = Fields.decimal(inputs, "level");
        final JsonNode expected = Fields.required(each, "expected");
        final BigDecimal tail = BigDecimal.ONE.subtract(level);
        final int next = tail.multiply(BigDecimal.valueOf(block.count()))
                        .setScale(0, RoundingMode.CEILING)
                        .intValueExact()
                + 1;
        checks.expect(expected, "kth_worst", () -> block.valueAtRisk(level), stated.of("kth_worst", 1e-12));
        checks.expect(expected, "k_plus_1_worst", () -> block.ranked(next), stated.of("k_plus_1_worst", 1e-12));
        checks.expect(expected, "linear_type7", () -> interpolated(block, tail), stated.of("linear_type7", 1e-12));
        checks.expect(
                expected, "es_mean_of_k_worst", () -> block.shortfall(level), stated.of("es_mean_of_k_worst", 1e-12));
    }

    /** Type 7: the sorted losses stand at equal steps from 0 to 1, the worst at 0. */
    private static BigDecimal interpolated(final LossBlock block, final BigDecimal tail) {
        final BigDecimal place = tail.multiply(BigDecimal.valueOf(block.count() - 1L));
        final int before = place.intValue();
        final BigDecimal share = place.subtract(BigDecimal.valueOf(before));
        final BigDecimal worse = block.ranked(before + 1);
        return share.signum() == 0 ? worse : between(worse, block.ranked(before + 2), share);
    }

    private static BigDecimal between(final BigDecimal from, final BigDecimal to, final BigDecimal share) {
        return from.subtract(from.subtract(to).multiply(share));
    }
}
