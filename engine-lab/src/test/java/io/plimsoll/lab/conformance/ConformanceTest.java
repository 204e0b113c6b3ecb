package io.plimsoll.lab.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Files made by hand: what differs, what cannot be read, what is not run. */
class ConformanceTest {
    private static final String FORWARD = "'inputs': {'forward': 100, 'strike': 100, 'r': 0.02, 't': 0.5, 'vol': 0.2";

    @TempDir
    private Path folder;

    private SuiteReport run(final String suite, final String body) throws IOException {
        write(suite + ".json", "{'schema': 'margin-cases/1', 'suite': '" + suite + "', " + body + "}");
        return Conformance.run(folder, Set.of()).get(0);
    }

    private void write(final String name, final String json) throws IOException {
        Files.writeString(folder.resolve(name), json.replace('\'', '"'));
    }

    @Test
    void aNumberThatDiffersIsNamedWithWhatIsExpected() throws IOException {
        final SuiteReport report = run(
                "black76",
                "'price_cases': [{'id': 'a', " + FORWARD + ", 'type': 'call'}, 'expected': {'price': 5.6}},"
                        + "{'id': 'b', " + FORWARD + ", 'type': 'put'}, 'expected': {'price': '5.581106724604812'}}]");

        assertThat(report.all().passed()).isEqualTo(1);
        assertThat(report.all().failed()).isEqualTo(1);
        assertThat(report.failures())
                .containsExactly(new SuiteReport.Failure("black76.json", "a", "price", "5.6", "5.581106724604812"));
        assertThat(report.all().maxError()).isEqualTo(5.6 - 5.581106724604812, within(1e-15));
    }

    @Test
    void aCaseThatCannotBeReadFailsAloneAndSaysWhy() throws IOException {
        final SuiteReport report = run(
                "black76",
                "'price_cases': [{'id': 'no-type', " + FORWARD + "}, 'expected': {'price': 1}},"
                        + "{'id': 'no-inputs', 'expected': {'price': 1}},"
                        + "{'id': 'nothing', " + FORWARD + ", 'type': 'call'}, 'expected': {}},"
                        + "{" + FORWARD.replace("0.5", "'soon'") + ", 'type': 'call'}, 'expected': {'price': 1}},"
                        + "{'id': 'below-zero', " + FORWARD.replace("'strike': 100", "'strike': -1")
                        + ", 'type': 'call'}, 'expected': {'price': 1}},"
                        + "{'id': 'good', " + FORWARD + ", 'type': 'call'}, 'expected': {'price': 5.581106724604812}},"
                        + "7]");

        assertThat(report.all().passed()).isEqualTo(1);
        assertThat(report.failures())
                .extracting(SuiteReport.Failure::id, SuiteReport.Failure::actual)
                .containsExactly(
                        tuple("no-type", "'type' is missing"),
                        tuple("no-inputs", "'inputs' is missing"),
                        tuple("nothing", "the case expects nothing that is known"),
                        tuple("price_cases[3]", "'t' is not a number: \"soon\""),
                        tuple("below-zero", "the result is not a number: NaN"),
                        tuple("price_cases[6]", "'inputs' is missing"));
    }

    @Test
    void whatIsNotEnforcedIsNotRun() throws IOException {
        final SuiteReport report = run(
                "var_es_theory",
                "'groups': [{'group': 'ewma_update', 'enforced': false, 'cases': [{'id': 'a'}, {'id': 'b'}]},"
                        + "{'group': 'ewma_update', 'cases': [{'id': 'c', 'enforced': false},"
                        + "{'id': 'd', 'inputs': {'lambda': 0.5, 'vol': 0, 'return': 2}, 'expected': {'variance': 2}}]},"
                        + "{'group': 'copulas', 'cases': [{'id': 'e'}]}]");

        assertThat(report.all().passed()).isEqualTo(1);
        assertThat(report.all().failed()).isZero();
        assertThat(report.unsupported())
                .containsExactly(
                        new SuiteReport.Unsupported("var_es_theory.json", "ewma_update", 2, "not enforced"),
                        new SuiteReport.Unsupported("var_es_theory.json", "c", 1, "not enforced"),
                        new SuiteReport.Unsupported(
                                "var_es_theory.json", "copulas", 1, "no group of the suite has this name"));
    }

    @Test
    void aSuiteThatNobodyKnowsIsUnsupportedWithItsCases() throws IOException {
        final SuiteReport report = run(
                "blak76",
                "'cases': [{}, {}], 'greek_case': {}, 'groups': {'x': {'rows': [[1], [2]]}, 'y': {'path': 'z'}}");

        assertThat(report.unsupported())
                .containsExactly(new SuiteReport.Unsupported(
                        "blak76.json", "blak76", 5, "no suite has this name; did you mean 'black76'?"));
    }

