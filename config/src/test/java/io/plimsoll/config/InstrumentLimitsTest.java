package io.plimsoll.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.entry;

import java.util.SortedMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Limits on orders in an instrument, as the shipped markets file would have them: a lot of BTC-PERP is 0.0001 BTC. */
class InstrumentLimitsTest {
    @Test
    void sizesAreInTheUnderlyingAndBandsAreSharesOfTheMark() {
        assertThat(limits("order-value-max: 2_500_000.5, group-position-max: 20_000, open-interest-max: 100_000.0001,"
                        + " taking-band: 2.5 %, resting-band: 100000 %"))
                .containsExactly(
                        entry(InstrumentLimit.ORDER_VALUE_MAX, 2_500_000_500_000L),
                        entry(InstrumentLimit.GROUP_POSITION_MAX, 200_000_000L),
                        entry(InstrumentLimit.OPEN_INTEREST_MAX, 1_000_000_001L),
                        entry(InstrumentLimit.TAKING_BAND, 25_000L),
                        entry(InstrumentLimit.RESTING_BAND, 1_000_000_000L));
    }

    @Test
    void whatIsLeftOutIsNoLimit() {
        assertThat(limits("taking-band: 0 %")).containsExactly(entry(InstrumentLimit.TAKING_BAND, 0L));
        assertThat(limits("price-min: 0.1")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiterString = " => ",
            value = {
                "group-position-max: 0.00015 => instruments.BTC-PERP.group-position-max is 0.00015; allowed: a multiple of lot-size, such as 0.0001",
                "open-interest-max: 0 => instruments.BTC-PERP.open-interest-max is 0; allowed: above 0, up to 1000000000000",
                "taking-band: 5 => instruments.BTC-PERP.taking-band is '5', not a percentage such as '2.5 %'; allowed: 0 % to 100000 %",
                "order-value-max: 0.0000001 => instruments.BTC-PERP.order-value-max is finer than the smallest step, 0.000001",
            })
    void aLimitThatIsNoneIsRefusedWithWhatIsAllowed(final String given, final String problem) {
        assertThatExceptionOfType(ConfigException.class)
                .isThrownBy(() -> limits(given))
                .satisfies(e -> assertThat(e.errors()).singleElement().satisfies(error -> assertThat(error.problem())
                        .isEqualTo(problem)));
    }

    private static SortedMap<InstrumentLimit, Long> limits(final String given) {
        final String text = YamlFile.shipped(MarketsConfig.FILE_NAME).text();
        final String perpetual = "{ id: 1, kind: linear-perpetual,";
        assertThat(text).contains(perpetual);
        final String with = text.replace(perpetual, "{ " + given + ", " + perpetual.substring(2));
        return MarketsConfig.parse("markets.yaml", with).instruments().get(0).limits();
    }
}
