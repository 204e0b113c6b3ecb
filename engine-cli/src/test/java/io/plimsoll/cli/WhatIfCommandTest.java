package io.plimsoll.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Margins of a portfolio in a file. */
class WhatIfCommandTest {
    private static final String EXAMPLE = "../config/examples/portfolio.yaml";
    private static final String CHAIN = """
            instrument_name,type,expiry_date,strike,T_years,S0,market_price_btc,mark_iv
            BTC-26DEC25-90000-C,call,26DEC25,90000,0.06,92000,0.06,50
            BTC-26DEC25-90000-P,put,26DEC25,90000,0.06,92000,0.0383,50
            BTC-26DEC25-100000-C,call,26DEC25,100000,0.06,92000,0.018,48
            """;

    @TempDir
    private Path folder;

    private static CommandLineRun whatIf(final String words) {
        return CommandLineRun.of(("what-if " + words).split(" ", -1));
    }

    @Test
    void theExampleIsShownWithItsTree() {
        final CommandLineRun run = whatIf(EXAMPLE + " --explain");
        final List<String> lines = run.out().lines().toList();

        assertThat(run.err()).isEmpty();
        assertThat(run.code()).isZero();
        assertThat(lines).hasSizeLessThan(80);
        assertThat(lines.get(0)).isEqualTo("time           2026-11-20T08:00:00Z");
        assertThat(run.out())
                .contains(
                        "\nMODEL     PORTFOLIO  INITIAL MARGIN  MAINTENANCE MARGIN      EQUITY  FREE MARGIN  BINDING\n",
                        "\nplimsoll  as is ",
                        "\ninitial margin ",
                        "\n  > of risk and add-ons ",
                        "BTC-25DEC26-80000-P x -3 ",
                        "\nmaintenance margin ");
    }

    @Test
    void modelsStandSideBySideBeforeAndAfterAShock() {
        final CommandLineRun run =
                whatIf(EXAMPLE + " --model plimsoll,pmrm2 --spot -10% --vol +20% --days 1 --format csv");
        final List<String> lines = run.out().lines().toList();

        assertThat(run.code()).isZero();
        assertThat(lines).hasSize(5);
        assertThat(lines.get(1)).startsWith("plimsoll,as is,");
        assertThat(lines.get(2)).startsWith("plimsoll,what if,");
        assertThat(lines.get(4)).startsWith("pmrm2,what if,");
    }

    @Test
    void jsonHasEveryNodeAndItsAmountsAreExact() throws IOException {
        final JsonNode answer = new ObjectMapper()
                .readTree(whatIf(EXAMPLE + " --leg BTC-PERP:1 --format json").out());
        final JsonNode model = answer.get("models").get(0);
        final JsonNode initial = model.get("tree").get(model.get("tree").size() - 1);

        assertThat(answer.get("before")).hasSize(1);
        assertThat(initial.get("name").asText()).isEqualTo("initial margin");
        assertThat(initial.get("amount")).isEqualTo(model.get("initial_margin"));
        BigDecimal sum = BigDecimal.ZERO;
        for (final JsonNode share : answer.get("risk").get("es_97_5_shares")) {
            sum = sum.add(new BigDecimal(share.get("share").asText()));
        }
        assertThat(sum).isEqualByComparingTo(answer.get("risk").get("es_97_5").asText());
    }

    @Test
    void theTreeAsCsvHasARowANode() {
        final List<String> lines =
                whatIf(EXAMPLE + " --explain --format csv").out().lines().toList();

        assertThat(lines.get(0)).isEqualTo("model,node,parent,kind,label,amount,formula,binds,scenario,stands_for");
        assertThat(lines.size()).isGreaterThan(50);
        assertThat(lines).anyMatch(line -> line.contains(",same,risk,"));
    }

    @Test
    void aParameterChangesTheMargin() {
        final String asItIs = whatIf(EXAMPLE + " --format csv").out();

        assertThat(whatIf(EXAMPLE + " --set rho=50% --format csv").out()).isNotEqualTo(asItIs);
        assertThat(whatIf(EXAMPLE + " --set rho=0.35 --format csv").out()).isEqualTo(asItIs);
    }

    @Test
    void aChainIsAMarketForLegsAndForACsvFile() throws IOException {
        final Path chain = Files.writeString(folder.resolve("chain.csv"), CHAIN);
        final Path positions =
                Files.writeString(folder.resolve("p.csv"), "instrument,quantity\nBTC-26DEC25-100000-C,-3\n");

        final CommandLineRun legs =
                whatIf("--chain " + chain + " --cash 100000 --leg BTC-26DEC25-100000-C:-3 --format csv");
        final CommandLineRun csv = whatIf(positions + " --chain " + chain + " --cash 104968 --format csv");

        assertThat(legs.code()).isZero();
        assertThat(legs.out().lines().toList().get(1)).startsWith("plimsoll,as is,");
        assertThat(legs.out().split(",", -1)[11]).isEqualTo(csv.out().split(",", -1)[11]);
    }