    @Test
    void aStepAfterWhichTheEngineStandsOtherwiseIsNamed() throws IOException {
        final SuiteReport report = run(
                "exchange_core_risk",
                "'instruments': {'USD_JPY': {'type': 'future', 'base_scale': 100000, 'quote_scale': 10,"
                        + "'margin_buy': 5000, 'margin_sell': 6000, 'taker_fee': 3, 'maker_fee': 2}},"
                        + "'cases': [{'id': 'a', 'steps': [{'actor': 'A', 'action': 'deposit JPY 6000'},"
                        + "{'actor': 'A', 'action': 'ASK 2 @ 10770 GTC on USD_JPY', 'expect': 'RISK_NSF'},"
                        + "{'actor': 'A', 'action': 'BID 1 @ 10770 GTC on USD_JPY', 'expect': 'accepted',"
                        + "'balances': {'JPY': 5999}},"
                        + "{'actor': 'A', 'action': 'ASK 1 @ 10770 GTC on USD_JPY', 'expect': 'RISK_NSF'}]},"
                        + "{'id': 'b', 'steps': [{'actor': 'A', 'action': 'BID 1 @ 10770 GTC on USD_JPY'},"
                        + "{'actor': 'A', 'action': 'wait'}]}]");

        assertThat(report.all().passed()).isZero();
        assertThat(report.failures())
                .extracting(SuiteReport.Failure::id, SuiteReport.Failure::quantity, SuiteReport.Failure::actual)
                .containsExactly(
                        tuple("a", "step 3: JPY", "6E+3"),
                        tuple("a", "step 4: order", "NONE"),
                        tuple("b", "step 1: order", "INSUFFICIENT_MARGIN"),
                        tuple("b", "case", "'action' is 'wait', which is none that is known"));
    }

    @Test
    void gainsAtDeribitCountByTheirShareInCoin() throws IOException {
        final SuiteReport report = run(
                "deribit_pm",
                "'cases': [{'id': 'short', 'inputs': {'positions': [{'instrument': 'BTC-PERPETUAL', 'size_coin': -2},"
                        + "{'instrument': 'BTC-1', 'size_coin': 1}], 'price_moves': [-0.2, 0, 0.25], 'pnl_offset': 0.6,"
                        + "'roll_shock_rate': 0.005}, 'expected': {'scenario_pnl': {'BTC-1': [-0.25, 0, 0.2]},"
                        + "'aggregated': [0.15, 0, -0.2], 'worst_case': 0.2, 'roll_shock': 0.015,"
                        + "'risk_matrix_margin': 0.215, 'initial_margin': 0.215, 'maintenance_margin': 0.172}},"
                        + "{'id': 'money', 'inputs': {'settlement': 'USDC (linear)'}, 'expected': {}}]");

        assertThat(report.failures()).isEmpty();
        assertThat(report.all().passed()).isEqualTo(1);
        assertThat(report.unsupported())
                .extracting(SuiteReport.Unsupported::what)
                .containsExactly("money");
    }

    @Test
    void anAveragePriceOfNoPositionFailsTheCase() throws IOException {
        final SuiteReport report = run(
                "position_accounting",
                "'sequences': [{'id': 'flat', 'inputs': {'contract': 'linear', 'fills': [{'qty': 1, 'price': 5},"
                        + "{'qty': -1, 'price': 6}]}, 'expected_after_each_fill': [null,"
                        + "{'size': 0, 'realised': 1, 'avg_price': 5}]},"
                        + "{'id': 'other', 'inputs': {'contract': 'cubic', 'fills': []}, 'expected_after_each_fill': []},"
                        + "{'id': 'long', 'inputs': {'contract': 'linear', 'fills': []},"
                        + "'expected_after_each_fill': [null]}]");

        assertThat(report.failures())
                .extracting(SuiteReport.Failure::id, SuiteReport.Failure::quantity, SuiteReport.Failure::actual)
                .containsExactly(
                        tuple("flat", "after fill 2: avg_price", "no position"),
                        tuple("other", "case", "'contract' is 'cubic'; allowed: linear, inverse"),
                        tuple("long", "case", "1 results are expected of 0 fills"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiterString = " => ",
            quoteCharacter = '`',
            value = {
                "{'schema': 'margin-cases/1', => a.json:1:29: is not JSON: Unexpected end-of-input",
                "{'suite': 'x', 'suite': 'y'} => a.json:1:23: is not JSON: Duplicate field 'suite'",
                "[] => a.json: is not a JSON object",
                "{'suite': 'x'} => a.json: 'schema' is missing",
                "{'schema': 'margin-cases/2', 'suite': 'x'} => a.json: 'schema' is 'margin-cases/2'; allowed: margin-cases/1",
                "{'schema': 'margin-cases/1'} => a.json: 'suite' is missing",
                "{'schema': 'margin-cases/1', 'suite': 'x', 'cases': {}} => a.json: 'cases' is not a list"
            })
    void aMalformedFileIsNamedWithThePlace(final String json, final String problem) throws IOException {
        write("a.json", json);

        assertThatThrownBy(() -> Conformance.run(folder, Set.of()))
                .isInstanceOf(CaseException.class)
                .hasMessageStartingWith(folder + "/" + problem);
    }

    @Test
    void aFolderWithoutCasesIsRefused() throws IOException {
        Files.writeString(folder.resolve("README.md"), "cases");

        assertThatThrownBy(() -> Conformance.run(folder, Set.of()))
                .hasMessage("'" + folder + "' has no case file; their names end in .json");
        assertThatThrownBy(() -> Conformance.run(folder.resolve("none"), Set.of()))
                .hasMessage("'" + folder.resolve("none") + "' is not a folder with case files");
    }
}
