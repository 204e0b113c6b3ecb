package io.plimsoll.lab.margin;

import io.plimsoll.core.fixed.Rate;
import io.plimsoll.core.math.ScenarioPricer;
import io.plimsoll.core.math.Shocks;
import io.plimsoll.core.math.VolatilityRules;
import io.plimsoll.core.risk.CoinTiers;
import io.plimsoll.core.risk.Column;
import io.plimsoll.core.risk.RiskFrame;
import io.plimsoll.core.risk.RiskInstrument;
import io.plimsoll.core.risk.RiskKind;
import io.plimsoll.core.risk.RiskRow;
import io.plimsoll.core.risk.RowPricer;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Prices a portfolio: underlyings first, then their expiries, then positions. The margin currency's minor unit is a millionth;
 * rows are in millionths of that, 10^-12 of one.
 */
public final class PortfolioBuilder {
    /** Decimals of the margin currency. */
    public static final int MINOR_SCALE = 6;

    private static final int ROW_EXPONENT = 6;
    private static final int COIN_ROW_EXPONENT = 11;
    private static final int MINOR_UNITS = 1_000_000;

    private final RiskFrame frame = new RiskFrame();
    private final PricedPortfolio portfolio = new PricedPortfolio(frame);
    private final int scenarios;
    private final int length;
    private final Payoffs payoffs;
    private final ScenarioPricer pricer;
    private final RowPricer rows;
    private final List<Priced> underlyings = new ArrayList<>();
    private final List<Expiry> expiries = new ArrayList<>();
    private final Map<String, Integer> strikes = new HashMap<>();

    /** What an underlying is priced with. */
    private record Priced(double spot, Shocks shocks, VolatilityRules rules, int quote) {}

    /** What the contracts of an expiry are priced with. */
    private record Expiry(double fixed, double floating, double years, double rate) {
        double floatingShare() {
            return fixed == 0 ? 1 : floating / (fixed + floating);
        }
    }

    /**
     * Has nothing yet.
     *
     * @param scenarios number of scenarios of the set.
     */
    public PortfolioBuilder(final int scenarios) {
        this(ScenarioPlan.of(scenarios, 0, 0, 0, 0));
    }

    /**
     * Has nothing yet.
     *
     * @param plan where the scenarios stand; what is paid at expiry is written by {@link #portfolio}.
     */
    public PortfolioBuilder(final ScenarioPlan plan) {
        this.scenarios = plan.moves();
        this.length = plan.count();
        this.payoffs = new Payoffs(plan, unit());
        this.pricer = new ScenarioPricer(scenarios);
        this.rows = new RowPricer(pricer);
    }

    /**
     * Adds an underlying.
     *
     * @param terms what a margin model wants to know of it.
     * @param spot its price.
     * @param shocks the scenarios as it sees them, all of the set.
     * @param rules how far its volatilities move.
     * @param damping share of each scenario's profit or loss that counts; empty where nothing is damped.
     * @return its place.
     */
    public int underlying(
            final RiskFrame.Underlying terms,
            final double spot,
            final Shocks shocks,
            final VolatilityRules rules,
            final long... damping) {
        if (shocks.count() != scenarios) {
            throw new IllegalArgumentException(
                    terms.name() + " has " + shocks.count() + " scenarios, the set has " + scenarios);
        }
        underlyings.add(new Priced(spot, shocks, rules, 0));
        return frame.add(terms, damping);
    }

    /**
     * Adds an expiry.
     *
     * @param terms what a margin model wants to know of it.
     * @param fixed what is settled already of the price at expiry.
     * @param floating the rest of the forward.
     * @param years time to expiry.
     * @param rate interest rate to it.
     * @return its place.
     */
    public int expiry(
            final RiskFrame.Expiry terms,
            final double fixed,
            final double floating,
            final double years,
            final double rate) {
        expiries.add(new Expiry(fixed, floating, years, rate));
        return frame.add(terms);
    }

    /**
     * Adds the place of an underlying's contracts and coins that never expire.
     *
     * @param underlying place of the underlying.
     * @return its place among the expiries.
     */
    public int perpetual(final int underlying) {
        return expiry(new RiskFrame.Expiry(underlying, false, 0, 0, Rate.ONE), 0, 0, 0, 0);
    }