    @Test
    void aFolderGetsAPageAndAPictureAFile() throws IOException {
        final Path out = folder.resolve("new").resolve("what-if");

        final CommandLineRun run = whatIf(EXAMPLE + " --spot -5% --underlying BTC --format csv -o " + out);

        assertThat(run.code()).isZero();
        assertThat(run.err()).isEqualTo("report: " + out.resolve("report.html") + "\n");
        assertThat(run.out())
                .isEqualTo(whatIf(EXAMPLE + " --spot -5% --format csv").out());
        assertThat(out)
                .isDirectoryContaining("glob:**/report.html")
                .isDirectoryContaining("glob:**/surface-pnl.svg")
                .isDirectoryContaining("glob:**/surface-margin.svg")
                .isDirectoryContaining("glob:**/scenarios.svg")
                .isDirectoryContaining("glob:**/tail.svg");
        assertThat(Files.readString(out.resolve("surface-pnl.svg"))).contains("move of the BTC price, %");
        assertThat(Files.readString(out.resolve("report.html")))
                .contains("<h1>What-if: portfolio.yaml, prices -5%, volatilities 0%, 0 days</h1>")
                .contains("<td class=\"text\">as is</td>", "<td class=\"text\">what if</td>");
    }

    @Test
    void theApproximationStandsBesideTheFullRevaluation() throws IOException {
        final JsonNode answer =
                new ObjectMapper().readTree(whatIf(EXAMPLE + " --format json").out());

        assertThat(answer.get("approximation").get("method").asText())
                .isEqualTo("delta-gamma-vega with Cornish-Fisher");
        assertThat(whatIf(EXAMPLE).out())
                .contains(
                        "\nvar            97.5 %: 3,629.46, 99 %: 6,993.29\n",
                        "\napproximation  var 97.5 %: 7,902.66, 99 %: 9,599.31, by delta-gamma-vega with Cornish-Fisher\n");
    }

    /** One row a mistake: what was typed, then the answer. */
    @ParameterizedTest
    @CsvSource(
            delimiterString = " => ",
            quoteCharacter = '`',
            value = {
                "--cash 5 => error: there is no market; give a FILE with one, --account ID or --chain FILE",
                "EXAMPLE --account 7 => error: --account gives market and portfolio; leave FILE and --chain out",
                "EXAMPLE --journal j => error: --journal says where an account is; --account ID says which",
                "--at-seq 5 => error: --at-seq says where an account is; --account ID says which",
                "--account seven => error: Invalid value for option '--account': 'seven' is not a whole number, or is too large",
                "no.yaml => error: no.yaml: no such file",
                "no.csv => error: 'no.csv' has positions only; --chain FILE gives the market",
                "--chain no.csv => error: no.csv: no such file",
                "EXAMPLE --chain no.csv => error: both FILE and --chain give a market; a CSV file has positions only",
                "EXAMPLE --model plimsol => error: --model: no margin model 'plimsol'; there are: plimsoll, pmrm2, deribit, okx, span, standard,"
                        + " tiered-binance, tiered-drift, tiered-dydx, tiered-hyperliquid, tiered-mango, tiered-synthetix,"
                        + " tiered-vega, by-side; did"
                        + " you mean 'plimsoll'?",
                "EXAMPLE --set dd=1 => error: --set: no parameter 'dd' in plimsoll; there are: d, level, rho, f_im, f_mm",
                "EXAMPLE --set d=x => error: --set d is 'x'; allowed: a number such as 0.8, or a share such as 80%",
                "EXAMPLE --spot 10 => error: --spot is '10'; allowed: a share such as -10%",
                "EXAMPLE --spot -100% => error: a move of the spot by -100 %; allowed: above -100 %, up to +500 %",
                "EXAMPLE --days 40 => error: BTC-25DEC26-100000-C expires at 2026-12-25T08:00:00Z, before the time asked for,"
                        + " 2026-12-30T08:00:00Z; settlement is not part of a what-if",
                "EXAMPLE --set d=5 => error: model plimsoll cannot be used with such parameters: a share of 5000000000000000 x"
                        + " 10^-15 is not within [0, 1]",
                "EXAMPLE --underlying BTC => error: --underlying is about the pictures; -o DIR says where to write them",
                "EXAMPLE --underlying BTX -o target/none => error: the market has no underlying 'BTX'; there are: BTC, ETH; did"
                        + " you mean 'BTC'?",
                "EXAMPLE -o ../config/examples/portfolio.yaml => error: -o is '../config/examples/portfolio.yaml', which is a"
                        + " file; allowed: a folder",
                "EXAMPLE --days -1 => error: --days is -1; allowed: from 0",
                "EXAMPLE --depth 0 => error: --depth is 0; allowed: from 1",
                "EXAMPLE --leg XRP-PERP:1 => error: the market has no underlying 'XRP'; there are: BTC, ETH",
                "EXAMPLE --leg BTC-25DEC62-100000-C:1 => error: BTC has no expiry '25DEC62'; there are: 25DEC26, 26MAR27; did you"
                        + " mean '25DEC26'?",
                "EXAMPLE --leg BTC-PERP => error: 'BTC-PERP' has no quantity; allowed: INSTRUMENT:QUANTITY, such as BTC-PERP:-2,"
                        + " with @ENTRY if it has another price than now",
            })
    void namesTheMistake(final String typed, final String error) {
        final CommandLineRun run = whatIf(typed.replace("EXAMPLE", EXAMPLE));

        assertThat(run.err().lines().findFirst().orElse("")).isEqualTo(error);
        assertThat(run.out()).isEmpty();
        assertThat(run.code()).isEqualTo(2);
    }
}
