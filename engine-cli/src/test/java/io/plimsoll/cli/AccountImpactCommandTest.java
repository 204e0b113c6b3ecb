package io.plimsoll.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.config.YamlFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What another margin model would do to accounts, as the command line shows it. */
class AccountImpactCommandTest {
    @TempDir
    private static Path folder;

    private static PortfolioFixture venue;

    @BeforeAll
    static void write() {
        venue = PortfolioFixture.write(folder.resolve("j"));
    }

    private static CommandLineRun impact(final String... more) {
        return venue.run("account impact", more);
    }

    @Test
    void listsAccountsWithBothMarginsBeforeAndAfter() {
        final CommandLineRun run = impact("--param", "f_im=8", "--param", "f_mm=500%");

        assertThat(run.err()).isEmpty();
        assertThat(run.code()).isZero();
        assertThat(run.out().replaceAll("(state hash +)[0-9a-f]{16}", "$1HASH")).isEqualTo("""
                epoch              1
                sequence           818
                time               2023-03-01T00:13:38Z
                state hash         HASH
                at work            margin model 1 plimsoll v1, scenarios plimsoll v1
                instead            margin model 1 plimsoll v2, scenarios plimsoll v1
                in portfolio mode  2
                touched            2
                worse in status    1
                note               margin model 'plimsoll' must be loaded as version 2, for 1 is in force

                sums of accounts touched
                MARGIN          BEFORE       AFTER        RISE
                initial      36,331.57  254,658.79  218,327.22
                maintenance  28,040.64  159,036.98  130,996.33

                accounts touched
                ACCOUNT  MODEL  MARGIN EQUITY  IM BEFORE    IM AFTER     IM RISE  MM BEFORE   MM AFTER    MM RISE  STATUS  STATUS AFTER
                      7      1      86,816.80  15,274.62   97,816.06   82,541.44  11,063.29  60,588.16  49,524.87  NORMAL  NO_NEW_RISK
                      8      1     504,608.20  21,056.95  156,842.73  135,785.78  16,977.36  98,448.82  81,471.47  NORMAL  the same
                """);
    }

    @Test
    void jsonAndCsvAreExact() {
        assertThat(impact("--param", "f_im=8", "--param", "f_mm=5", "--format", "json")
                        .out()
                        .replaceAll("(\"state_hash\" : \")[0-9a-f]{16}", "$1HASH"))
                .isEqualTo("""
                {
                  "epoch" : 1,
                  "sequence" : 818,
                  "time" : "2023-03-01T00:13:38Z",
                  "state_hash" : "HASH",
                  "at_work" : "margin model 1 plimsoll v1, scenarios plimsoll v1",
                  "instead" : "margin model 1 plimsoll v2, scenarios plimsoll v1",
                  "in_portfolio_mode" : 2,
                  "touched" : 2,
                  "worse_in_status" : 1,
                  "note" : "margin model 'plimsoll' must be loaded as version 2, for 1 is in force",
                  "sums_of_accounts_touched" : [ {
                    "margin" : "initial",
                    "before" : "36331.565098",
                    "after" : "254658.785958",
                    "rise" : "218327.220860"
                  }, {
                    "margin" : "maintenance",
                    "before" : "28040.644502",
                    "after" : "159036.977018",
                    "rise" : "130996.332516"
                  } ],
                  "accounts" : [ {
                    "account" : 7,
                    "mode" : "PORTFOLIO",
                    "model" : 1,
                    "margin_equity" : "86816.800000",
                    "initial_before" : "15274.615879",
                    "initial_after" : "97816.059619",
                    "initial_rise" : "82541.443740",
                    "maintenance_before" : "11063.288915",
                    "maintenance_after" : "60588.155159",
                    "maintenance_rise" : "49524.866244",
                    "status_before" : "NORMAL",
                    "status_after" : "NO_NEW_RISK",
                    "worse" : true
                  }, {
                    "account" : 8,
                    "mode" : "PORTFOLIO",
                    "model" : 1,
                    "margin_equity" : "504608.200000",
                    "initial_before" : "21056.949219",
                    "initial_after" : "156842.726339",
                    "initial_rise" : "135785.777120",
                    "maintenance_before" : "16977.355587",
                    "maintenance_after" : "98448.821859",
                    "maintenance_rise" : "81471.466272",
                    "status_before" : "NORMAL",
                    "status_after" : "NORMAL",
                    "worse" : false
                  } ]
                }
                """);
        assertThat(impact("--param", "f_im=8", "--param", "f_mm=5", "--format", "csv")
                        .out())
                .isEqualTo("""
                account,mode,model,margin_equity,initial_before,initial_after,initial_rise,maintenance_before,maintenance_after,maintenance_rise,status_before,status_after,worse
                7,PORTFOLIO,1,86816.800000,15274.615879,97816.059619,82541.443740,11063.288915,60588.155159,49524.866244,NORMAL,NO_NEW_RISK,true
                8,PORTFOLIO,1,504608.200000,21056.949219,156842.726339,135785.777120,16977.355587,98448.821859,81471.466272,NORMAL,NORMAL,false
                """);
    }

