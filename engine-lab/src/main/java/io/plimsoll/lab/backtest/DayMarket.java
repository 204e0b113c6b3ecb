package io.plimsoll.lab.backtest;

import io.plimsoll.core.fixed.Rate;
import io.plimsoll.core.math.ScenarioPricer;
import io.plimsoll.core.math.Shocks;
import io.plimsoll.core.risk.CoinTiers;
import io.plimsoll.core.risk.RiskFrame;
import io.plimsoll.core.risk.RiskInstrument;
import io.plimsoll.core.risk.RiskKind;
import io.plimsoll.core.risk.RiskRow;
import io.plimsoll.core.risk.RowPricer;
import io.plimsoll.lab.margin.Scenarios;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/**
 * Rows of a day, priced once for all books. The margin currency's minor unit is a millionth; a lot is a dollar of the underlying,
 * and rows are in 10^-10 dollars: a smallest shock of 10^-5 still has 10^5 of them, and a million lots that rise sixfold stay
 * below 2^56.
 */
final class DayMarket {
    /** Decimals of the margin currency. */
    static final int MINOR_SCALE = 6;

    private static final int ROW_EXPONENT = 4;
    private static final long UNIT = RowPricer.unit(MINOR_SCALE, ROW_EXPONENT);
    private static final long PER_CENT = Rate.ONE / 100;
    private static final double ONE = Rate.ONE;
    private static final long[] HAIRCUTS = {5, 5, 15, 40, 40, 40};
    private static final long[] INITIAL_HAIRCUTS = {5, 5, 10, 20, 20, 20};

    private final Scenarios scenarios;
    private final Map<String, Market.Quote> quotes;
    private final RiskFrame frame = new RiskFrame();
    private final ScenarioPricer pricer;
    private final RowPricer rows;
    private final List<String> symbols;
    private final List<Shocks> shocks = new ArrayList<>();
    private final Map<String, Integer> expiries = new HashMap<>();
    private final Map<Instrument, Integer> strikes = new HashMap<>();
    private final Map<Instrument, RiskInstrument> priced = new HashMap<>();

    DayMarket(
            final Scenarios scenarios,
            final Map<String, Market.Quote> quotes,
            final List<String> symbols,
            final ToDoubleFunction<String> sigma) {
        this.scenarios = scenarios;
        this.quotes = quotes;
        this.symbols = symbols;
        this.pricer = new ScenarioPricer(scenarios.plan().count());
        this.rows = new RowPricer(pricer);
        for (final String symbol : symbols) {
            shocks.add(scenarios.shocks(symbol, sigma.applyAsDouble(symbol)));
            frame.add(
                    new RiskFrame.Underlying(
                            symbol, scenarios.groupOf(symbol), ROW_EXPONENT, scenarios.classOf(symbol), 0, Rate.ONE),
                    scenarios.damping(symbol));
        }
    }

    Scenarios scenarios() {
        return scenarios;
    }

    RiskFrame frame() {
        return frame;
    }

    RiskInstrument instrument(final Instrument instrument) {
        return priced.computeIfAbsent(instrument, this::price);
    }

    private RiskInstrument price(final Instrument instrument) {
        final int underlying = symbols.indexOf(instrument.symbol());
        final int classOf = scenarios.classOf(instrument.symbol());
        final RiskRow row = new RiskRow(scenarios.plan().count(), ROW_EXPONENT);
        final Market.Quote quote = quotes.get(instrument.symbol());
        final double value = Market.value(instrument, quote);
        pricer.underlying(shocks.get(underlying), scenarios.rules(instrument.symbol()));
        switch (instrument.kind()) {
            case COIN -> {
                pricer.proportional(value);
                rows.coin(row, UNIT, haircut(HAIRCUTS, classOf), haircut(INITIAL_HAIRCUTS, classOf), true);
            }
            case PERPETUAL, FUTURE -> {
                pricer.future(value, instrument.years());
                rows.contract(row, UNIT, UNIT);
            }
            case OPTION -> {
                pricer.expiry(0, 1, instrument.years(), 0);
                pricer.option(instrument.call(), Market.strike(instrument, quote), quote.volatility());
                rows.option(row, UNIT, UNIT, true);
            }
        }
        return new RiskInstrument(
                priced.size(),
                kind(instrument),
                underlying,
                expiry(instrument, underlying),
                strike(instrument),
                classOf,
                0,
                Rate.ONE,
                row,
                CoinTiers.NONE);
    }

    private static long haircut(final long[] perCent, final int classOf) {
        return perCent[Math.min(classOf, perCent.length - 1)] * PER_CENT;
    }

    private static RiskKind kind(final Instrument instrument) {
        return switch (instrument.kind()) {
            case COIN -> RiskKind.COIN;
            case PERPETUAL -> RiskKind.PERPETUAL;
            case FUTURE -> RiskKind.FUTURE;
            case OPTION -> instrument.call() ? RiskKind.CALL : RiskKind.PUT;
        };
    }

    private int expiry(final Instrument instrument, final int underlying) {
        return expiries.computeIfAbsent(
                instrument.symbol() + "/" + instrument.days(), key -> frame.add(terms(instrument, underlying)));
    }

    private RiskFrame.Expiry terms(final Instrument instrument, final int underlying) {
        if (instrument.days() == 0) {
            return new RiskFrame.Expiry(underlying, false, 0, 0, Rate.ONE);
        }
        return new RiskFrame.Expiry(underlying, true, ScenarioPricer.nearest(instrument.years() * ONE), 0, Rate.ONE);
    }

    /** A call and a put with the same strike and expiry share a place. */
    private int strike(final Instrument instrument) {
        return instrument.kind() != Instrument.Kind.OPTION
                ? 0
                : strikes.computeIfAbsent(
                        Instrument.put(instrument.symbol(), instrument.days(), instrument.deviations()),
                        key -> frame.addStrike());
    }
}
