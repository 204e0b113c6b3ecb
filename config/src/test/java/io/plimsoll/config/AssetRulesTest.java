package io.plimsoll.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.entry;

import org.junit.jupiter.api.Test;

class AssetRulesTest {
    @Test
    void readsTiersLimitsAndRatesOfAnAsset() {
        final MarketsConfig.AssetRules rules = rules("withdrawal-account-max: 10.5, withdrawal-total-max: 1_000,"
                + " collateral-cap: 2, borrow-account-max: 0.00000001, borrow-total-max: 0, borrow-rate: 7.5 %, daily-volume: 25_000_000_000.5, index-age-max: 90s,"
                + " wrong-way-share: 62.5 %,"
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
                        entry(MarketsConfig.AssetLimit.DAILY_VOLUME, 25_000_000_000_500_000L),
                        entry(MarketsConfig.AssetLimit.INDEX_AGE_MAX, 90_000_000_000L),
                        entry(MarketsConfig.AssetLimit.WRONG_WAY_SHARE, 625_000L));
        assertThat(rules.haircutTiers())
                .containsExactly(
                        new MarketsConfig.HaircutTier(1_000_000_000_000L, 100_000, 50_000),
                        new MarketsConfig.HaircutTier(5_000_000_000_000L, 500_000, 500_000));
    }

    @Test
    void readsOnWhatAnAssetIsAClaim() {
        assertThat(rules("claim-on: USDC, redemption-rate: 1.0432, redemption-step: 0.1 %")
                        .claim())
                .contains(new MarketsConfig.Claim("USDC", 1_043_200_000_000_000L, 1_000));
        assertThat(rules("claim-on: USDC, redemption-step: 100 %").claim())
                .contains(new MarketsConfig.Claim("USDC", 0, 1_000_000));
        assertThat(rules("collateral-cap: 2").claim()).isEmpty();
    }

    @Test
    void refusesClaimsThatTheEngineWould() {
        assertBad("claim-on: USDC", "m.yaml:8:102: assets.BTC.claim-on needs redemption-step beside it");
        assertBad("redemption-step: 1 %", "assets.BTC.redemption-step needs claim-on beside it");
        assertBad("redemption-rate: 1", "assets.BTC.redemption-rate needs claim-on beside it");
        assertBad("claim-on: BTC, redemption-step: 1 %", "assets.BTC.claim-on is 'BTC', which is a claim itself");
        assertBad("claim-on: USD, redemption-step: 1 %", "which is not defined under assets; did you mean 'USDC'?");
        assertBad("claim-on: USDC, redemption-step: 1 %, index: 1", "assets.BTC.index is not for a claim");
        assertBad("claim-on: USDC, redemption-step: 1 %, stable: true", "assets.BTC.stable is not for a claim");
        assertBad("claim-on: USDC, redemption-step: 0 %", "0.0001 % to 100 %");
        assertBad("claim-on: USDC, redemption-step: 1 %, redemption-rate: 0", "is 0; allowed: above 0, up to 100");
        assertBad("claim-on: USDC, redemption-step: 1 %, redemption-rate: 101", "0 to 100");
    }

    @Test
    void refusesAClaimOnAClaimWhereverItStands() {
        final String coins = withBitcoin("claim-on: USDC, redemption-step: 1 %")
                .replace(
                        "assets:",
                        "assets:\n  A: { id: 7, decimals: 8, haircut: 5 %, initial-haircut: 5 %, liability-haircut: 5 %,"
                                + " claim-on: BTC, redemption-step: 1 % }");
        assertThatExceptionOfType(ConfigException.class)
                .isThrownBy(() -> MarketsConfig.parse("m.yaml", coins))
                .withMessageContaining(
                        "assets.A.claim-on is 'BTC', which is a claim itself; allowed: an asset that is none");
    }

    @Test
    void letsNothingSettleInAClaimAndAnOptionBeAboutOneThatHasAPrice() {
        final String claim = withBitcoin("claim-on: USDC, redemption-step: 1 %");
        final String option =
                "kind: option\n    expiry: 2026-12-25T08:00:00Z\n    strike: 1\n    side: call\n    style: premium";
        assertThatExceptionOfType(ConfigException.class)
                .isThrownBy(() -> MarketsConfig.parse("m.yaml", claim.replace("settlement: USDC", "settlement: BTC")))
                .withMessageContaining(
                        "instruments.BTC-PERP.settlement is 'BTC', which is a claim; allowed: an asset that is none");
        assertThatExceptionOfType(ConfigException.class)
                .isThrownBy(() -> MarketsConfig.parse("m.yaml", claim.replace("kind: linear-perpetual", option)))
                .withMessageContaining("instruments.BTC-PERP.underlying is 'BTC', which has no index under assets");

        final String priced = claim.replace("claim-on: USDC,", "claim-on: USDC, redemption-rate: 2,")
                .replace("kind: linear-perpetual", option);
        assertThat(MarketsConfig.parse("m.yaml", priced).instruments()).hasSize(1);
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
        assertBad("index-age-max: 25h", "1ns to 24h");
        assertBad(
                "wrong-way-share: 100.0001 %",
                "m.yaml:8:109: assets.BTC.wrong-way-share is 100.0001 %; allowed: 0 % to 100 %");
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
