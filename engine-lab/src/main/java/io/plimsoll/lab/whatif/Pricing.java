package io.plimsoll.lab.whatif;

import io.plimsoll.core.fixed.Rate;
import io.plimsoll.core.math.ScenarioPricer;
import io.plimsoll.core.risk.RiskFrame;
import io.plimsoll.core.risk.RiskInstrument;
import io.plimsoll.core.risk.RiskKind;
import io.plimsoll.lab.margin.PortfolioBuilder;
import io.plimsoll.lab.margin.PricedPortfolio;
import io.plimsoll.lab.margin.Scenarios;
import io.plimsoll.lab.margin.SettlementWindow;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Prices a portfolio in a market under the scenarios of a preset. */
final class Pricing {
    private static final int COIN_DIGITS = 8;

    /** In minor units: sums of rows have a unit of their own. */
    private static final int DELTAS_OF_OTHERS = 0;

    private final Market market;
    private final Preset preset;
    private final Scenarios scenarios;
    private final PortfolioBuilder builder;
    private final List<String> underlyings = new ArrayList<>();
    private final List<String> expiries = new ArrayList<>();
    private final Map<Integer, String> strikes = new HashMap<>();

    private Pricing(final Market market, final Preset preset) {
        this.market = market;
        this.preset = preset;
        this.scenarios = Scenarios.of(preset.set(), preset.model());
        this.builder = new PortfolioBuilder(scenarios.plan().count());
    }

    /** Prices all positions, in their order. */
    static Book price(final Portfolio portfolio, final Market market, final Preset preset) {
        final Pricing pricing = new Pricing(market, preset);
        portfolio.positions().forEach(pricing::add);
        final Book book = new Book(
                pricing.builder.portfolio(), pricing.scenarios, pricing.underlyings, pricing.expiries, pricing.strikes);
        if (!portfolio.others().isEmpty()) {
            new OtherAccounts(portfolio.others()).standBeside(book, portfolio.positions(), market, preset);
        }
        return book;
    }

    private void add(final Position position) {
        final InstrumentName instrument = position.instrument();
        final UnderlyingMarket underlying = instrument.kind() == RiskKind.COIN
                ? market.coin(instrument.underlying()).underlying()
                : market.underlying(instrument.underlying());
        try {
            switch (instrument.kind()) {
                case COIN -> coin(position, market.coin(instrument.underlying()));
                case PERPETUAL ->
                    builder.contract(
                            instrument.toString(),
                            RiskKind.PERPETUAL,
                            perpetualPlace(underlying),
                            Rate.ONE,
                            underlying.perpetual(),
                            underlying.price(),
                            position.quantity());
                case FUTURE ->
                    builder.contract(
                            instrument.toString(),
                            RiskKind.FUTURE,
                            expiryPlace(underlying, expiryOf(position)),
                            Rate.ONE,
                            expiryOf(position).future(),
                            underlying.price(),
                            position.quantity());
                case CALL, PUT -> option(position, underlying);
            }
        } catch (final ArithmeticException e) {
            throw new MarketException(instrument + " cannot be priced: " + e.getMessage());
        }
    }

    private Expiry expiryOf(final Position position) {
        final InstrumentName instrument = position.instrument();
        return market.underlying(instrument.underlying())
                .expiry(instrument.expiry().orElseThrow());
    }

    private void option(final Position position, final UnderlyingMarket underlying) {
        final InstrumentName instrument = position.instrument();
        final Expiry expiry = expiryOf(position);
        final double strike = instrument.strike().orElseThrow().doubleValue();
        builder.option(
                instrument.toString(),
                expiryPlace(underlying, expiry),
                instrument.kind() == RiskKind.CALL,
                strike,
                market.volatility(expiry, strike),
                position.quantity(),
                position.isPremium());
        final PricedPortfolio priced = builder.portfolio();
        final String name = instrument.toString();
        strikes.put(priced.instrument(priced.count() - 1).strike(), name.substring(0, name.length() - 2));
    }

    private void coin(final Position position, final CoinMarket of) {
        final int place = perpetualPlace(of.underlying());
        final CoinHaircuts haircuts = haircuts(of, preset, scenarios);
        final BigDecimal quantity = haircuts.further().isEmpty()
                ? position.quantity()
                : position.quantity()
                        .setScale(Math.max(COIN_DIGITS, position.quantity().scale()));
        builder.coin(
                position.instrument().toString(),
                place,
                Rate.ONE,
                of.price(),
                new PortfolioBuilder.Haircuts(Numbers.rate(haircuts.both()), Numbers.rate(haircuts.initial())),
                true,
                quantity);
        final PricedPortfolio priced = builder.portfolio();
        final RiskInstrument coin = priced.instrument(priced.count() - 1);
        final CoinRows rows = new CoinRows(haircuts, coin.row(), !preset.chargesHaircuts());
        if (quantity.signum() < 0) {
            rows.owed();
        } else {
            rows.held(coin, of.price(), quantity.scale());
        }
    }

    static CoinHaircuts haircuts(final CoinMarket coin, final Preset preset, final Scenarios scenarios) {
        return coin.haircuts()
                .orElseGet(() -> CoinHaircuts.ofClass(preset.set()
                        .classes()
                        .get(scenarios.classOf(coin.underlying().name()))
                        .name()));
    }

    private int underlyingPlace(final UnderlyingMarket underlying) {
        final int known = underlyings.indexOf(underlying.name());
        if (known >= 0) {
            return known;
        }
        final String name = underlying.name();
        final RiskFrame.Underlying terms;
        try {
            terms = new RiskFrame.Underlying(
                    name,
                    scenarios.groupOf(name),
                    DELTAS_OF_OTHERS,
                    scenarios.classOf(name),
                    PortfolioBuilder.minorUnits(Numbers.decimal(underlying.dailyVolume())),
                    Numbers.rate(underlying.confidence()),
                    Numbers.rate(underlying.funding()),
                    PortfolioBuilder.minorUnits(Numbers.decimal(underlying.openInterest())));
        } catch (final IllegalArgumentException e) {
            throw new MarketException(e.getMessage());
        }
        underlyings.add(name);
        return builder.underlying(
                terms,
                underlying.price(),
                scenarios.shocks(name, underlying.sigma()),
                scenarios.rules(name),
                scenarios.damping(name));
    }

    private int perpetualPlace(final UnderlyingMarket underlying) {
        final int place = underlyingPlace(underlying);
        final int known = expiries.indexOf(underlying.name());
        if (known >= 0) {
            return known;
        }
        expiries.add(underlying.name());
        return builder.perpetual(place);
    }

    private int expiryPlace(final UnderlyingMarket underlying, final Expiry expiry) {
        final int place = underlyingPlace(underlying);
        final String name = underlying.name() + "-" + expiry.name();
        final int known = expiries.indexOf(name);
        if (known >= 0) {
            return known;
        }
        expiries.add(name);
        final double years = market.years(expiry);
        final double rate = market.rate(expiry);
        final SettlementWindow.Parts forward = expiry.window().of(expiry.forward(), market.seconds(expiry));
        final RiskFrame.Expiry terms = new RiskFrame.Expiry(
                place,
                true,
                ScenarioPricer.nearest(years * Rate.ONE),
                ScenarioPricer.nearest(rate * Rate.ONE),
                Numbers.rate(underlying.confidence()));
        return builder.expiry(terms, forward.fixed(), forward.floating(), years, rate);
    }
}
