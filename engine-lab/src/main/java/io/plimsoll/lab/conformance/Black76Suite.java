package io.plimsoll.lab.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import io.plimsoll.core.math.Black76;
import io.plimsoll.core.math.BlackGreeks;
import io.plimsoll.lab.margin.SettlementWindow;
import java.math.BigDecimal;

/** Black-76: prices with a discount factor, deltas, greeks per point and per day, and years out of seconds. */
final class Black76Suite implements Suite {
    private static final double PRICE = 1e-9;
    private static final double DELTA = 1e-12;
    private static final double GREEKS = 1e-6;
    private static final double YEARS = 1e-12;
    private static final double POINT = 0.01;
    private static final double DAYS_PER_YEAR = 365;

    @Override
    public String name() {
        return "black76";
    }

    @Override
    public void run(final JsonNode file, final SuiteReport report) {
        final JsonNode stated = file.path("tolerance");
        final Tolerance price = Tolerance.within(Fields.real(stated, "price_absolute", PRICE));
        final Tolerance delta = Tolerance.within(Fields.real(stated, "delta_absolute", DELTA));
        final Tolerance greeks = Tolerance.within(Fields.real(stated, "greeks_absolute", GREEKS));
        final Tolerance years = Tolerance.within(Fields.real(stated, "year_fraction_absolute", YEARS));
        report.each(file, "cases", (each, checks) -> discounted(each, checks, price, delta));
        report.each(file, "price_cases", (each, checks) -> prices(each, checks, price));
        report.each(file, "greek_cases", (each, checks) -> greeks(each, checks, greeks));
        final JsonNode single = Fields.optional(file, "greek_case");
        if (!single.isMissingNode()) {
            report.one(single, "greek_case", (each, checks) -> greeks(each, checks, greeks));
        }
        report.each(
                file,
                "year_fraction_cases",
                (each, checks) -> checks.expect(
                        "years",
                        Fields.decimal(each, "expected"),
                        Fields.result(SettlementWindow.years(Fields.whole(each, "seconds"))),
                        years));
    }

    private static void discounted(
            final JsonNode each, final SuiteReport.Case checks, final Tolerance price, final Tolerance delta) {
        final JsonNode inputs = Fields.required(each, "inputs");
        final double years = SettlementWindow.years(Fields.whole(inputs, "seconds_to_expiry"));
        final double volatility = Fields.real(inputs, "vol");
        final double forward = Fields.real(inputs, "forward");
        final double strike = Fields.real(inputs, "strike");
        final double discount = Fields.real(inputs, "discount", 1);
        final double deviation = volatility * Math.sqrt(years);
        final JsonNode expected = Fields.required(each, "expected");
        checks.expect(
                expected,
                "call",
                () -> Fields.result(Black76.discounted(true, forward, strike, deviation, discount)),
                price);
        checks.expect(
                expected,
                "put",
                () -> Fields.result(Black76.discounted(false, forward, strike, deviation, discount)),
                price);
        final BlackGreeks undiscounted = new BlackGreeks();
        undiscounted.evaluate(true, forward, strike, volatility, years, 0);
        checks.expect(expected, "undiscounted_call_delta", () -> Fields.result(undiscounted.delta()), delta);
        undiscounted.evaluate(false, forward, strike, volatility, years, 0);
        checks.expect(expected, "undiscounted_put_delta", () -> Fields.result(undiscounted.delta()), delta);
    }

    private static void prices(final JsonNode each, final SuiteReport.Case checks, final Tolerance tolerance) {
        final JsonNode inputs = Fields.required(each, "inputs");
        final boolean call = Fields.isCall(inputs, "type");
        final JsonNode expected = Fields.required(each, "expected");
        checks.expect(
                expected,
                "price",
                () -> Fields.result(
                        evaluate(inputs, call, Fields.real(inputs, "r")).price()),
                tolerance);
        checks.expect(
                expected,
                "undiscounted",
                () -> Fields.result(evaluate(inputs, call, 0).price()),
                tolerance);
    }

    private static void greeks(final JsonNode each, final SuiteReport.Case checks, final Tolerance tolerance) {
        final JsonNode inputs = Fields.required(each, "inputs");
        final JsonNode expected = Fields.required(each, "expected");
        final BlackGreeks call = evaluate(inputs, true, Fields.real(inputs, "r"));
        final BlackGreeks put = evaluate(inputs, false, Fields.real(inputs, "r"));
        side(expected, "_call", call, checks, tolerance);
        side(expected, "_put", put, checks, tolerance);
        checks.expect(expected, "gamma", () -> Fields.result(call.gamma()), tolerance);
        checks.expect(expected, "vega_per_point", () -> scaled(call.vega(), POINT), tolerance);
    }

    private static void side(
            final JsonNode expected,
            final String side,
            final BlackGreeks greeks,
            final SuiteReport.Case checks,
            final Tolerance tolerance) {
        checks.expect(expected, "delta" + side, () -> Fields.result(greeks.delta()), tolerance);
        checks.expect(
                expected, "theta" + side + "_per_day", () -> scaled(greeks.theta(), 1 / DAYS_PER_YEAR), tolerance);
        checks.expect(expected, "rho" + side + "_per_point", () -> scaled(greeks.rho(), POINT), tolerance);
    }

    private static BigDecimal scaled(final double number, final double factor) {
        return Fields.result(number * factor);
    }

    private static BlackGreeks evaluate(final JsonNode inputs, final boolean call, final double rate) {
        final BlackGreeks greeks = new BlackGreeks();
        greeks.evaluate(
                call,
                Fields.real(inputs, "forward"),
                Fields.real(inputs, "strike"),
                Fields.real(inputs, "vol"),
                Fields.real(inputs, "t"),
                rate);
        return greeks;
    }
}
