package io.plimsoll.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What lowers the margins of an account most, as the command line shows it. */
class AccountReliefCommandTest {
    @TempDir
    private static Path folder;

    private static PortfolioFixture venue;

    @BeforeAll
    static void write() {
        venue = PortfolioFixture.write(folder.resolve("j"));
    }

    private static CommandLineRun relief(final String... more) {
        return venue.run("account relief", more);
    }

    @Test
    void showsWholePositionsByReliefAndPartsByReliefForOneOfNotional() {
        final CommandLineRun run = relief("7");

        assertThat(run.err()).isEmpty();
        assertThat(run.code()).isZero();
        assertThat(run.out().replaceAll("(state hash +)[0-9a-f]{16}", "$1HASH")).isEqualTo("""
                epoch               1
                sequence            818
                time                2023-03-01T00:13:38Z
                state hash          HASH
                account             7
                mode                PORTFOLIO
                status              NORMAL
                margin equity       86,816.80
                initial margin      15,274.62
                maintenance margin  11,063.29

                closing it whole
                INSTRUMENT      LOTS    NOTIONAL   IM AFTER  IM RELIEF  OF NOTIONAL   MM AFTER  MM RELIEF  STATUS  NOTE
                BTC-PERP        1000   57,000.00  13,502.05   1,772.57       3.11 %   9,547.59   1,515.70  NORMAL
                TOY-PERP         400   20,000.00  14,874.62     400.00       2.00 %  10,863.29     200.00  NORMAL
                BTC-JUN23-70-C  -200  114,000.00  15,505.00    -230.38      -0.20 %  11,166.80    -103.51  NORMAL  a hedge

                closing 10 % of it
                INSTRUMENT      LOTS   NOTIONAL   IM AFTER  IM RELIEF  OF NOTIONAL   MM AFTER  MM RELIEF  STATUS  NOTE
                BTC-PERP         100   5,700.00  14,325.57     949.05      16.65 %  10,301.77     761.52  NORMAL
                TOY-PERP          40   2,000.00  15,234.62      40.00       2.00 %  11,043.29      20.00  NORMAL
                BTC-JUN23-70-C   -20  11,400.00  15,297.65     -23.04      -0.20 %  11,073.64     -10.35  NORMAL  a hedge

                hedging deltas
                UNDERLYING      DELTA  INSTRUMENT  LOTS   IM AFTER  IM RELIEF  MM AFTER  MM RELIEF  STATUS
                BTC         51,630.89  BTC-PERP    -906  12,941.71   2,332.91  9,119.27   1,944.02  NORMAL
                """);
    }

    /** 1,710 for 85,500 by one rate: every part is relieved alike. */
    @Test
    void aPartIsAsLargeAsAskedFor() {
        assertThat(relief("9", "--part", "33.35%", "--format", "csv").out()).isEqualTo("""
                        kind,instrument,lots,of_lots,notional,margin_equity,initial_margin,maintenance_margin,initial_relief,maintenance_relief,relief_per_notional,status,hedge
                        whole,BTC-PERP,1500,1500,85500.000000,15650.000000,0.000000,0.000000,1710.000000,855.000000,0.020000,NORMAL,false
                        part,BTC-PERP,501,1500,28557.000000,15650.000000,1138.860000,569.430000,571.140000,285.570000,0.020000,NORMAL,false
                        """);
        assertThat(relief("9", "--part", "33.35%").out()).contains("\nclosing 33.35 % of it\n");
    }

    @Test
    void csvHasTheHedgesOfDeltasToo() {
        assertThat(relief("7", "--format", "csv").out().lines().toList())
                .hasSize(1 + 2 * 3 + 1)
                .anyMatch(line -> line.startsWith("part,BTC-JUN23-70-C,-20,-200,11400.000000,86816.800000,"))
                .last()
                .asString()
                .matches(
                        "delta,BTC-PERP,-906,,,86816\\.800000,12941\\.70\\d{4},9119\\.2\\d{5},2332\\.\\d{6},1944\\.\\d{6},,NORMAL,");
    }

    @Test
    void jsonIsExactAndHasBothOrders() {
        assertThat(relief("7", "--format", "json").out()).contains("""
                          "margin_equity" : "86816.800000",
                          "initial_margin" : "15274.615681",
                          "maintenance_margin" : "11063.288846",
                          "whole" : [ {
                            "instrument" : "BTC-PERP",
                            "lots" : 1000,
                            "of_lots" : 1000,
                            "notional" : "57000.000000",
                            "margin_equity" : "86816.800000",
                            "initial_margin" : "13502.047398",
                            "maintenance_margin" : "9547.587601",
                            "initial_relief" : "1772.568283",
                            "maintenance_relief" : "1515.701245",
                            "relief_per_notional" : "0.031098",
                            "status" : "NORMAL",
                            "hedge" : false
                          }, {
                        """, """
                            "initial_relief" : "-230.384319",
                            "maintenance_relief" : "-103.511154",
                            "relief_per_notional" : "-0.002021",
                            "status" : "NORMAL",
                            "hedge" : true
                          } ],
                          "parts" : [ {
                            "instrument" : "BTC-PERP",
                            "lots" : 100,
                        """, """
                          "hedging_deltas" : [ {
                            "underlying" : "BTC",
                        """);
        assertThat(relief("9", "--format", "json").out()).doesNotContain("hedging");
    }

    @Test
    void anAccountIsRelievedAsItWas() {
        final String then =
                relief("7", "--at-seq", String.valueOf(venue.traded())).out();

        assertThat(then).contains("initial margin      15,672.15\n");
        assertThat(relief("7", "--at-seq", String.valueOf(venue.opened())).err())
                .isEqualTo("error: account 7 has no position to close\n");
    }

    @Test
    void mistakesAreNamed() {
        assertThat(relief("5").err()).isEqualTo("error: no account 5; 'plimsoll account ls' lists them\n");
        assertThat(relief("0").err()).isEqualTo("error: account 0 has no position to close\n");
        assertThat(relief("0").code()).isEqualTo(2);
        for (final String part : new String[] {"100%", "0%", "-5%"}) {
            assertThat(relief("7", "--part", part).err())
                    .isEqualTo("error: --part is " + part
                            + "; allowed: above 0%, below 100%\ntry 'plimsoll account relief --help'\n");
        }
        assertThat(relief("7", "--part", "half").err())
                .startsWith("error: --part is 'half'; allowed: a share such as -10%\n");
    }
}
