package io.plimsoll.lab.backtest.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.plimsoll.lab.tape.DataFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Figures that others published, from the folder of cases beside that of the data. */
class PublishedStatisticsTest {
    private static JsonNode groups;

    @BeforeAll
    static void read() throws IOException {
        final Path file = DataFolder.findFrom(Path.of(""))
                .map(data -> data.resolveSibling("cases").resolve("backtesting.json"))
                .orElse(Path.of("none"));
        Assumptions.assumeTrue(Files.isRegularFile(file), "there is no folder of published cases");
        groups = new ObjectMapper().readTree(file.toFile()).get("groups");
    }

    @Test
    void baselTrafficLight() {
        final JsonNode expected = only("basel_traffic_light").get("expected");
        for (int k = 0; k < expected.get("cumulative").size(); k++) {
            assertThat(Binomial.atMost(k, 250, 0.01))
                    .isEqualTo(expected.get("cumulative").get(k).asDouble(), within(5e-5));
        }
        final int green = expected.get("max_green").asInt();
        final int amber = expected.get("max_amber").asInt();
        assertThat(TrafficLight.of(green, 250, 0.01)).isEqualTo(TrafficLight.GREEN);
        assertThat(TrafficLight.of(green + 1, 250, 0.01)).isEqualTo(TrafficLight.AMBER);
        assertThat(TrafficLight.of(amber, 250, 0.01)).isEqualTo(TrafficLight.AMBER);
        assertThat(TrafficLight.of(amber + 1, 250, 0.01)).isEqualTo(TrafficLight.RED);
        expected.get("multiplier").properties().forEach(each -> assertThat(
                        TrafficLight.multiplier(Integer.parseInt(each.getKey().split("[-+]", -1)[0])))
                .isEqualTo(each.getValue().asDouble()));
    }

    @Test
    void otherTrafficLight() {
        final JsonNode each = only("traffic_light_other");
        final int x = each.get("inputs").get("failures").asInt();
        final int n = each.get("inputs").get("observations").asInt();

        assertThat(Binomial.atMost(x, n, 0.05)).isEqualTo(expected(each, "cumulative"), within(5e-6));
        assertThat(Binomial.atLeast(x, n, 0.05)).isEqualTo(expected(each, "type_one_error"), within(5e-6));
        assertThat(TrafficLight.of(x, n, 0.05).name().toLowerCase(Locale.ROOT))
                .isEqualTo(each.get("expected").get("zone").asText());
    }

    @Test
    void kupiec() {
        for (final JsonNode each : cases("kupiec_pof")) {
            final TestResult result = kupiec(each.get("inputs"));
            final JsonNode figures = each.get("expected").has("lr") ? each.get("expected") : each.get("computed");
            assertThat(result.statistic()).isEqualTo(figures.get("lr").asDouble(), within(5e-6));
            assertThat(result.pValue()).isEqualTo(figures.get("p_value").asDouble(), within(5e-6));
            assertThat(result.isRejectedAt(0.05))
                    .isEqualTo(each.get("expected").get("reject_95").asBoolean());
        }
    }

    @Test
    void kupiecAcceptanceRegions() {
        for (final JsonNode row : group("kupiec_acceptance_region").get("rows")) {
            final int days = row.get("T").asInt();
            final double p = row.get("p").asDouble();
            final int min = row.get("min_accepted").asInt();
            final int max = row.get("max_accepted").asInt();
            assertThat(Kupiec.proportionOfFailures(max, days, p).statistic())
                    .isEqualTo(row.get("lr_at_max").asDouble(), within(1e-6));
            assertThat(Kupiec.proportionOfFailures(max + 1, days, p).statistic())
                    .isEqualTo(row.get("lr_above_max").asDouble(), within(1e-6));
            assertThat(Kupiec.proportionOfFailures(min, days, p).isRejectedAt(0.05))
                    .isFalse();
            assertThat(Kupiec.proportionOfFailures(min - 1, days, p).isRejectedAt(0.05))
                    .isTrue();
        }
    }

