package io.plimsoll.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** At which prices an account is liquidated, as the command line shows it. */
class AccountLiquidationCommandTest {
    @TempDir
    private static Path folder;

    private static PortfolioFixture venue;

    @BeforeAll
    static void write() {
        venue = PortfolioFixture.write(folder.resolve("j"));
    }

    private static CommandLineRun liquidation(final String... more) {
        return venue.run("account liquidation", more);
    }

    /** 15,650 - 1.5 x (57,000 - p) = 1 % of 1.5 p: p = 47,037.037, to a mark of 0.1. */
    @Test
    void showsTheNearestPricesAndWhatIsLeftOverMoves() {
        final CommandLineRun run = liquidation("9");

        assertThat(run.err()).isEmpty();
        assertThat(run.code()).isZero();
        assertThat(run.out().replaceAll("(state hash +)[0-9a-f]{16}", "$1HASH")).isEqualTo("""
                epoch               1
                sequence            818
                time                2023-03-01T00:13:38Z
                state hash          HASH
                account             9
                mode                CROSS
                status              NORMAL
                margin equity       15,650.00
                initial margin      1,710.00
                maintenance margin  855.00
                left                14,795.00

                liquidation prices
                UNDERLYING  PRICE     BELOW  MOVE DOWN  ABOVE          MOVE UP  NOTE
                BTC         57000  47037.04   -17.48 %  none to 300 %        -

                BTC
                 MOVE  PRICE  MARGIN EQUITY  MAINTENANCE MARGIN        LEFT
                -50 %  28500     -27,100.00              427.50  -27,527.50
                -30 %  39900     -10,000.00              598.50  -10,598.50
                -20 %  45600      -1,450.00              684.00   -2,134.00
                -10 %  51300       7,100.00              769.50    6,330.50
                 -5 %  54150      11,375.00              812.25   10,562.75
                  0 %  57000      15,650.00              855.00   14,795.00
                  5 %  59850      19,925.00              897.75   19,027.25
                 10 %  62700      24,200.00              940.50   23,259.50
                 20 %  68400      32,750.00            1,026.00   31,724.00
                 30 %  74100      41,300.00            1,111.50   40,188.50
                 50 %  85500      58,400.00            1,282.50   57,117.50
                """);
    }

    @Test
    void withOptionsVolatilitiesMoveToo() {
        assertThat(liquidation("7", "--underlying", "BTC", "--spot", "-10%,0%,0.0%")
                        .out())
                .endsWith("""
                liquidation prices
                UNDERLYING  PRICE  BELOW          MOVE DOWN  ABOVE          MOVE UP  NOTE
                BTC         57000  none to -95 %          -  none to 300 %        -

                BTC
                 MOVE  PRICE  LEFT AT VOL -30 %  MARGIN EQUITY  MAINTENANCE MARGIN       LEFT  LEFT AT VOL 50 %
                -10 %  51300          72,556.95      81,138.90           10,278.82  70,860.08         65,365.71
                  0 %  57000          78,360.76      86,816.80           11,063.29  75,753.51         68,895.21
                """);
        assertThat(liquidation("7", "--underlying", "TOY", "--spot", "0%", "--vol", "-10%")
                        .out())
                .endsWith("""

                TOY
                MOVE  PRICE  LEFT AT VOL -10 %
                 0 %     50          75,753.51
                """);
    }

    @Test
    void jsonAndCsvAreExact() {
        assertThat(liquidation("9", "--format", "json", "--spot", "-10%").out()).contains("""
                          "maintenance_margin" : "855.000000",
                          "left" : "14795.000000",
                          "prices" : [ {
                            "underlying" : "BTC",
                            "price" : "57000",
                            "step" : "0.01",
                            "direction" : "down",
                            "crossed" : true,
                            "at_price" : "47037.04",
                            "move" : "-0.174789",
                            "left" : "-0.055000",
                            "is_below" : false
                          }, {
                        """, """
                          "surface" : [ {
                            "underlying" : "BTC",
                            "price_move" : "-0.100000",
                            "price" : "51300",
                            "volatility_move" : "0",
                            "margin_equity" : "7100.000000",
                            "initial_margin" : "1539.000000",
                            "maintenance_margin" : "769.500000",
                            "left" : "6330.500000"
                          } ]
                        """);
        assertThat(liquidation("9", "--format", "csv", "--spot", "0%").out()).isEqualTo("""
                        underlying,price_move,price,volatility_move,margin_equity,initial_margin,maintenance_margin,left
                        BTC,0.000000,57000,0,15650.000000,1710.000000,855.000000,14795.000000
                        """);
    }

    @Test
    void mistakesAreNamed() {
        assertThat(liquidation("5").err()).isEqualTo("error: no account 5; 'plimsoll account ls' lists them\n");
        assertThat(liquidation("0").err()).isEqualTo("error: account 0 has nothing whose price moves\n");
        assertThat(liquidation("7", "--underlying", "ETH").err())
                .isEqualTo("error: account 7 has nothing that moves with 'ETH'; it moves with USDC, BTC, TOY\n");
        assertThat(liquidation("7", "--underlying", "ETH").code()).isEqualTo(2);
        assertThat(liquidation("7", "--spot", "-100%").err()).isEqualTo("""
                        error: --spot is -100%; allowed: above -100%, up to +500%
                        try 'plimsoll account liquidation --help'
                        """);
        assertThat(liquidation("7", "--vol", "600%").err())
                .startsWith("error: --vol is 600%; allowed: above -100%, up to +500%\n");
    }
}