    /**
     * Adds a position in a European option that is paid for when bought.
     *
     * @param name of the option.
     * @param expiry its place.
     * @param call a call, otherwise a put.
     * @param strike strike.
     * @param volatility of the strike.
     * @param quantity signed, in units of the underlying.
     */
    public void option(
            final String name,
            final int expiry,
            final boolean call,
            final double strike,
            final double volatility,
            final BigDecimal quantity) {
        option(name, expiry, call, strike, volatility, quantity, true);
    }

    /**
     * Adds a position in a European option.
     *
     * @param name of the option.
     * @param expiry its place.
     * @param call a call, otherwise a put.
     * @param strike strike.
     * @param volatility of the strike.
     * @param quantity signed, in units of the underlying.
     * @param isValue whether its market value counts as the holder's: premium-style.
     */
    public void option(
            final String name,
            final int expiry,
            final boolean call,
            final double strike,
            final double volatility,
            final BigDecimal quantity,
            final boolean isValue) {
        final int underlying = frame.expiry(expiry).underlying();
        final Priced priced = underlyings.get(underlying);
        final Expiry market = expiries.get(expiry);
        pricer.underlying(priced.shocks(), priced.rules());
        pricer.expiry(market.fixed(), market.floating(), market.years(), market.rate());
        pricer.option(call, strike, volatility);
        final RiskRow row = row(quantity);
        rows.option(row, unit(), ScenarioPricer.nearest(priced.spot() * unit()), isValue);
        note(expiry, call, strike, pricer.valueIn(unit()), row);
        addOption(name, expiry, call, strike, row, quantity);
    }

    /** Notes what an option pays, and by how much it is out of the money. */
    void note(final int expiry, final boolean call, final double strike, final long value, final RiskRow row) {
        final double spot = spotOf(expiry);
        final double out = call ? strike - spot : spot - strike;
        row.values()[Column.OUT_OF_THE_MONEY] = ScenarioPricer.nearest(Math.max(0, out) * unit());
        row.values()[Column.UNITS] = unit();
        final Expiry market = expiries.get(expiry);
        payoffs.option(expiry, call, strike, market.fixed() + market.floating(), value, row);
    }

    void addOption(
            final String name,
            final int expiry,
            final boolean call,
            final double strike,
            final RiskRow row,
            final BigDecimal quantity) {
        final int underlying = frame.expiry(expiry).underlying();
        final int strikePlace = strikes.computeIfAbsent(expiry + "/" + strike, key -> frame.addStrike());
        portfolio.add(
                name,
                new RiskInstrument(
                        portfolio.count(),
                        call ? RiskKind.CALL : RiskKind.PUT,
                        underlying,
                        expiry,
                        strikePlace,
                        frame.underlying(underlying).classOf(),
                        underlyings.get(underlying).quote(),
                        Rate.ONE,
                        row,
                        CoinTiers.NONE),
                quantity);
    }

    /**
     * Adds a position in a contract that moves with the underlying.
     *
     * @param name of the instrument.
     * @param kind perpetual or future.
     * @param expiry its place; that of what never expires where it does not.
     * @param confidence how sure its price is.
     * @param price its own price.
     * @param notional price that its notional is counted at.
     * @param quantity signed, in units of the underlying.
     */
    public void contract(
            final String name,
            final RiskKind kind,
            final int expiry,
            final long confidence,
            final double price,
            final double notional,
            final BigDecimal quantity) {
        final RiskRow row = proportional(expiry, price, quantity);
        rows.contract(row, unit(), ScenarioPricer.nearest(notional * unit()));
        row.values()[Column.UNITS] = unit();
        add(name, kind, expiry, confidence, row, quantity);
    }

    /**
     * Adds a position in an inverse contract. Its amounts are in coin, so the coin is the margin currency of the portfolio; rows
     * are finer than those of money, for a coin is worth much.
     *
     * @param name of the instrument.
     * @param kind perpetual or future.
     * @param expiry its place; that of what never expires where it does not.
     * @param confidence how sure its price is.
     * @param coins signed, what the position is worth in coin at the current price.
     */
    public void inverse(
            final String name, final RiskKind kind, final int expiry, final long confidence, final BigDecimal coins) {
        final Priced priced = underlyings.get(frame.expiry(expiry).underlying());
        pricer.underlying(priced.shocks(), priced.rules());
        pricer.inverse(expiries.get(expiry).years(), expiries.get(expiry).floatingShare());
        final RiskRow row = new RiskRow(length, COIN_ROW_EXPONENT + coins.scale());
        final long unit = RowPricer.unit(MINOR_SCALE, COIN_ROW_EXPONENT);
        rows.contract(row, unit, unit);
        add(name, kind, expiry, confidence, row, coins);
    }

