package io.plimsoll.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Account 1 of {@link JournalFixture} is short 100 lots at 200,000, then 60 of them are closed at 190,000. */
class AccountPnlCommandTest {
    @TempDir
    private static Path folder;

    private static Path journal;

    @BeforeAll
    static void write() {
        journal = JournalFixture.write(folder.resolve("journal"));
        try (JournalFixture fixture = JournalFixture.open(journal)) {
            fixture.trade(2, 1, 190_000, 60, 1, 2);
            fixture.withdraw(1, 1, 5_000_000);
        }
    }

    private static CommandLineRun pnl(final String... args) {
        return CommandLineRun.of(Stream.concat(
                        Stream.of("account", "pnl"),
                        Stream.concat(Stream.of(args), Stream.of("--journal", journal.toString())))
                .toArray(String[]::new));
    }

    @Test
    void showsEachReasonWhyAnAccountGained() {
        assertThat(pnl("1").out()).endsWith("""
                        account         1
                        since sequence  0
                        nav before      0.000000
                        money in        995.000000
                        profit          96.000000
                        nav now         1091.000000

                        instruments
                        INSTRUMENT  ASSET   REALISED   PREMIUM   SETTLED   FUNDING      FEES  OPEN BEFORE   OPEN NOW      TOTAL     IN USD
                        BTC-PERP    USDC   60.000000  0.000000  0.000000  0.000000  0.000000     0.000000  36.000000  96.000000  96.000000

                        coins
                        ASSET    BEFORE    MONEY IN  SPOT TRADES  INSTRUMENTS  INTEREST      GAIN          NOW
                        USDC   0.000000  995.000000     0.000000    96.000000  0.000000  0.000000  1091.000000

                        balances
                        ASSET  WHAT                 AMOUNT
                        USDC   balance before     0.000000
                        USDC   instruments       60.000000
                        USDC   deposit         1000.000000
                        USDC   withdrawal        -5.000000
                        USDC   balance now     1055.000000
                        """);
    }

    @Test
    void countsFromAnEarlierCommandOn() {
        assertThat(pnl("1", "--since-seq", "19", "--format", "csv").out()).contains("""
                        instruments,1,open_before,90.000000
                        instruments,1,open_now,36.000000
                        instruments,1,total,6.000000
                        instruments,1,in_usd,6.000000
                        coins,1,asset,USDC
                        coins,1,before,1090.000000
                        coins,1,money_in,-5.000000
                        coins,1,spot_trades,0.000000
                        coins,1,instruments,6.000000
                        coins,1,interest,0.000000
                        coins,1,gain,0.000000
                        coins,1,now,1091.000000
                        balances,1,asset,USDC
                        balances,1,what,balance before
                        balances,1,amount,1000.000000
                        """);
    }

    /** Since the mark came to 191,000: 60 of the lots are bought at 190,000, away from it. */
    @Test
    void saysWhatDidIt() {
        assertThat(pnl("1", "--since-seq", "19", "--attribute").out()).contains("""

                        attribution
                        OF          NAME        TRADES      TIME    PRICES  VOLATILITIES  PARAMETERS      REST     TOTAL
                        instrument  BTC-PERP  6.000000  0.000000  0.000000      0.000000    0.000000  0.000000  6.000000
                        coin        USDC      0.000000  0.000000  0.000000      0.000000    0.000000  0.000000  0.000000
                        all         -         6.000000  0.000000  0.000000      0.000000    0.000000  0.000000  6.000000

                        attribution in asset
                        INSTRUMENT  ASSET    TRADES      TIME    PRICES  VOLATILITIES  PARAMETERS      REST     TOTAL
                        BTC-PERP    USDC   6.000000  0.000000  0.000000      0.000000    0.000000  0.000000  6.000000

                        balances
                        """);
        assertThat(pnl("1", "--since-seq", "17", "--attribute", "--format", "csv")
                        .out())
                .contains("""
                        attribution,1,of,instrument
                        attribution,1,name,BTC-PERP
                        """);
    }

    /** BTC falls by 3,000: a perpetual on one, half of one held, and two calls sold; the 10,000 that come are no profit. */
    @Test
    void coinsAndContractsAreTakenApartTogether() {
        final PortfolioFixture venue = PortfolioFixture.write(folder.resolve("portfolio"));
        final CommandLineRun run =
                venue.run("account pnl", "7", "--since-seq", String.valueOf(venue.traded()), "--attribute");

        assertThat(run.err()).isEmpty();
        assertThat(run.out())
                .contains("\nmoney in        10000.000000\nprofit          -2525.800000\n")
                .containsPattern("instrument  BTC-PERP +0.000000 +0.000000 +-3000.000000 +0.000000 .* -3000.000000\n")
                .containsPattern("coin +BTC +0.000000 +0.000000 +-1500.000000 +0.000000 .* -1500.000000\n")
                .containsPattern("coin +USDC +0.000000 +0.000000 +0.000000 +0.000000 .* 0.000000\n")
                .containsPattern("all .* -2525.800000\n");
    }

    @Test
    void saysWhatIsWrong() {
        assertThat(pnl("1", "--attribute").err()).isEqualTo("""
                        error: --attribute compares with an earlier moment: --since-seq M says which, from 1
                        try 'plimsoll account pnl --help'
                        """);
        assertThat(pnl("6").err()).isEqualTo("error: no account 6; 'plimsoll account ls' lists them\n");
        assertThat(pnl("6").code()).isEqualTo(2);
        assertThat(pnl("1", "--since-seq", "-1").err())
                .isEqualTo("error: --since-seq is -1; allowed: from 0\ntry 'plimsoll account pnl --help'\n");
        assertThat(pnl("1", "--since-seq", "21").err()).isEqualTo("""
                        error: --since-seq is 21; allowed: before the moment shown, which is 21
                        try 'plimsoll account pnl --help'
                        """);
        assertThat(pnl("1", "--at-seq", "99").err())
                .isEqualTo("error: there is no sequence 99; the journal ends at 21, 2023-03-01T00:00:21Z\n");
        assertThat(pnl().err())
                .isEqualTo("error: Missing required parameter: 'ID'\ntry 'plimsoll account pnl --help'\n");
    }
}
