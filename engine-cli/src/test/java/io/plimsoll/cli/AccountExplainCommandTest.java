package io.plimsoll.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.plimsoll.sbe.MarginMode;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where the figures of an account come from, as the command line shows it. */
class AccountExplainCommandTest {
    private static final String EXPLAINED = """
            epoch                       1
            sequence                    818
            time                        2023-03-01T00:13:38Z
            state hash                  HASH
            account                     7
            mode                        PORTFOLIO
            status                      NORMAL
            margined by                 plimsoll v1, scenarios plimsoll v1
            margin equity               86,816.80
            net asset value             88,241.80
            initial margin              15,274.62
            initial margin with orders  15,274.62
            maintenance margin          11,063.29
            free margin                 71,542.18
            var                         97.5 %: 1,877.03, 99 %: 3,127.89
            shortfall                   97.5 %: 3,390.55, 99 %: 4,856.28

            equity
            ASSET       BALANCE    UNREALISED      VALUE    HAIRCUT  OPTION VALUE  MARGIN EQUITY
            USDC   68000.000000  -2900.000000  65,100.00       0.00     -5,358.20      59,741.80
            BTC      0.50000000    0.00000000  28,500.00  -1,425.00          0.00      27,075.00

            positions
            INSTRUMENT      LOTS    NOTIONAL  MARGINED BY  TIER  INITIAL MARGIN  MAINTENANCE MARGIN
            BTC-PERP        1000   57,000.00  scenarios       -               -                   -
            BTC-JUN23-70-C  -200  114,000.00  scenarios       -               -                   -
            TOY-PERP         400   20,000.00  tiers           1          400.00              200.00

            ladder
            STATUS       WHEN                 BELOW   DISTANCE
            NO_NEW_RISK  margin equity    15,274.62  71,542.18
            MARGIN_CALL  margin equity    13,168.95  73,647.85
            LIQUIDATION  margin equity    11,063.29  75,753.51
            BACKSTOP     margin equity     7,375.53  79,441.27
            BANKRUPT     net asset value       0.00  88,241.80

            greeks
            OF                         DELTA      GAMMA     VEGA  THETA    RHO
            BTC                    51,630.89  -1,705.47  -227.51  46.51  17.81
              BTC without expiry   85,500.00       0.00     0.00   0.00   0.00
              BTC-30JUN23         -33,869.11  -1,705.47  -227.51  46.51  17.81

            shares of the shortfall
            POSITION          QUANTITY      SHARE
            BTC-PERP              1000   4,364.36
            BTC-JUN23-70-C        -200  -1,730.99
            BTC             0.50000000     757.18

            initial margin                      15,274.62  sum of 3
              positions in scenarios            13,449.62  largest of 2: of risk and add-ons
                  maintenance margin            10,863.29
                > of risk and add-ons           13,449.62  sum of 3
                  risk                          11,791.63  largest of 3: stress
                      grid                      11,535.33
                      joint                      3,390.55
                    > stress                    11,791.63  0.35 x 33,690.38
                      worst loss                33,690.38  of 10: stress 1: price -47 %, volatility up
                        BTC-PERP x +1000       -26,790.00  profit
                        BTC x +0.5             -11,970.00  profit
                        BTC-JUN23-70-C x -200    5,069.62  profit
                  add-ons                        1,429.98  sum of 9
                    close-out                      114.00  0.002 x 57,000.00
                    option close-out               375.47  sum of 2
                      fee of BTC                    34.20  0.0003 x 114,000.00
                      spread of BTC                341.27  1.5 x 227.51
                    roll                           562.89  0.016619713977677 x 33,869.11
                    short options                  342.00  0.003 x 114,000.00
                    interest                        35.62  2 x 17.81
                    4 smaller ones                   0.00
                  initial add-ons                  228.00  sum of 6
                    short options                  228.00  0.002 x 114,000.00
                    5 smaller ones                   0.00
              TOY-PERP x +400                      400.00  schedule up to tier 1 on a notional of 20000
              collateral BTC                     1,425.00  initial haircut
            maintenance margin                  11,063.29  sum of 2
              positions in scenarios            10,863.29  sum of 2
                0.8 x risk                       9,433.31  0.8 x 11,791.63, as above
                add-ons                          1,429.98  as above
              TOY-PERP x +400                      200.00  schedule up to tier 1 on a notional of 20000
            """;

    @TempDir
    private static Path folder;

    private static PortfolioFixture venue;

    @BeforeAll
    static void write() {
        venue = PortfolioFixture.write(folder.resolve("j"));
    }

    private static CommandLineRun explain(final String... more) {
        return venue.run("account explain", more);
    }

