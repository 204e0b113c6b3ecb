package io.plimsoll.lab.whatif;

import io.plimsoll.core.margin.model.MarginModel;
import io.plimsoll.core.risk.ScenarioBlock;
import io.plimsoll.lab.margin.ModelBuilder;
import io.plimsoll.lab.margin.PortfolioMargin;
import io.plimsoll.lab.margin.ScenarioPlan;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Margins of a portfolio in a market, under one or several models, without any server. */
public final class WhatIf {
    private static final String DEFAULT = "plimsoll";

    private WhatIf() {}

    /**
     * Computes the margin under each model.
     *
     * @param portfolio cash and positions.
     * @param market prices and volatilities.
     * @param presets the models, at least one.
     * @return an answer a model, in their order.
     * @throws MarketException when a position is not in the market, or its underlying not in a scenario set.
     */
    public static List<MarginAnswer> margin(final Portfolio portfolio, final Market market, final Preset... presets) {
        if (presets.length == 0) {
            throw new IllegalArgumentException("no margin model is given");
        }
        final Book joint = jointBook(portfolio, market, presets);
        final TailRisk tail = TailRisk.of(joint);
        final ApproximateRisk approximation = ApproximateRisk.of(joint, portfolio, market);
        final List<Sensitivities> greeks = Sensitivities.of(joint);
        final List<MarginAnswer> answers = new ArrayList<>();
        for (final Preset preset : presets) {
            answers.add(answer(portfolio, market, preset, tail, approximation, greeks));
        }
        return answers;
    }

    /**
     * Computes margins and equity alone, which takes a fraction of the time.
     *
     * @param portfolio cash and positions.
     * @param market prices and volatilities.
     * @param preset the model.
     * @return the same margins and equity as {@link #margin}.
     * @throws MarketException when a position is not in the market, or its underlying not in the scenario set.
     */
    public static MarginLevels levels(final Portfolio portfolio, final Market market, final Preset preset) {
        final Book book = Pricing.price(portfolio, market, preset);
        final Equity equity = Equity.of(portfolio, market, book, preset);
        final ScenarioPlan plan = book.scenarios().plan();
        final MarginModel model = model(preset, plan);
        final PortfolioMargin margin = PortfolioMargin.of(model, book.priced(), plan.count());
        if (portfolio.canOwe()) {
            return new MarginLevels(margin.initial(), margin.maintenance(), equity);
        }
        final Explanation tree = tree(portfolio, margin, model, book);
        return new MarginLevels(tree.initial().amount(), tree.maintenance().amount(), equity);
    }

    /**
     * What the portfolio loses in each scenario of a model, as the model counts: far moves damped, discounts taken.
     *
     * @param portfolio cash and positions.
     * @param market prices and volatilities.
     * @param preset the model.
     * @return the scenarios that move the market, in the order of the model; none, if it has none.
     * @throws MarketException when a position is not in the market, or its underlying not in the scenario set.
     */
    public static List<ScenarioLoss> scenarios(final Portfolio portfolio, final Market market, final Preset preset) {
        final Book book = Pricing.price(portfolio, market, preset);
        final ScenarioPlan plan = book.scenarios().plan();
        final PortfolioMargin margin = margin(book, preset);
        final List<ScenarioLoss> losses = new ArrayList<>();
        for (final ScenarioBlock block : List.of(plan.grid(), plan.joint(), plan.stress(), plan.basis())) {
            for (int s = block.from(); s < block.to(); s++) {
                losses.add(new ScenarioLoss(
                        block.name(),
                        book.scenarios().name(s),
                        margin.profitUnder(s).negate()));
            }
        }
        return losses;
    }

    /**
     * What the portfolio loses in each scenario of the joint block that {@link TailRisk} is of.
     *
     * @param portfolio cash and positions.
     * @param market prices and volatilities.
     * @param presets the models that it is asked for with.
     * @return from the worst.
     * @throws MarketException when a position is not in the market, or its underlying not in the scenario set.
     */
    public static List<ScenarioLoss> tail(final Portfolio portfolio, final Market market, final Preset... presets) {
        final Book joint = jointBook(portfolio, market, presets);
        return new TailShares(
                        joint,
                        joint.joint(),
                        IntStream.range(0, joint.count()).boxed().toList())
                .ranked().stream()
                        .map(each -> new ScenarioLoss(
                                joint.joint().name(), joint.scenarios().name(each.getKey()), each.getValue()))
                        .toList();
    }

    private static PortfolioMargin margin(final Book book, final Preset preset) {
        final ScenarioPlan plan = book.scenarios().plan();
        return PortfolioMargin.of(model(preset, plan), book.priced(), plan.count());
    }

    /** Risk measures are of the joint block of the default set, or of a set that has one. */
    private static Book jointBook(final Portfolio portfolio, final Market market, final Preset... presets) {
        for (final Preset preset : presets) {
            if (preset.set().joint().isPresent()) {
                return Pricing.price(portfolio, market, preset);
            }
        }
        return Pricing.price(portfolio, market, Preset.shipped(DEFAULT));
    }

    private static MarginAnswer answer(
            final Portfolio portfolio,
            final Market market,
            final Preset preset,
            final TailRisk tail,
            final ApproximateRisk approximation,
            final List<Sensitivities> greeks) {
        final Book book = Pricing.price(portfolio, market, preset);
        final ScenarioPlan plan = book.scenarios().plan();
        final MarginModel model = model(preset, plan);
        final PortfolioMargin margin = PortfolioMargin.of(model, book.priced(), plan.count());
        final Explanation tree = tree(portfolio, margin, model, book);
        return new MarginAnswer(
                model.name(),
                model.version(),
                preset.set().name() + " v" + preset.set().version() + " "
                        + preset.set().hash().substring(0, 16),
                tree.initial().amount(),
                tree.maintenance().amount(),
                Equity.of(portfolio, market, book, preset),
                tree.binding(),
                worstGrid(margin, book, plan.grid()),
                tail,
                approximation,
                greeks,
                tree);
    }

    /** What the model asks for, and that an account which cannot owe is spared it. */
    private static Explanation tree(
            final Portfolio portfolio, final PortfolioMargin margin, final MarginModel model, final Book book) {
        final Explanation ofModel = Explanation.of(margin.tree(), model, book);
        final boolean isSpared = !portfolio.canOwe() && margin.initial().signum() != 0;
        return isSpared ? ofModel.spared(model) : ofModel;
    }

    private static MarginModel model(final Preset preset, final ScenarioPlan plan) {
        try {
            return preset.loaded().orElseGet(() -> ModelBuilder.build(preset.model(), plan));
        } catch (final IllegalArgumentException e) {
            throw new MarketException(
                    "model " + preset.name() + " cannot be used with such parameters: " + e.getMessage());
        }
    }

    private static Optional<GridWorst> worstGrid(
            final PortfolioMargin margin, final Book book, final ScenarioBlock grid) {
        BigDecimal worst = null;
        int at = 0;
        for (int s = grid.from(); s < grid.to(); s++) {
            final BigDecimal loss = margin.profitUnder(s).negate();
            if (worst == null || loss.compareTo(worst) > 0) {
                worst = loss;
                at = s;
            }
        }
        return worst == null
                ? Optional.empty()
                : Optional.of(new GridWorst(book.scenarios().name(at), worst));
    }
}
