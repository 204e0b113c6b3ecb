package io.plimsoll.lab.live;

import io.plimsoll.config.model.ModelText;
import io.plimsoll.config.scenario.RiskClass;
import io.plimsoll.config.scenario.ScenarioSet;
import io.plimsoll.config.scenario.SkewMove;
import io.plimsoll.config.scenario.SkewRule;
import io.plimsoll.config.scenario.Underlying;
import io.plimsoll.config.scenario.VolatilityFollow;
import io.plimsoll.config.scenario.VolatilityRule;
import io.plimsoll.core.fixed.Rate;
import io.plimsoll.core.fixed.WordText;
import io.plimsoll.core.fixed.Words;
import io.plimsoll.core.margin.model.ModelWords;
import io.plimsoll.core.risk.ScenarioBlock;
import io.plimsoll.lab.margin.ModelBuilder;
import io.plimsoll.lab.margin.ScenarioPlan;
import io.plimsoll.lab.margin.Scenarios;
import java.util.List;

/** Scenario sets and margin models as the words that the engine loads. The set is laid out for the model. */
public final class LiveDocuments {
    /** Where a set does not say what an underlying's volatility was in the long run: this part of its class's range. */
    private static final int RANGE_OVER_SIGMA = 6;

    private LiveDocuments() {}

    /**
     * A scenario set as words.
     *
     * @param set the set.
     * @param model for which it is laid out: a model may add moves of its own.
     * @return the words, for {@link io.plimsoll.core.risk.ScenarioSet#read}.
     */
    public static Words scenarioSet(final ScenarioSet set, final ModelText model) {
        final Scenarios scenarios = Scenarios.of(set, model);
        final Words words = new Words(1 << 12);
        WordText.add(words, set.name());
        words.add(set.version());
        addBlocks(words, scenarios.plan());
        words.add(set.classes().size());
        set.classes().forEach(each -> addClass(words, each));
        words.add(set.underlyings().size());
        for (final Underlying underlying : set.underlyings()) {
            WordText.add(words, underlying.symbol());
            words.add(scenarios.classOf(underlying.symbol()));
            words.add(scenarios.groupOf(underlying.symbol()));
            words.add(0);
            words.add(underlying.riskClass().rangeFemto() / RANGE_OVER_SIGMA);
        }
        scenarios.addTo(words);
        addFollow(words, set.follow());
        return words;
    }

    /** Nothing where volatilities are followed as in a set that says nothing of it. */
    private static void addFollow(final Words words, final VolatilityFollow follow) {
        if (!follow.equals(VolatilityFollow.DEFAULT)) {
            words.add(follow.lambdaFemto());
            words.add(follow.riseFemto());
            words.add(follow.fallFemto());
        }
    }

    /** What options pay at their expiry is no block of the engine: it depends on the strikes that are listed. */
    static List<ScenarioBlock> blocks(final ScenarioPlan plan) {
        return List.of(plan.grid(), plan.skew(), plan.joint(), plan.stress(), plan.basis());
    }

    private static void addBlocks(final Words words, final ScenarioPlan plan) {
        final List<ScenarioBlock> blocks = blocks(plan);
        words.add(blocks.size());
        for (final ScenarioBlock block : blocks) {
            WordText.add(words, block.name());
            words.add(block.from());
            words.add(block.to());
        }
    }

    private static void addClass(final Words words, final RiskClass riskClass) {
        WordText.add(words, riskClass.name());
        final VolatilityRule rule = riskClass.volatility();
        words.add(rule.rangeUpFemto());
        words.add(rule.rangeDownFemto());
        words.add(rule.shortPowerFemto());
        words.add(rule.longPowerFemto());
        words.add(rule.dteFloorDays() * Rate.ONE);
        words.add(rule.minVolUpFemto());
        words.add(rule.maxVolFemto());
        addSkew(words, rule.skew(), rule.skew().linear());
        addSkew(words, rule.skew(), rule.skew().absolute());
    }

    private static void addSkew(final Words words, final SkewRule rule, final SkewMove move) {
        words.add(move.capFemto());
        words.add(move.cbaseFemto());
        words.add(rule.minKStarFemto());
        words.add(rule.widthScaleFemto());
        words.add(rule.volStaticFemto());
        words.add(rule.volScaleFemto());
    }

    /**
     * A margin model as words.
     *
     * @param set that it is used with.
     * @param text what its file says.
     * @return the words, for {@link ModelWords#read}.
     * @throws IllegalArgumentException when the engine would refuse them: a charge that it cannot load, a block that it does not
     *     have.
     */
    public static Words model(final ScenarioSet set, final ModelText text) {
        return furtherModel(set, text, text);
    }

    /**
     * A margin model beside another one as words.
     *
     * @param set that both are used with.
     * @param first the model for which the set is laid out.
     * @param text what the file of the further model says.
     * @return the words, for {@link ModelWords#read}.
     * @throws IllegalArgumentException when the engine would refuse them: a charge that it cannot load, a block that stands elsewhere
     *     in the set as it is laid out for the first, or is not there.
     */
    public static Words furtherModel(final ScenarioSet set, final ModelText first, final ModelText text) {
        final Words words = ModelWords.write(
                ModelBuilder.build(text, Scenarios.of(set, text).plan()));
        ModelWords.read(words, blocks(Scenarios.of(set, first).plan()));
        return words;
    }
}