    @Test
    void showsFiguresEquityPositionsLadderAndTheTree() {
        final CommandLineRun run = explain("7");

        assertThat(run.err()).isEmpty();
        assertThat(run.code()).isZero();
        assertThat(run.out().replaceAll("(state hash +)[0-9a-f]{16}", "$1HASH")).isEqualTo(EXPLAINED);
    }

    @Test
    void anAccountInCrossModeIsASumOfSchedules() {
        assertThat(explain("9").out())
                .contains("margined by                 schedules of tiers\n")
                .endsWith("""
                        initial margin      1,710.00  sum of 1
                          BTC-PERP x +1500  1,710.00  schedule up to tier 1 on a notional of 85500
                        maintenance margin    855.00  sum of 1
                          BTC-PERP x +1500    855.00  schedule up to tier 1 on a notional of 85500
                        """);
    }

    @Test
    void showsAnAccountAsItWas() {
        final CommandLineRun run = explain("7", "--at-seq", String.valueOf(venue.opened()));

        assertThat(run.out())
                .contains("margined by                 schedules of tiers\n")
                .endsWith("""
                        initial margin      1,500.00  sum of 1
                          collateral BTC    1,500.00  initial haircut
                        maintenance margin      0.00  sum of 0
                        """);
    }

    @Test
    void theTreeIsAsDeepAsAsked() {
        assertThat(explain("7", "--depth", "1").out()).endsWith("""

                        initial margin            15,274.62  sum of 3
                          positions in scenarios  13,449.62  largest of 2: of risk and add-ons
                          TOY-PERP x +400            400.00  schedule up to tier 1 on a notional of 20000
                          collateral BTC           1,425.00  initial haircut
                        maintenance margin        11,063.29  sum of 2
                          positions in scenarios  10,863.29  sum of 2
                          TOY-PERP x +400            200.00  schedule up to tier 1 on a notional of 20000
                        """);
        assertThat(explain("7", "--all").out().lines().count())
                .isGreaterThan(10 + explain("7").out().lines().count());
    }

    @ParameterizedTest
    @ValueSource(strings = {"7", "8", "9"})
    void theFiguresAreThoseOfAccountShow(final String account) throws IOException {
        final String shown =
                venue.run("account show", account, "--format", "json").out();
        final String explained = explain(account, "--format", "json").out();

        for (final List<String> names : List.of(
                List.of("margin_equity", "margin_equity"),
                List.of("net_asset_value", "net_asset_value"),
                List.of("initial_margin", "initial_margin_with_orders"),
                List.of("maintenance_margin", "maintenance_margin"),
                List.of("free_margin", "free_margin"))) {
            assertThat(new BigDecimal(text(explained, names.get(1))))
                    .as(names.get(0))
                    .isEqualByComparingTo(text(shown, names.get(0)));
        }
        assertThat(text(explained, "status")).isEqualTo(text(shown, "status"));
    }

