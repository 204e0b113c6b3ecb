package io.plimsoll.lab.whatif;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plimsoll.lab.tape.CsvFile;
import io.plimsoll.lab.tape.TapeException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChainFileTest {
    private static final String HEADER =
            "instrument_name,type,expiry_date,strike,T_years,S0,market_price_btc,market_price_usd,mark_iv\n";
    private static final double MOST_COIN = 2.5e-5;

    @TempDir
    private Path folder;

    @Test
    void theMarksOfALargeVenueAreFreeOfArbitrageWithinTwoPointsOfVolatility() {
        final Market market = ChainFile.read(Chains.path());
        final List<Expiry> expiries = market.underlying("BTC").expiries();
        final PointsCheck check = new PointsCheck("BTC", market.time());

        expiries.forEach(expiry -> check.check(expiry, expiries));
        assertThat(expiries).hasSize(11);
    }

    @Test
    void theFullChainIsReproducedFromVolatilitiesThatAreRecoveredFromItsMarks() {
        final Market market = ChainFile.read(Chains.path());
        final List<Double> differences = new ArrayList<>();
        final List<Double> volatilities = new ArrayList<>();
        CsvFile.of(Chains.path()).read(List.of("instrument_name", "market_price_btc", "mark_iv", "strike"), row -> {
            final InstrumentName instrument = InstrumentName.parse(row.text("instrument_name"));
            final Expiry expiry =
                    market.underlying("BTC").expiry(instrument.expiry().orElseThrow());
            final double mark = Marks.of(instrument, market).doubleValue() / expiry.forward();
            differences.add(Math.abs(mark - Double.parseDouble(row.text("market_price_btc"))));
            volatilities.add(Math.abs(100
                            * market.volatility(
                                    expiry, instrument.strike().orElseThrow().doubleValue())
                    - Double.parseDouble(row.text("mark_iv"))));
        });
        Collections.sort(differences);
        Collections.sort(volatilities);
        System.out.printf(
                Locale.ROOT,
                "%d options, %d expiries, %s: mark differs by %.2g BTC in the middle, %.3g at most; volatility by %.3f"
                        + " points in the middle, %.2f at 95 %%%n",
                differences.size(),
                market.underlying("BTC").expiries().size(),
                market.time(),
                differences.get(338),
                differences.get(675),
                volatilities.get(338),
                volatilities.get(642));

        assertThat(differences).hasSize(676);
        assertThat(differences.get(675)).isLessThan(MOST_COIN);
        assertThat(volatilities.get(338)).isLessThan(0.1);
        assertThat(market.underlying("BTC").expiries()).hasSize(11);
    }

    @Test
    void aShortChainGivesForwardVolatilityAndTime() throws IOException {
        final Market market = ChainFile.read(Files.writeString(
                folder.resolve("chain.csv"),
                HEADER + "BTC-26DEC25-90000-C,call,26DEC25,90000,0.06,92000,0.06,5520,50\n"
                        + "BTC-26DEC25-90000-P,put,26DEC25,90000,0.06,92000,0.0383,3523.6,50\n"));

        final UnderlyingMarket underlying = market.underlying("BTC");
        assertThat(underlying.price()).isEqualTo(92_000);
        assertThat(underlying.expiry("26DEC25").time()).hasToString("2025-12-26T08:00:00Z");
        assertThat(market.years(underlying.expiry("26DEC25"))).isBetween(0.0599, 0.0601);
        assertThat(market.volatility(underlying.expiry("26DEC25"), 90_000)).isBetween(0.48, 0.52);
    }

    /** One row a bad row, then what is said of line 3. */
    @ParameterizedTest
    @CsvSource(
            delimiterString = " => ",
            quoteCharacter = '`',
            value = {
                "BTC-26DEC25-90000-P,put,26DEC25,90000,0,92000,0.03,2760,50 => T_years is 0: the option has expired",
                "BTC-26DEC25-90000-P,put,26DEC25,90000,0.06,92000,0.03,2760,5000 => the volatility is 5000 %; allowed: 1 % to"
                        + " 500 %",
                "ETH-26DEC25-3000-P,put,26DEC25,3000,0.06,3100,0.03,93,50 => 'ETH-26DEC25-3000-P' is of ETH, rows above of BTC",
                "BTC-26DEC25-90000-C,call,26DEC25,90000,0.06,92000,0.06,5520,50 => 'BTC-26DEC25-90000-C' is given twice",
                "BTC-PERP,call,26DEC25,90000,0.06,92000,0.06,5520,50 => 'BTC-PERP' is no option",
                "BTC-26DEC25-90000-P,put,26XXX25,90000,0.06,92000,0.03,2760,50 => column 'expiry_date' is '26XXX25', not a day such"
                        + " as 26DEC25",
                "BTC-26DEC25-90000-P,put,26DEC25,90000,0.06,many,0.03,2760,50 => column 'S0' is 'many', not a number",
                "BTC-26DEC25-90000-P,put,26DEC25,90000,0.06,-1,0.03,2760,50 => S0 is -1; allowed: above 0, up to 700000",
            })
    void whatIsWrongIsNamedWithFileAndLine(final String row, final String problem) throws IOException {
        final Path file = Files.writeString(
                folder.resolve("chain.csv"),
                HEADER + "BTC-26DEC25-90000-C,call,26DEC25,90000,0.06,92000,0.06,5520,50\n" + row + "\n");

        assertThatThrownBy(() -> ChainFile.read(file))
                .isInstanceOf(TapeException.class)
                .hasMessage(file + ":3: " + problem);
    }
}
