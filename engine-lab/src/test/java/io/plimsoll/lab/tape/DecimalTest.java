package io.plimsoll.lab.tape;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DecimalTest {
    @ParameterizedTest
    @CsvSource({
        "0, 0, 0",
        "-0.0, 0, 0",
        "12, 12, 0",
        "1200, 1200, 0",
        "1655.5, 16555, 1",
        "1655.50, 16555, 1",
        "0.0452, 452, 4",
        "-1.1, -11, 1",
        "+2.5, 25, 1",
        ".5, 5, 1",
        "5., 5, 0",
        "800.010000000000, 80001, 2",
        "0.000000, 0, 0",
        "999999999999999999, 999999999999999999, 0",
        "0.123456789012345678, 123456789012345678, 18",
    })
    void readsEveryDigitAndNoMore(final String text, final long unscaled, final int scale) {
        assertThat(Decimal.parse(text)).isEqualTo(new Decimal(unscaled, scale));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "-",
                "+",
                ".",
                "-.",
                "abc",
                "1e5",
                "1E5",
                "NaN",
                "Infinity",
                "1,000",
                " 1",
                "1 ",
                "1.2.3",
                "--1",
                "0x10",
                "1234567890123456789",
                "0.1234567890123456789",
                "٣"
            })
    void refusesWhatIsNoPlainNumber(final String text) {
        assertThatThrownBy(() -> Decimal.parse(text)).isInstanceOf(NumberFormatException.class);
    }

    @Test
    void isAWholeNumberOfUnitsOnlyWhenTheUnitIsFineEnough() {
        assertThat(Decimal.parse("0.0452").units(6)).isEqualTo(45_200);
        assertThat(Decimal.parse("-7").units(2)).isEqualTo(-700);
        assertThatThrownBy(() -> Decimal.parse("0.0452").units(3)).isInstanceOf(ArithmeticException.class);
        assertThatThrownBy(() -> Decimal.parse("999999999999999999").units(2)).isInstanceOf(ArithmeticException.class);
    }

    @ParameterizedTest
    @CsvSource({
        "1.25, 1, 13",
        "1.24, 1, 12",
        "-1.25, 1, -13",
        "-1.24, 1, -12",
        "1.25, 3, 1250",
        "0.4, 0, 0",
        "0.5, 0, 1"
    })
    void roundsToTheNearestUnitHalvesAwayFromZero(final String text, final int decimals, final long units) {
        assertThat(Decimal.parse(text).unitsRounded(decimals)).isEqualTo(units);
    }
}
