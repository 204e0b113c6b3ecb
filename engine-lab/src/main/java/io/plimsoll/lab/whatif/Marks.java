package io.plimsoll.lab.whatif;

import io.plimsoll.core.math.BlackGreeks;
import io.plimsoll.core.risk.RiskKind;
import java.math.BigDecimal;
import java.math.RoundingMode;

/** Prices of instruments in a market. */
public final class Marks {
    private static final int SCALE = 12;

    private Marks() {}

    /**
     * The price of an instrument.
     *
     * @param instrument what is priced.
     * @param market prices and volatilities.
     * @return of one unit, in the margin currency.
     * @throws MarketException when it is not in the market.
     */
    public static BigDecimal of(final InstrumentName instrument, final Market market) {
        final String underlying = instrument.underlying();
        return switch (instrument.kind()) {
            case COIN -> Numbers.decimal(market.coin(underlying).price());
            case PERPETUAL -> Numbers.decimal(market.underlying(underlying).perpetual());
            case FUTURE ->
                Numbers.decimal(market.underlying(underlying)
                        .expiry(instrument.expiry().orElseThrow())
                        .future());
            case CALL, PUT -> option(instrument, market);
        };
    }

    private static BigDecimal option(final InstrumentName instrument, final Market market) {
        final Expiry expiry = market.underlying(instrument.underlying())
                .expiry(instrument.expiry().orElseThrow());
        final double strike = instrument.strike().orElseThrow().doubleValue();
        final BlackGreeks greeks = new BlackGreeks();
        greeks.evaluate(
                instrument.kind() == RiskKind.CALL,
                expiry.forward(),
                strike,
                market.volatility(expiry, strike),
                market.years(expiry),
                Math.max(0, market.rate(expiry)));
        return new BigDecimal(greeks.price()).setScale(SCALE, RoundingMode.HALF_EVEN);
    }
}
