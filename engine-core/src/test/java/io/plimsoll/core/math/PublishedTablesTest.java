package io.plimsoll.core.math;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/** Numbers that others printed, where a folder {@code shared/cases} lies beside or above the project. */
class PublishedTablesTest {
    private final BlackGreeks greeks = new BlackGreeks();

    @Test
    void haugsBookIsReproduced() throws IOException {
        int checked = 0;
        for (final JsonNode table : table("black_scholes_haug.json").path("cases")) {
            final JsonNode in = table.path("inputs");
            evaluate(in.path("type").asText().equals("call"), in, in.path("q").asDouble());
            final String id = table.path("id").asText();
            if (table.path("expected").has("value")) {
                assertNear(
                        id, greeks.price(), table.path("expected").path("value").asDouble(), 1e-4);
            }
            if (table.has("high_precision")) {
                final double exact = new BigDecimal(table.path("high_precision").asText()).doubleValue();
                assertNear(id, greeks.price(), exact, 1e-12 * exact + 1e-13);
                checked++;
            }
        }
        assertThat(checked).isGreaterThan(10);
    }

    @Test
    void theSpotLadderIsReproduced() throws IOException {
        int rows = 0;
        for (final JsonNode row : table("black_scholes_table.json").path("rows")) {
            final double spot = row.path(0).asDouble();
            final double rate = row.path(2).asDouble();
            final double years = row.path(3).asDouble();
            final double growth = Exponential.exp(rate * years);
            for (int put = 0; put < 2; put++) {
                greeks.evaluate(
                        put == 0,
                        spot * growth,
                        row.path(1).asDouble(),
                        row.path(4).asDouble(),
                        years,
                        rate);
                final String what = (put == 0 ? "call" : "put") + " at spot " + spot;
                final double spotDelta = greeks.delta() * growth;
                assertNear(what, greeks.price(), row.path(5 + put).asDouble(), 2e-6);
                assertNear(what, spotDelta, row.path(7 + put).asDouble(), 2e-6);
                assertNear(what, greeks.gamma() * growth * growth, row.path(9).asDouble(), 2e-6);
                assertNear(what, greeks.vega(), row.path(10).asDouble(), 2e-6);
                // With the spot as it is, the forward falls as time passes and rises with the rate.
                final double drift = greeks.delta() * spot * growth;
                assertNear(
                        what, greeks.theta() - rate * drift, row.path(11 + put).asDouble(), 2e-6);
                assertNear(
                        what, greeks.rho() + years * drift, row.path(13 + put).asDouble(), 2e-6);
            }
            rows++;
        }
        assertThat(rows).isGreaterThan(5);
    }

    @Test
    void black76IsReproduced() throws IOException {
        final JsonNode file = table("black76.json");
        for (final JsonNode one : file.path("cases")) {
            final JsonNode in = one.path("inputs");
            final double forward = in.path("forward").asDouble();
            final double strike = in.path("strike").asDouble();
            final double years = in.path("seconds_to_expiry").asDouble() / (365 * 86_400);
            final double deviation = in.path("vol").asDouble() * Math.sqrt(years);
            final double discount = in.path("discount").asDouble();
            final String id = one.path("id").asText();
            final double call = Black76.discounted(true, forward, strike, deviation, discount);
            final double put = Black76.discounted(false, forward, strike, deviation, discount);
            assertNear(id, call, one.path("expected").path("call").asDouble(), 1e-9);
            assertNear(id, put, one.path("expected").path("put").asDouble(), 1e-9);
            greeks.evaluate(true, forward, strike, in.path("vol").asDouble(), years, 0);
            assertNear(
                    id,
                    greeks.delta(),
                    one.path("expected").path("undiscounted_call_delta").asDouble(),
                    1e-12);
        }
        final JsonNode in = file.path("greek_case").path("inputs");
        final JsonNode expected = file.path("greek_case").path("expected");
        for (final String type : new String[] {"call", "put"}) {
            greeks.evaluate(
                    type.equals("call"),
                    in.path("forward").asDouble(),
                    in.path("strike").asDouble(),
                    in.path("vol").asDouble(),
                    in.path("t").asDouble(),
                    in.path("r").asDouble());
            assertNear(
                    type,
                    greeks.theta() / 365,
                    expected.path("theta_" + type + "_per_day").asDouble(),
                    1e-6);
            assertNear(
                    type,
                    greeks.rho() / 100,
                    expected.path("rho_" + type + "_per_point").asDouble(),
                    1e-6);
            assertNear(type, greeks.gamma(), expected.path("gamma").asDouble(), 1e-6);
            assertNear(
                    type, greeks.vega() / 100, expected.path("vega_per_point").asDouble(), 1e-6);
        }
    }

    private void evaluate(final boolean call, final JsonNode in, final double carry) {
        final double rate = in.path("r").asDouble();
        final double years = in.path("t").asDouble();
        final double forward = in.path("spot").asDouble() * Exponential.exp((rate - carry) * years);
        greeks.evaluate(
                call, forward, in.path("strike").asDouble(), in.path("vol").asDouble(), years, rate);
    }

    private static void assertNear(
            final String what, final double actual, final double expected, final double tolerance) {
        assertThat(actual).as(what).isBetween(expected - tolerance, expected + tolerance);
    }

    private static JsonNode table(final String name) throws IOException {
        Path folder = Path.of("").toAbsolutePath();
        while (folder != null
                && !Files.isRegularFile(folder.resolve("shared/cases").resolve(name))) {
            folder = folder.getParent();
        }
        Assumptions.assumeTrue(
                folder != null, () -> "no shared/cases/" + name + " here: published numbers not compared");
        return new ObjectMapper()
                .readTree(Files.readString(folder.resolve("shared/cases").resolve(name)));
    }
}
