package io.plimsoll.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.entry;

import org.junit.jupiter.api.Test;

class AssetRulesTest {
    @Test
    void readsTiersLimitsAndRatesOfAnAsset() {
        final MarketsConfig.AssetRules rules = rules("withdrawal-account-max: 10.5, withdrawal-total-max: 1_000,"
                + " collateral-cap: 2, borrow-account-max: 0.00000001, borrow-total-max: 0, borrow-rate: 7.5 %, daily-volume: 25_000_000_000.5,"
                + " haircut-tiers: [{ from: 1_000_000, haircut: 10 %, initial-haircut: 5 % },"
                + " { from: 5_000_000, haircut: 50 %, initial-haircut: 50 % }]");

        assertThat(rules.limits())
                .containsExactly(
                        entry(MarketsConfig.AssetLimit.WITHDRAWAL_ACCOUNT_MAX, 1_050_000_000L),
                        entry(MarketsConfig.AssetLimit.WITHDRAWAL_TOTAL_MAX, 100_000_000_000L),
                        entry(MarketsConfig.AssetLimit.COLLATERAL_CAP, 200_000_000L),
                        entry(MarketsConfig.AssetLimit.BORROW_ACCOUNT_MAX, 1L),
                        entry(MarketsConfig.AssetLimit.BORROW_TOTAL_MAX, 0L),
                        entry(MarketsConfig.AssetLimit.BORROW_RATE, 75_000_000_000_000L),
                        entry(MarketsConfig.AssetLimit.DAILY_VOLUME, 25_000_000_000_500_000L));
        assertThat(rules.haircutTiers())
                .containsExactly(
                        new MarketsConfig.HaircutTier(1_000_000_000_000L, 100_000, 50_000),
                        new MarketsConfig.HaircutTier(5_000_000_000_000L, 500_000, 500_000));
    }

    @Test
    void refusesTiersAndLimitsThatTheEngineWould() {
        assertBad(
                "haircut-tiers: [{ from: 0, haircut: 10 %, initial-haircut: 5 % }]",
                "must begin above the tier before it");
        assertBad("haircut-tiers: [{ from: 1, haircut: 4 %, initial-haircut: 50 % }]", "haircuts must not fall");
        assertBad("haircut-tiers: [{ from: 1, haircut: 6 %, initial-haircut: 3 % }]", "haircuts must not fall");
        assertBad("haircut-tiers: [{ from: 1, haircut: 60 %, initial-haircut: 41 % }]", "more than 100 % together");
        assertBad(
                "haircut-tiers: [{ from: 0.0000001, haircut: 6 %, initial-haircut: 6 % }]", "smallest step, 0.000001");
        assertBad("collateral-cap: 0.000000001", "finer than the smallest amount of the asset, which has 8 decimals");
        assertBad("borrow-account-max: 20_000_000_000", "is too much; allowed: up to 11529215046.06846976");
        assertBad("borrow-rate: 1001 %", "0 % to 1000 %");
        assertBad("daily-volume: 0.0000001", "smallest step, 0.000001");
    }

    private static MarketsConfig.AssetRules rules(final String more) {
        return MarketsConfig.parse("m.yaml", withBitcoin(more)).assets().get(1).rules();
    }

    private static void assertBad(final String more, final String message) {
        assertThatExceptionOfType(ConfigException.class)
                .isThrownBy(() -> MarketsConfig.parse("m.yaml", withBitcoin(more)))
                .withMessageContaining(message);
    }

    private static String withBitcoin(final String more) {
        final String text =
                MarketsConfigTest.GOOD.replace("liability-haircut: 7.5 %", "liability-haircut: 7.5 %, " + more);
        assertThat(text).isNotEqualTo(MarketsConfigTest.GOOD);
        return text;
    }
}