    /**
     * Adds coins that are held as collateral.
     *
     * @param name of the coin.
     * @param expiry place of what never expires, of its underlying.
     * @param confidence how sure its price is.
     * @param price of one coin.
     * @param haircuts off its value: for both margins, and for the initial margin besides.
     * @param moves whether scenarios move it.
     * @param quantity signed.
     */
    public void coin(
            final String name,
            final int expiry,
            final long confidence,
            final double price,
            final Haircuts haircuts,
            final boolean moves,
            final BigDecimal quantity) {
        portfolio.add(
                name,
                instrument(RiskKind.COIN, expiry, confidence, coinRow(expiry, price, haircuts, moves, quantity)),
                quantity);
    }

    private RiskRow coinRow(
            final int expiry,
            final double price,
            final Haircuts haircuts,
            final boolean moves,
            final BigDecimal quantity) {
        final RiskRow row = proportional(expiry, price, quantity);
        rows.coin(row, unit(), haircuts.both(), haircuts.initial(), moves);
        row.values()[Column.UNITS] = unit();
        return row;
    }

    /**
     * Adds funds that an order has reserved.
     *
     * @param order name of the order.
     * @param one what all of them would be of one coin.
     * @param other what all of them would be of the other.
     */
    public void reserved(final String order, final Funds one, final Funds other) {
        for (final Funds funds : new Funds[] {one, other}) {
            final RiskRow row = coinRow(funds.expiry(), funds.price(), new Haircuts(0, 0), false, funds.quantity());
            portfolio.addReserved(order, instrument(RiskKind.COIN, funds.expiry(), Rate.ONE, row), funds.quantity());
        }
    }

    /**
     * An amount of a coin.
     *
     * @param expiry place of what never expires, of its underlying.
     * @param price of one coin.
     * @param quantity not negative.
     */
    public record Funds(int expiry, double price, BigDecimal quantity) {}

    /**
     * Haircuts of a coin.
     *
     * @param both off its value for both margins.
     * @param initial off its value for the initial margin besides.
     */
    public record Haircuts(long both, long initial) {}

    RiskRow proportional(final int expiry, final double price, final BigDecimal quantity) {
        final Priced priced = underlyings.get(frame.expiry(expiry).underlying());
        pricer.underlying(priced.shocks(), priced.rules());
        pricer.future(price, expiries.get(expiry).years(), expiries.get(expiry).floatingShare());
        return row(quantity);
    }

    void add(
            final String name,
            final RiskKind kind,
            final int expiry,
            final long confidence,
            final RiskRow row,
            final BigDecimal quantity) {
        portfolio.add(name, instrument(kind, expiry, confidence, row), quantity);
    }

    private RiskInstrument instrument(final RiskKind kind, final int expiry, final long confidence, final RiskRow row) {
        final int underlying = frame.expiry(expiry).underlying();
        final int classOf = frame.underlying(underlying).classOf();
        final int quote = underlyings.get(underlying).quote();
        final CoinTiers tiers = kind == RiskKind.COIN ? new CoinTiers() : CoinTiers.NONE;
        return new RiskInstrument(
                portfolio.count(), kind, underlying, expiry, 0, classOf, quote, confidence, row, tiers);
    }

    RiskRow row(final BigDecimal quantity) {
        return new RiskRow(length, ROW_EXPONENT + quantity.scale());
    }

    static long unit() {
        return RowPricer.unit(MINOR_SCALE, ROW_EXPONENT);
    }

    /**
     * An amount in minor units.
     *
     * @param amount in units of the margin currency.
     * @return rounded to nearest.
     */
    public static long minorUnits(final BigDecimal amount) {
        return amount.multiply(BigDecimal.valueOf(MINOR_UNITS))
                .setScale(0, RoundingMode.HALF_EVEN)
                .longValueExact();
    }

    /** {@return adds positions whose figures come from elsewhere} */
    public GivenPositions given() {
        return new GivenPositions(this, rows, payoffs);
    }

    double spotOf(final int expiry) {
        return underlyings.get(frame.expiry(expiry).underlying()).spot();
    }

    /** {@return the portfolio, with what was added so far} */
    public PricedPortfolio portfolio() {
        payoffs.write();
        return portfolio;
    }

    /** {@return underlyings and expiries} */
    public RiskFrame frame() {
        return frame;
    }
}
