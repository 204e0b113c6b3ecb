package io.plimsoll.lab.whatif;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plimsoll.config.ConfigException;
import io.plimsoll.lab.tape.TapeException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PortfolioFilesTest {
    private static final Path EXAMPLE = Path.of("..", "config", "examples", "portfolio.yaml");

    @TempDir
    private Path folder;

    @Test
    void theExampleIsAMarketAndAPortfolio() {
        final PortfolioBook book = PortfolioFiles.read(EXAMPLE);

        assertThat(book.market().underlying("BTC").expiries())
                .extracting(Expiry::name)
                .containsExactly("25DEC26", "26MAR27");
        assertThat(book.market().underlying("ETH").sigma()).isBetween(0.0345, 0.0346);
        assertThat(book.portfolio().positions())
                .extracting(position -> position.instrument().toString())
                .containsExactly(
                        "BTC",
                        "BTC-PERP",
                        "ETH-PERP",
                        "BTC-26MAR27",
                        "BTC-25DEC26-100000-C",
                        "BTC-25DEC26-80000-P",
                        "BTC-26MAR27-110000-C");
        assertThat(WhatIf.margin(book.portfolio(), book.market(), Presets.all()))
                .allSatisfy(answer -> assertThat(answer.initial()).isPositive());
    }

    /** One row a change of the example: the text, what stands for it, and the error with line and column. */
    @ParameterizedTest
    @CsvSource(
            delimiterString = " => ",
            quoteCharacter = '`',
            value = {
                "rho: -0.25 => rho: -1.25 => 19:9: the SVI surface cannot be priced with: rho is -1.25; allowed: between -1 and 1",
                "b: 0.11 => b: 1.9 => 19:9: the SVI surface cannot be priced with: b (1 + |rho|) is 2.375; allowed: up to 2",
                "a: 0.030 => a: -0.0370 => 19:9: the SVI surface cannot be priced with: a butterfly costs less than nothing at ln(K/F) ="
                        + " 0.42 (density -0.00501093)",
                "2026-12-25T08:00:00Z => 2026-11-19T08:00:00Z => 15:9: expiry 25DEC26 of BTC, at 2026-11-19T08:00:00Z, has passed:"
                        + " the market is of 2026-11-20T08:00:00Z",
                "2027-03-26T08:00:00Z => 2026-12-25T08:00:00Z => 19:9: expiries 25DEC26 and 26MAR27 of BTC are at the same time,"
                        + " 2026-12-25T08:00:00Z",
                "26MAR27: => 25DEC26: => 19:9: duplicate key '25DEC26' in market.underlyings.BTC.expiries; it is already given on"
                        + " line 15",
                "100_000: 44 % => 100_000: 4400 % => 18:78: market.underlyings.BTC.expiries.25DEC26.volatilities.100_000 is 4400 %;"
                        + " allowed: 1 % to 500 %",
                "100_000: 44 % => 60_000: 44 % => 18:69: market.underlyings.BTC.expiries.25DEC26.volatilities: strike 60_000 is not"
                        + " above the one before",
                "100_000: 44 % => 90_100: 94 % => 15:9: the volatilities of BTC-25DEC26 cannot be priced with: a butterfly costs less"
                        + " than nothing at strike 90100, even if each volatility is off by 2 points",
                "a: 0.030 => a: -0.030 => 19:9: the volatilities of BTC-26MAR27 cannot be priced with: a later expiry has less"
                        + " total variance than an earlier one at strike 70829, even if each volatility is off by 2 points",
                "put, underlying: BTC => put, underlying: BTT => 37:30: positions[6].underlying is 'BTT', which is not defined"
                        + " under market.underlyings; did you mean 'BTC'?",
                "expiry: 26MAR27, quantity => expiry: 26MAY27, quantity => 35:46: positions[4].expiry is '26MAY27', which is not"
                        + " defined under expiries of the underlying; did you mean '26MAR27'?",
                "strike: 80_000, => `` => 37:5: missing key 'strike' in positions[6]; this kind of position has one",
                "kind: future, underlying: BTC, expiry: 26MAR27 => kind: inverse-perpetual, underlying: BTC, expiry: 26MAR27 =>"
                        + " 35:49: positions[4].expiry does not go with this kind of position",
                "quantity: 25, => quantity: 0, => 34:5: the quantity of ETH-PERP is 0; allowed: not 0, at most 8 decimals, up to"
                        + " 1000000000",
                "price: 3_100 => prise: 3_100 => 25:7: missing key 'price' in market.underlyings.ETH",
                "price: 92_500 => price: 9_250_000 => 8:14: market.underlyings.BTC.price is 9_250_000; allowed: 0 to 700000",
            })
    void whatIsWrongIsNamedWithLineAndColumn(final String text, final String instead, final String error)
            throws IOException {
        final String example = Files.readString(EXAMPLE);
        assertThat(example).contains(text);
        final Path file = Files.writeString(folder.resolve("p.yaml"), example.replace(text, instead));

        assertThatThrownBy(() -> PortfolioFiles.read(file))
                .isInstanceOf(ConfigException.class)
                .satisfies(e -> assertThat(e.getMessage().lines()).contains(file + ":" + error));
    }

    @Test
    void anInverseContractIsALinearOneOfTheSameWorthAndTheCoinThatItGained() throws IOException {
        final String example = Files.readString(EXAMPLE);
        final String first = "  - { kind: coin, underlying: BTC, quantity: 1.5 }\n";
        assertThat(example).contains(first);
        final Path file = Files.writeString(
                folder.resolve("p.yaml"),
                example.replace(
                        first,
                        first
                                + "  - { kind: inverse-perpetual, underlying: BTC, quantity: -92_540, entry: 80_000 }\n"
                                + "  - { kind: inverse-future, underlying: BTC, expiry: 26MAR27, quantity: 47_025 }\n"));

        // A coin at 92,540; sold at 80,000 it was 1.15675 coins, of which 0.15675 are lost: 1.34325 of the 1.5 are
        // left.
        // The future is at 94,050.
        assertThat(PortfolioFiles.read(file).portfolio().positions().subList(0, 3))
                .containsExactly(
                        Position.of("BTC", "1.34325"),
                        Position.of("BTC-PERP", "-1"),
                        Position.of("BTC-26MAR27", "0.5"));
    }

    @Test
    void positionsMayBeInACsvFile() throws IOException {
        final Market market = ExplanationTest.market();
        final Path file = Files.writeString(
                folder.resolve("p.csv"),
                "instrument,quantity,entry,style\nBTC-PERP,-2,90000,\nBTC-26DEC25-90000-C,3,,futures\n");

        assertThat(PositionsCsv.read(file, market))
                .containsExactly(
                        Position.parse("BTC-PERP:-2@90000"),
                        Position.of("BTC-26DEC25-90000-C", "3").asFuturesStyle());
        Files.writeString(file, "instrument,quantity\nBTC-PERP,-2\nETC-PERP,1\n");
        assertThatThrownBy(() -> PositionsCsv.read(file, market))
                .isInstanceOf(TapeException.class)
                .hasMessage(file + ":3: the market has no underlying 'ETC'; there are: BTC, ETH; did you mean 'BTC'?");
    }
}