    @Test
    void christoffersen() {
        final JsonNode each = only("christoffersen");
        final JsonNode n = each.get("inputs");
        final Christoffersen counts = new Christoffersen(
                n.get("n00").asInt(),
                n.get("n01").asInt(),
                n.get("n10").asInt(),
                n.get("n11").asInt());
        final TestResult both = counts.conditionalCoverage(Kupiec.proportionOfFailures(57, 1_043, 0.05));

        assertThat(counts.independence().statistic()).isEqualTo(expected(each, "lr_ind"), within(5e-6));
        assertThat(counts.independence().pValue()).isEqualTo(expected(each, "p_value"), within(5e-6));
        assertThat(both.statistic()).isEqualTo(each.get("computed").get("lr_cc").asDouble(), within(1e-6));
        assertThat(both.pValue()).isEqualTo(each.get("computed").get("p_cc").asDouble(), within(1e-6));
    }

    @Test
    void timeUntilFirstFailure() {
        final JsonNode each = only("tuff");
        final JsonNode inputs = each.get("inputs");
        final TestResult result = Kupiec.timeUntilFirstFailure(
                inputs.get("first_failure").asInt(), inputs.get("p").asDouble());

        assertThat(result.statistic()).isEqualTo(expected(each, "lr"), within(5e-5));
        assertThat(result.pValue()).isEqualTo(expected(each, "p_value"), within(5e-6));
    }

    @Test
    void binomial() {
        final JsonNode normal = only("binomial_z");
        final JsonNode n = normal.get("inputs");
        final TestResult result = Coverage.twoSidedNormal(
                n.get("x").asInt(), n.get("T").asInt(), n.get("p").asDouble());
        assertThat(result.statistic()).isEqualTo(expected(normal, "z"), within(5e-6));
        assertThat(result.pValue()).isEqualTo(expected(normal, "p_value"), within(5e-6));
        for (final JsonNode each : cases("binomial_tail")) {
            final JsonNode inputs = each.get("inputs");
            assertThat(Coverage.tail(
                            inputs.get("x").asInt(),
                            inputs.get("n").asInt(),
                            1 - inputs.get("level").asDouble()))
                    .isEqualTo(
                            expected(each, "probability"),
                            within(each.get("tolerance").asDouble()));
        }
    }

    @Test
    void jarqueBera() {
        final JsonNode each = only("jarque_bera");
        final JsonNode inputs = each.get("inputs");

        assertThat(JarqueBera.of(
                                inputs.get("skew").asDouble(),
                                inputs.get("kurtosis").asDouble(),
                                inputs.get("n").asInt())
                        .pValue())
                .isEqualTo(
                        expected(each, "p_value"), within(each.get("tolerance").asDouble()));
    }

    /** Simulated by their authors and by us, hence the tolerance: two standard errors of 10,000 paths. */
    @Test
    void acerbiSzekely() {
        final JsonNode each = only("es_z2_reference");
        final int days = each.get("inputs").get("observations").asInt();
        final double z2 = each.get("inputs").get("statistic").asDouble();
        final AcerbiSzekely.Simulated normal = AcerbiSzekely.simulate(TailLaw.NORMAL, days, 0.025, 10_000, 1);
        final AcerbiSzekely.Simulated student = AcerbiSzekely.simulate(TailLaw.STUDENT_3, days, 0.025, 10_000, 1);

        assertThat(normal.critical(0.01)).isEqualTo(expected(each, "critical_normal"), within(0.02));
        assertThat(normal.judge(z2).pValue()).isEqualTo(expected(each, "p_normal"), within(0.003));
        assertThat(student.critical(0.01)).isEqualTo(expected(each, "critical_t3"), within(0.03));
        assertThat(student.judge(z2).pValue()).isEqualTo(expected(each, "p_t3"), within(0.005));
    }

    private static TestResult kupiec(final JsonNode inputs) {
        return Kupiec.proportionOfFailures(
                inputs.get("x").asInt(),
                inputs.get("T").asInt(),
                inputs.get("p").asDouble());
    }

    private static double expected(final JsonNode each, final String name) {
        return each.get("expected").get(name).asDouble();
    }

    private static JsonNode only(final String name) {
        assertThat(cases(name)).hasSize(1);
        return cases(name).get(0);
    }

    private static JsonNode cases(final String name) {
        return group(name).get("cases");
    }

    private static JsonNode group(final String name) {
        for (final JsonNode group : groups) {
            if (group.get("group").asText().equals(name)) {
                return group;
            }
        }
        throw new AssertionError("no group " + name);
    }
}
