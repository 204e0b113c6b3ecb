package io.plimsoll.lab.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;

/** Options on a spot price with a dividend yield, as Haug's book prints them, and the same numbers with twenty digits. */
final class HaugSuite implements Suite {
    private static final double PUBLISHED = 1e-4;
    private static final double RELATIVE = 1e-12;
    private static final double ABSOLUTE = 1e-13;

    @Override
    public String name() {
        return "black_scholes_haug";
    }

    @Override
    public void run(final JsonNode file, final SuiteReport report) {
        final JsonNode stated = file.path("tolerance");
        final Tolerance published = Tolerance.within(Fields.real(stated, "published_absolute", PUBLISHED));
        final Tolerance precise = new Tolerance(
                Fields.real(stated, "high_precision_relative", RELATIVE),
                Fields.real(stated, "high_precision_absolute", ABSOLUTE));
        final CaseCheck check = (each, checks) -> check(each, checks, published, precise);
        report.each(file, "cases", check);
        report.each(file, "greek_cases", check);
    }

    private static void check(
            final JsonNode each, final SuiteReport.Case checks, final Tolerance published, final Tolerance precise) {
        final JsonNode inputs = Fields.required(each, "inputs");
        final SpotOption option = SpotOption.of(inputs, Fields.isCall(inputs, "type"));
        final JsonNode expected = Fields.required(each, "expected");
        for (final Map.Entry<String, JsonNode> field : expected.properties()) {
            final Optional<Double> actual = option.quantity(field.getKey());
            if (actual.isEmpty()) {
                checks.unsupported("the quantity '" + field.getKey() + "' is not known");
                continue;
            }
            final BigDecimal result = Fields.result(actual.get());
            checks.expect(field.getKey(), Fields.number(field.getKey(), field.getValue()), result, published);
            if (expected.size() == 1) {
                checks.expect(each, "high_precision", () -> result, precise);
            }
        }
    }
}
