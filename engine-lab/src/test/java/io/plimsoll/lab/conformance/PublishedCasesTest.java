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
        assertThat(report.all().passed()).isGreaterThanOrEqualTo(cases);
        assertThat(report.all().failed()).isZero();
        assertThat(report.all().maxError()).isNotNegative().isLessThan(largest);
    }

    /** What orders, collateral weights, borrowing and funding are about. */
    @ParameterizedTest
    @CsvSource({
        "drift_margin, size_dependent_weights, 8",
        "drift_margin, deposit_scaled_initial_weight, 2",
        "drift_margin, unrealised_pnl_weight, 4",
        "drift_margin, spot_open_orders_worst_case, 2",
        "drift_margin, user_custom_leverage_cap, 3",
        "drift_margin, bounded_payoff_market, 1",
        "dydx_margin, maintenance_margin_ppm, 4",
        "dydx_margin, initial_margin_quote_quantums, 5",
        "dydx_margin, open_interest_scaled_imf_ppm, 4",
        "dydx_margin, margin_requirements, 6",
        "dydx_margin, net_notional, 2",
        "dydx_margin, account_net_collateral_and_margin, 7",
        "dydx_margin, funding_rate_clamp_ppm, 4",
        "dydx_margin, funding_settlement_ppm, 7",
        "mango_health, cases, 12",
        "mango_health, stable_price_cases, 2",
        "vega_margin_funding, margin_cases, 3",
        "vega_margin_funding, funding_margin_cases, 2",
        "vega_margin_funding, twap_cases, 1",
        "vega_margin_funding, funding_rate_cases, 2",
        "derive_liquidation_funding, funding_cases, 4",
        "venue_worked_examples, order_margin_open_size, 1",
        "venue_worked_examples, order_risk_check, 1",
        "venue_worked_examples, position_limit, 1",
        "venue_worked_examples, price_band, 1",
        "venue_worked_examples, funding_index, 1",
        "venue_worked_examples, funding_rate_clamp, 1",
        "venue_worked_examples, portfolio_borrowing, 2"
    })
    void everyCaseOfAGroupPasses(final String suite, final String group, final int cases) {
        final Tally tally = of(suite).groups().get(group);

        assertThat(tally.passed()).isGreaterThanOrEqualTo(cases);
        assertThat(tally.failed()).isZero();
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

        assertThat(report.all().passed() + report.all().failed()).isZero();
        assertThat(report.all().unsupported()).isPositive();
        assertThat(report.unsupported())
                .singleElement()
                .satisfies(all -> assertThat(all.reason()).contains(" not ").endsWith(" yet"));
    }
}
