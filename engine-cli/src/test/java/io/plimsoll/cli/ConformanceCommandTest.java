package io.plimsoll.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Published cases on the command line, with small files made by hand. */
class ConformanceCommandTest {
    private static final String UPDATE =
            "{'id': '%s', 'inputs': {'lambda': 0.5, 'vol': 0, 'return': 2}, 'expected': {'variance': %s}}";

    @TempDir
    private Path folder;

    @BeforeEach
    void writeFiles() throws IOException {
        write(
                "theory.json",
                "var_es_theory",
                "'groups': [{'group': 'ewma_update', 'cases': [" + UPDATE.formatted("a", "2") + "]}]");
        write("pmrm1.json", "derive_pmrm1", "'cases': [{}, {}]");
    }

    private void write(final String name, final String suite, final String body) throws IOException {
        final String json = "{'schema': 'margin-cases/1', 'suite': '" + suite + "',\n" + body + "}";
        Files.writeString(folder.resolve(name), json.replace('\'', '"'));
    }

    private CommandLineRun run(final String... more) {
        final String[] args = new String[more.length + 3];
        args[0] = "conformance";
        args[1] = "--cases";
        args[2] = folder.toString();
        System.arraycopy(more, 0, args, 3, more.length);
        return CommandLineRun.of(args);
    }

    private void makeOneDiffer() throws IOException {
        write(
                "theory.json",
                "var_es_theory",
                "'groups': [{'group': 'ewma_update', 'cases': [" + UPDATE.formatted("a", "2") + ", "
                        + UPDATE.formatted("b", "2.5") + "]}]");
    }

    @Test
    void showsEverySuiteAndWhyOneIsNotRun() {
        final CommandLineRun run = run();

        assertThat(run.out()).isEqualTo("""
                        passed       1
                        failed       0
                        unsupported  2

                        suites
                        SUITE          PASSED  FAILED  UNSUPPORTED  MAX ERROR
                        derive_pmrm1        0       0            2          0
                        var_es_theory       1       0            0          0

                        groups
                        SUITE          GROUP        PASSED  FAILED  UNSUPPORTED  MAX ERROR
                        var_es_theory  ewma_update       1       0            0          0

                        unsupported
                        FILE        WHAT          CASES  REASON
                        pmrm1.json  derive_pmrm1      2  the preset pmrm1 is not there yet

                        failures
                        (none)
                        """);
        assertThat(run.err()).isEmpty();
        assertThat(run.code()).isZero();
    }

    @Test
    void whatDiffersIsNamedAndTheExitCodeSaysSo() throws IOException {
        makeOneDiffer();

        final CommandLineRun run = run("--suite", "var_es_theory");

        assertThat(run.out()).isEqualTo("""
                        passed       1
                        failed       1
                        unsupported  0

                        suites
                        SUITE          PASSED  FAILED  UNSUPPORTED  MAX ERROR
                        var_es_theory       1       1            0  5.0e-01

                        groups
                        SUITE          GROUP        PASSED  FAILED  UNSUPPORTED  MAX ERROR
                        var_es_theory  ewma_update       1       1            0  5.0e-01

                        unsupported
                        (none)

                        failures
                        FILE         CASE  QUANTITY  EXPECTED  ACTUAL
                        theory.json  b     variance       2.5       2
                        """);
        assertThat(run.code()).isEqualTo(3);
    }

    @Test
    void jsonHasOneObjectForEachSuite() throws IOException {
        makeOneDiffer();

        final CommandLineRun run = run("--format", "json");

        assertThat(run.out()).isEqualTo("""
                        {
                          "suites" : [ {
                            "suite" : "derive_pmrm1",
                            "passed" : 0,
                            "failed" : 0,
                            "unsupported" : 2,
                            "max_error" : 0.0,
                            "groups" : [ ],
                            "failures" : [ ]
                          }, {
                            "suite" : "var_es_theory",
                            "passed" : 1,
                            "failed" : 1,
                            "unsupported" : 0,
                            "max_error" : 0.5,
                            "groups" : [ {
                              "group" : "ewma_update",
                              "passed" : 1,
                              "failed" : 1,
                              "unsupported" : 0,
                              "max_error" : 0.5
                            } ],
                            "failures" : [ {
                              "file" : "theory.json",
                              "case" : "b",
                              "quantity" : "variance",
                              "expected" : "2.5",
                              "actual" : "2"
                            } ]
                          } ]
                        }
                        """);
        assertThat(run.code()).isEqualTo(3);
    }

    @Test
    void csvIsOneLineAValue() {
        assertThat(run("--suite", "derive_pmrm1", "--format", "csv").out())
                .startsWith(
                        "table,row,name,value\n,,passed,0\n,,failed,0\n,,unsupported,2\nsuites,1,suite,derive_pmrm1\n")
                .contains("unsupported,1,reason,the preset pmrm1 is not there yet\n");
    }

    @Test
    void aMalformedFileIsAnErrorWithThePlaceInIt() throws IOException {
        Files.writeString(folder.resolve("bad.json"), "{\"schema\": \"margin-cases/1\",\n  \"suite\": }");
        Files.writeString(folder.resolve("old.json"), "{\"schema\": \"margin-cases/0\"}");

        final CommandLineRun run = run();

        assertThat(run.err().lines())
                .satisfiesExactly(
                        line -> assertThat(line).startsWith("error: " + folder + "/bad.json:2:12: is not JSON: "),
                        line -> assertThat(line)
                                .isEqualTo("error: " + folder
                                        + "/old.json: 'schema' is 'margin-cases/0'; allowed: margin-cases/1"));
        assertThat(run.out()).isEmpty();
        assertThat(run.code()).isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource(
            delimiterString = " => ",
            quoteCharacter = '`',
            value = {
                "--suite var_es_teory => error: no suite is called 'var_es_teory'; did you mean 'var_es_theory'?",
                "--suite black76 => error: '%s' has no file of the suite 'black76'",
                "--suit black76 => error: 'plimsoll conformance' has no option '--suit'; did you mean '--suite'?",
                "--format xml => error: Invalid value for option '--format': 'xml' is not one of table, json, csv"
            })
    void namesTheMistake(final String typed, final String error) {
        final CommandLineRun run = run(typed.split(" ", -1));

        assertThat(run.err().lines().findFirst().orElse("")).isEqualTo(error.formatted(folder));
        assertThat(run.code()).isEqualTo(2);
    }

    @Test
    void aMissingFolderIsAnError() {
        final CommandLineRun run = CommandLineRun.of("conformance", "--cases", "/nope");

        assertThat(run.err()).isEqualTo("error: '/nope' is not a folder with case files\n");
        assertThat(run.code()).isEqualTo(2);
    }
}
