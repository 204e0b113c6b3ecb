package io.plimsoll.lab.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.plimsoll.lab.tape.DataFolder;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The folder of published cases, where it is there. */
class PublishedCasesTest {
    private static List<SuiteReport> reports;

    @BeforeAll
    static void run() {
        final Optional<Path> folder = DataFolder.casesFrom(Path.of(""));
        Assumptions.assumeTrue(folder.isPresent(), "there is no folder of published cases");
        reports = Conformance.run(folder.get(), Set.of());
    }

    private static SuiteReport of(final String suite) {
        return reports.stream()
                .filter(report -> report.suite().equals(suite))
                .findFirst()
                .orElseThrow();
    }

    @ParameterizedTest
    @CsvSource({
        "derive_pmrm2, 69, 1e-8",
        "deribit_pm, 1, 1e-9",
        "black_scholes_haug, 28, 1e-4",
        "black_scholes_table, 51, 2e-6",
        "black76, 12, 1e-6",
        "position_accounting, 16, 0.005",
        "var_es_theory, 18, 0.1",
        "derive_srm, 35, 1e-9",
        "okx_pm, 3, 1e-9",
        "span_example, 5, 5",
        "drift_margin, 20, 1",
        "dydx_margin, 39, 1",
        "mango_health, 14, 0.1",
        "exchange_core_risk, 3, 1e-12",
        "vega_margin_funding, 8, 1e-6",
        "derive_liquidation_funding, 4, 1e-12",
        "liquidation_price, 4, 1e-6",
        "venue_worked_examples, 29, 1"
    })
    void everyCaseOfASupportedSuitePasses(final String suite, final int cases, final double largest) {
        final SuiteReport report = of(suite);

        assertThat(report.failures()).isEmpty();
        assertThat(report.passed()).isGreaterThanOrEqualTo(cases);
        assertThat(report.failed()).isZero();
        assertThat(report.maxError()).isNotNegative().isLessThan(largest);
    }

    @Test
    void whatIsNotSupportedInASupportedSuiteIsNamed() {
        assertThat(of("dydx_margin").unsupported())
                .extracting(SuiteReport.Unsupported::what, SuiteReport.Unsupported::cases)
                .containsExactly(tuple("dydx-margin-07", 1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"backtesting", "derive_pmrm1", "drift_liquidation"})
    void anotherSuiteIsUnsupportedWithItsCasesAndAReason(final String suite) {
        final SuiteReport report = of(suite);

        assertThat(report.passed() + report.failed()).isZero();
        assertThat(report.unsupportedCases()).isPositive();
        assertThat(report.unsupported())
                .singleElement()
                .satisfies(all -> assertThat(all.reason()).contains(" not ").endsWith(" yet"));
    }
}