    @Test
    void aModelOfAFileIsLoadedAndAnAccountIsAsItWas() throws IOException {
        final Path file = folder.resolve("newer.yaml");
        Files.writeString(
                file,
                YamlFile.shipped("models/plimsoll.yaml")
                        .text()
                        .replace("version: 1\n", "version: 2\n")
                        .replace("f_im: 1\n", "f_im: 2\n"));
        final String out = impact("--model", file.toString(), "--at-seq", String.valueOf(venue.traded()))
                .out();

        assertThat(out)
                .contains("sequence           " + venue.traded() + "\n")
                .contains("at work            margin model 1 plimsoll v1, scenarios plimsoll v1\n")
                .contains("instead            margin model 1 plimsoll v2, scenarios plimsoll v1\n")
                .doesNotContain("must be loaded");
    }

    @Test
    void whatTouchesNobodyIsAnAnswerToo() {
        final CommandLineRun run = impact("--param", "d=0.7");

        assertThat(run.code()).isZero();
        assertThat(run.out()).contains("touched            0\n").endsWith("\naccounts touched\n(none)\n");
    }

    @Test
    void mistakesAreNamed() throws IOException {
        assertThat(impact().err()).isEqualTo("""
                        error: there is nothing to change; --model, --param or --scenarios says what
                        try 'plimsoll account impact --help'
                        """);
        assertThat(impact("--model", "plimsol").err())
                .startsWith("error: --model is 'plimsol': there is no such file, and no such margin model ships; those"
                        + " that do: plimsoll, pmrm2, ")
                .contains("; did you mean 'plimsoll'?\n");
        assertThat(impact("--scenarios", "real.yaml").err())
                .startsWith(
                        "error: --scenarios is 'real.yaml': there is no such file, and no such scenario set ships;");
        assertThat(impact("--as", "2", "--model", "plimsoll").err())
                .isEqualTo("error: there is no margin model 2 at work; there are: 1 plimsoll\n");
        assertThat(impact("--as", "2", "--param", "d=1").err())
                .isEqualTo("error: there is no margin model 2 at work, of which a parameter could be another\n");
        assertThat(impact("--scenarios", "pmrm2").err())
                .isEqualTo("error: scenario set 'pmrm2' does not fit margin model 1, 'plimsoll'; --model names one that"
                        + " does\n");
        final Path file = folder.resolve("wrong.yaml");
        Files.writeString(file, YamlFile.shipped("models/plimsoll.yaml").text().replace("f_im: 1\n", "f_im: one\n"));
        final CommandLineRun wrong = impact("--model", file.toString());
        assertThat(wrong.err()).startsWith("error: " + file + ":");
        assertThat(wrong.code()).isEqualTo(2);
        assertThat(impact("--param", "f_ym=2").err()).contains("there is no parameter 'f_ym'; did you mean 'f_im'?");
    }
}