    /** The price: 1 BTC by perpetual and 0.475 after the haircut, 3,000 lower, less what two short calls gain. */
    @Test
    void aChangeIsTakenApart() {
        final CommandLineRun run = explain("7", "--since-seq", String.valueOf(venue.traded()), "--format", "csv");

        assertThat(run.out()).isEqualTo("""
                        what,margin_equity,initial_margin,maintenance_margin
                        at sequence 811,79267.600000,15672.149731,11360.504272
                        trades and money,10000.000000,0.000000,0.000000
                        time,0.000000,0.000412,0.000164
                        prices,-2450.800000,-397.534690,-297.215664
                        volatilities,0.000000,0.000000,0.000000
                        parameters,0.000000,0.000000,0.000000
                        age of rows,0.000000,0.000228,0.000074
                        now,86816.800000,15274.615681,11063.288846
                        """);
        assertThat(explain("7", "--since-seq", String.valueOf(venue.traded())).out())
                .contains("""

                        changes
                        WHAT              MARGIN EQUITY  INITIAL MARGIN  MAINTENANCE MARGIN
                        at sequence 811       79,267.60       15,672.15           11,360.50
                        trades and money      10,000.00            0.00                0.00
                        time                       0.00            0.00                0.00
                        prices                -2,450.80         -397.53             -297.22
                        volatilities               0.00            0.00                0.00
                        parameters                 0.00            0.00                0.00
                        age of rows                0.00            0.00                0.00
                        now                   86,816.80       15,274.62           11,063.29
                        """);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 5, 790, 804, 807, 808, 809, 810, 811, 815, 817})
    void thePartsOfAChangeSumToItToTheLastUnit(final long since) {
        for (final String account : List.of("7", "8", "9")) {
            final List<String[]> rows = explain(account, "--since-seq", String.valueOf(since), "--format", "csv")
                    .out()
                    .lines()
                    .skip(1)
                    .map(line -> line.split(",", -1))
                    .toList();
            for (int column = 1; column <= 3; column++) {
                BigDecimal sum = BigDecimal.ZERO;
                for (final String[] row : rows.subList(0, rows.size() - 1)) {
                    sum = sum.add(new BigDecimal(row[column]));
                }
                assertThat(sum).isEqualByComparingTo(rows.get(rows.size() - 1)[column]);
            }
        }
    }

    @Test
    void anAccountThatWasNotThereYetStoodAtZero() {
        assertThat(explain("9", "--since-seq", "5", "--format", "csv").out()).startsWith("""
                        what,margin_equity,initial_margin,maintenance_margin
                        at sequence 5,0.000000,0.000000,0.000000
                        trades and money,20150.000000,1800.000000,900.000000
                        """);
    }

    @Test
    void jsonHasTheChangeToo() {
        assertThat(explain("9", "--since-seq", "811", "--format", "json").out()).contains("""
                          "change" : {
                            "since_sequence" : 811,
                            "before" : {
                              "margin_equity" : "20150",
                              "initial_margin" : "1800",
                              "maintenance_margin" : "900"
                            },
                            "after" : {
                              "margin_equity" : "15650",
                              "initial_margin" : "1710",
                              "maintenance_margin" : "855"
                            },
                            "parts" : [ {
                              "what" : "trades and money",
                              "margin_equity" : "0",
                        """);
    }

    /** What a source sends again is answered again and not booked again. */
    @Test
    void whatCameTwiceCountsOnce() {
        final Path twice = folder.resolve("twice");
        try (JournalFixture journal = new JournalFixture(twice, JournalFixture.LIMITS)) {
            journal.define(JournalFixture.MARKETS);
            journal.account(1, MarginMode.CROSS);
            journal.source(1);
            journal.depositTwice(1, 1, 5_000_000);
        }

        assertThat(CommandLineRun.of(
                                "account",
                                "explain",
                                "1",
                                "--since-seq",
                                "10",
                                "--format",
                                "csv",
                                "--journal",
                                twice.toString())
                        .out())
                .contains(
                        "\ntrades and money,5.000000,0.000000,0.000000\n", "\nage of rows,0.000000,0.000000,0.000000\n")
                .endsWith("\nnow,5.000000,0.000000,0.000000\n");
    }

    @Test
    void csvHasARowForEveryNode() {
        final List<String> lines = explain("9", "--format", "csv").out().lines().toList();

        assertThat(lines)
                .containsExactly(
                        "account,node,parent,kind,label,amount,formula,binds,scenario,stands_for",
                        "9,2,,sum,maintenance margin,855,sum of 1,false,,",
                        "9,0,2,leaf,BTC-PERP x +1500,855,schedule up to tier 1 on a notional of 85500,false,,",
                        "9,3,,sum,initial margin,1710,sum of 1,false,,",
                        "9,1,3,leaf,BTC-PERP x +1500,1710,schedule up to tier 1 on a notional of 85500,false,,");
    }

    @Test
    void saysWhatIsWrong() {
        assertThat(explain("6").err()).isEqualTo("error: no account 6; 'plimsoll account ls' lists them\n");
        assertThat(explain("6").code()).isEqualTo(2);
        assertThat(explain().err())
                .isEqualTo("error: Missing required parameter: 'ID'\ntry 'plimsoll account explain --help'\n");
        assertThat(explain("7", "--depth", "0").err())
                .isEqualTo("error: --depth is 0; allowed: from 1\ntry 'plimsoll account explain --help'\n");
        assertThat(explain("7", "--at-seq", "99999").err())
                .isEqualTo("error: there is no sequence 99999; the journal ends at " + venue.last()
                        + ", 2023-03-01T00:13:38Z\n");
        assertThat(CommandLineRun.of(
                                "account",
                                "explain",
                                "7",
                                "--journal",
                                folder.resolve("none").toString())
                        .err())
                .startsWith("error: no journal in '" + folder.resolve("none") + "': there is no such folder");
    }

    /** The first text of a name at the top of an object. */
    private static String text(final String json, final String name) throws IOException {
        try (JsonParser parser = new JsonFactory().createParser(json)) {
            int depth = 0;
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                depth += token.isStructStart() ? 1 : token.isStructEnd() ? -1 : 0;
                if (depth == 1
                        && token == JsonToken.VALUE_STRING
                        && parser.currentName().equals(name)) {
                    return parser.getText();
                }
            }
        }
        throw new AssertionError("no " + name);
    }
}
