package io.plimsoll.lab.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import io.plimsoll.lab.conformance.FillSequence.After;
import io.plimsoll.lab.conformance.FillSequence.Contract;
import io.plimsoll.lab.conformance.FillSequence.Fill;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Fills of one position, booked by an engine: size, average price, realised and unrealised profit. */
final class PositionSuite implements Suite {
    private static final double AMOUNT = 1.5e-8;
    private static final double AMOUNT_IN_CENTS = 0.005;
    private static final double AVERAGE = 1e-12;
    private static final Set<String> FIGURES = Set.of("size", "realised", "avg_price", "unrealised", "note");
    private static final String MARK = "mark";
    private static final String UNREALISED = "unrealised";

    /** Tolerances of a file. Amounts of sequences with commissions are printed in cents. */
    private record Tolerances(Tolerance amount, Tolerance cents, Tolerance average) {
        static Tolerances of(final JsonNode file) {
            final JsonNode stated = file.path("tolerance");
            return new Tolerances(
                    Tolerance.within(Fields.real(stated, "linear_and_inverse", AMOUNT)),
                    Tolerance.within(AMOUNT_IN_CENTS),
                    new Tolerance(Fields.real(stated, "avg_price_relative", AVERAGE), 0));
        }
    }

    @Override
    public String name() {
        return "position_accounting";
    }

    @Override
    public void run(final JsonNode file, final SuiteReport report) {
        final Tolerances tolerances = Tolerances.of(file);
        report.each(file, "sequences", (each, checks) -> sequence(each, checks, tolerances));
        report.each(file, "notional_cases", (each, checks) -> notional(each, checks, tolerances));
        report.each(file, "skew_margin_cases", SkewMarginCases::check);
    }

    private static void sequence(final JsonNode each, final SuiteReport.Case checks, final Tolerances tolerances) {
        final JsonNode inputs = Fields.required(each, "inputs");
        final List<Fill> fills = new ArrayList<>();
        for (final JsonNode fill : Fields.list(inputs, "fills")) {
            fills.add(new Fill(
                    Fields.decimal(fill, "qty"),
                    Fields.decimal(fill, "price"),
                    Fields.decimal(fill, "commission", BigDecimal.ZERO)));
        }
        final List<JsonNode> expected = Fields.list(each, "expected_after_each_fill");
        if (expected.size() > fills.size()) {
            throw new CaseException(expected.size() + " results are expected of " + fills.size() + " fills");
        }
        final List<BigDecimal> marks = new ArrayList<>();
        for (final JsonNode after : expected) {
            if (after.has(UNREALISED)) {
                marks.add(Fields.decimal(after.get(UNREALISED), MARK));
            }
        }
        final FillSequence sequence =
                new FillSequence(contract(inputs), Fields.decimal(inputs, "fee_rate", BigDecimal.ZERO), fills, marks);
        final boolean inCents =
                fills.stream().anyMatch(fill -> fill.commission().signum() != 0);
        final Tolerance amount = inCents ? tolerances.cents() : tolerances.amount();
        for (int i = 0; i < expected.size(); i++) {
            final After after = sequence.next();
            if (!expected.get(i).isNull()) {
                compare(sequence, after, new Step(i, expected.get(i), amount, tolerances.average()), checks);
            }
        }
    }

    /** What is expected after a fill. */
    private record Step(int index, JsonNode expected, Tolerance amount, Tolerance average) {
        String of(final String quantity) {
            return "after fill " + (index + 1) + ": " + quantity;
        }
    }

    private static void compare(
            final FillSequence sequence, final After after, final Step step, final SuiteReport.Case checks) {
        final JsonNode expected = step.expected();
        for (final Map.Entry<String, JsonNode> field : expected.properties()) {
            if (!FIGURES.contains(field.getKey())) {
                checks.unsupported("the quantity '" + field.getKey() + "' is not known");
            }
        }
        if (expected.has("size")) {
            checks.expect(step.of("size"), Fields.decimal(expected, "size"), after.size(), step.amount());
        }
        if (expected.has("realised")) {
            checks.expect(step.of("realised"), Fields.decimal(expected, "realised"), after.realised(), step.amount());
        }
        if (expected.hasNonNull("avg_price")) {
            if (after.averagePrice() == null) {
                checks.fail(step.of("avg_price"), expected.get("avg_price").asText(), "no position");
            } else {
                checks.expect(
                        step.of("avg_price"),
                        Fields.decimal(expected, "avg_price"),
                        after.averagePrice(),
                        step.average());
            }
        }
        if (expected.has(UNREALISED)) {
            final JsonNode unrealised = expected.get(UNREALISED);
            checks.expect(
                    step.of(UNREALISED),
                    Fields.decimal(unrealised, "value"),
                    sequence.unrealised(Fields.decimal(unrealised, MARK)),
                    step.amount());
        }
    }

    private static void notional(final JsonNode each, final SuiteReport.Case checks, final Tolerances tolerances) {
        final JsonNode inputs = Fields.required(each, "inputs");
        final BigDecimal price = Fields.decimal(inputs, "price");
        final FillSequence sequence = new FillSequence(
                contract(inputs),
                BigDecimal.ZERO,
                List.of(new Fill(Fields.decimal(inputs, "qty"), price, BigDecimal.ZERO)),
                List.of(price));
        sequence.next();
        checks.expect("notional", Fields.decimal(each, "expected"), sequence.notional(price), tolerances.amount());
    }

    private static Contract contract(final JsonNode inputs) {
        final String word = Fields.text(inputs, "contract");
        return switch (word) {
            case "linear" -> Contract.LINEAR;
            case "inverse" -> Contract.INVERSE;
            default -> throw new CaseException("'contract' is '" + word + "'; allowed: linear, inverse");
        };
    }
}
