package io.plimsoll.lab.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.plimsoll.config.scenario.VolatilityFollow;
import io.plimsoll.core.fixed.Rate;
import io.plimsoll.core.fixed.Words;
import io.plimsoll.core.margin.model.ModelWords;
import io.plimsoll.core.market.FollowRule;
import io.plimsoll.core.risk.ScenarioSet;
import io.plimsoll.lab.whatif.Preset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What of the shipped models the live engine can load, and what is said of the others. */
class LiveDocumentsTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "plimsoll",
                "pmrm2",
                "deribit",
                "span",
                "tiered-dydx",
                "tiered-mango",
                "tiered-synthetix",
                "tiered-vega",
                "by-side"
            })
    void aModelComesBackFromItsWordsAsItWentIn(final String name) {
        final Preset preset = Preset.shipped(name);
        final Words words = LiveDocuments.model(preset.set(), preset.model());
        final ScenarioSet set = ScenarioSet.read(LiveDocuments.scenarioSet(preset.set(), preset.model()));

        assertThat(ModelWords.write(ModelWords.read(words, set.blocks())).hash())
                .isEqualTo(words.hash());
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "standard, the engine's scenarios have no block 'payoff'",
                "tiered-drift, the engine's scenarios have no block 'payoff'",
                "okx, there is no Charge 'TierCharge' that can be loaded",
                "tiered-binance, there is no Charge 'TierCharge' that can be loaded",
                "tiered-hyperliquid, there is no Charge 'TierCharge' that can be loaded"
            })
    void aModelThatTheEngineWouldRefuseIsRefusedWhereItIsWritten(final String name, final String why) {
        final Preset preset = Preset.shipped(name);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> LiveDocuments.model(preset.set(), preset.model()))
                .withMessage(why);
    }

    @Test
    void howVolatilitiesFollowPricesComesWithTheSet() {
        final Preset preset = Preset.shipped("pmrm2");
        final var usual = preset.set();
        final var quicker = new io.plimsoll.config.scenario.ScenarioSet(
                usual.name(),
                usual.version(),
                usual.hash(),
                usual.classes(),
                usual.underlyings(),
                usual.grid(),
                usual.joint(),
                usual.stress(),
                new VolatilityFollow(Rate.ONE / 10 * 9, Rate.ONE / 4, Rate.ONE / 5));

        assertThat(ScenarioSet.read(LiveDocuments.scenarioSet(quicker, preset.model()))
                        .follow())
                .isEqualTo(new FollowRule(Rate.ONE / 10 * 9, Rate.ONE / 4, Rate.ONE / 5));
        assertThat(ScenarioSet.read(LiveDocuments.scenarioSet(usual, preset.model()))
                        .follow())
                .isEqualTo(FollowRule.DEFAULT);
    }
}
