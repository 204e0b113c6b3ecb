package io.plimsoll.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.plimsoll.config.MarketsConfig.FeeSchedule;
import io.plimsoll.config.MarketsConfig.Funding;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FundingAndFeesTest {
    private static final String TERMS = """
            funding:
              daily:
                interval: 8h
                period: 24h
                interest: 0.03 %
                clamp-lower: -0.05 %
                clamp-upper: 0.05 %
                rate-lower: -2 %
                rate-upper: 2.5 %
                factor: 0.5
                margin-factor: 75 %
            """;
    private static final String FEES = """
            fees:
              makers: { id: 2, maker: -0.005 %, taker: 0.05 % }
              standard: { id: 1, maker: 0.02 %, taker: 0.05 % }
            """;

    @Test
    void perpetualsReferToTermsOfFundingByName() {
        assertThat(fundingOf(TERMS + withReference("daily")))
                .isEqualTo(new Funding(
                        28_800_000_000_000L,
                        86_400_000_000_000L,
                        300_000_000_000L,
                        -500_000_000_000L,
                        500_000_000_000L,
                        500_000_000_000_000L,
                        -20_000_000_000_000L,
                        25_000_000_000_000L,
                        750_000));
    }

    @Test
    void factorAndMarginFactorMayBeLeftOut() {
        final String text = TERMS.replace("    factor: 0.5\n", "").replace("    margin-factor: 75 %\n", "")
                + withReference("daily");

        assertThat(fundingOf(text).factor()).isEqualTo(1_000_000_000_000_000L);
        assertThat(fundingOf(text).marginFactorPpm()).isZero();
    }

    @Test
    void aPerpetualThatRefersToNoTermsHasNoFunding() {
        assertThat(parse(TERMS + MarketsConfigTest.GOOD).instruments().get(0).funding())
                .isEmpty();
    }

    @Test
    void anIntervalOfNothingPaysAllTheTime() {
        assertThat(fundingOf(TERMS.replace("interval: 8h", "interval: 0s") + withReference("daily"))
                        .intervalNs())
                .isZero();
    }

    @Test
    void feeSchedulesComeInTheOrderOfTheirIds() {
        assertThat(parse(FEES + MarketsConfigTest.GOOD).feeSchedules())
                .containsExactly(new FeeSchedule(1, "standard", 200, 500), new FeeSchedule(2, "makers", -50, 500));
    }

    /** One row a mistake: the right text, the wrong one, and what is said about it. */
    @ParameterizedTest
    @CsvSource(
            delimiterString = " => ",
            quoteCharacter = '`',
            value = {
                "interval: 8h => interval: 500ms => 3:15: funding.daily.interval is 500ms; allowed: 0s, which is all the"
                        + " time, or at least 1s",
                "interval: 8h => interval: 8 => 3:15: funding.daily.interval is '8', not a duration such as 100ms or 5s",
                "period: 24h => period: 0s => 4:13: funding.daily.period is 0s; allowed: 1s to 720h",
                "interest: 0.03 % => interest: 0.03 => 5:15: funding.daily.interest is '0.03', not a percentage",
                "clamp-lower: -0.05 % => clamp-lower: 0.06 % => 6:5: funding.daily: clamp-lower is above clamp-upper",
                "rate-upper: 2.5 % => rate-upper: -3 % => 8:5: funding.daily: rate-lower is above rate-upper",
                "rate-upper: 2.5 % => rate-upper: 10001 % => 9:17: funding.daily.rate-upper is 10001 %; allowed: -10000 %"
                        + " to 10000 %",
                "factor: 0.5 => faktor: 0.5 => 10:5: unknown key 'faktor' in funding.daily; keys here: interval, period,"
                        + " interest, clamp-lower, clamp-upper, factor, rate-lower, rate-upper, margin-factor; did you mean"
                        + " 'factor'?",
                "id: 2 => id: 1 => 14:19: fees.standard.id is 1, which is the id of 'makers'; allowed: an id of its own",
                "maker: -0.005 % => maker: -0.06 % => 13:11: fees.makers pays one side more than the other pays; allowed:"
                        + " maker + taker from 0 %",
                "taker: 0.05 % } => taker: 11 % } => 13:44: fees.makers.taker is 11 %; allowed: -10 % to 10 %",
                "funding: daily => funding: dayly => 40:14: instruments.BTC-PERP.funding is 'dayly', which is not defined"
                        + " under funding; did you mean 'daily'?",
                "kind: linear-perpetual => kind: spot => 40:5: instruments.BTC-PERP.funding is not for kind spot; allowed"
                        + " for: linear-perpetual, inverse-perpetual",
            })
    void saysWhatIsWrongAndWhere(final String good, final String bad, final String message) {
        final String text = TERMS + FEES + withReference("daily");
        assertThat(text).contains(good);
        assertThatExceptionOfType(ConfigException.class)
                .isThrownBy(() -> parse(text.replace(good, bad)))
                .satisfies(e -> assertThat(e.errors().stream().map(ConfigError::toString))
                        .anyMatch(line -> line.startsWith("m.yaml:" + message)));
    }

    @Test
    void thereAreAtMost64FeeSchedules() {
        final StringBuilder text = new StringBuilder("fees:\n");
        for (int id = 1; id <= 65; id++) {
            text.append("  s" + id + ": { id: " + id + ", maker: 0 %, taker: 0 % }\n");
        }
        assertThatExceptionOfType(ConfigException.class)
                .isThrownBy(() -> parse(text + MarketsConfigTest.GOOD))
                .withMessageContaining("fees has 65 schedules; allowed: up to 64");
    }

    private static Funding fundingOf(final String text) {
        return parse(text).instruments().get(0).funding().orElseThrow();
    }

    /** The markets, whose last line belongs to the perpetual. */
    private static String withReference(final String name) {
        return MarketsConfigTest.GOOD + "    funding: " + name + "\n";
    }

    private static MarketsConfig parse(final String text) {
        return MarketsConfig.parse("m.yaml", text);
    }
}
