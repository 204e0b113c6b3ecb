package io.plimsoll.lab.whatif;

/**
 * A market and a portfolio in it, as a file gives them.
 *
 * @param market prices and volatilities.
 * @param portfolio cash and positions.
 */
public record PortfolioBook(Market market, Portfolio portfolio) {
    /**
     * The same after a shock, which is the profit or loss of the positions.
     *
     * @param shock what happens.
     * @return another book.
     * @throws MarketException when a position expires before.
     */
    public PortfolioBook after(final Shock shock) {
        final Market then = market.after(shock);
        for (final Position position : portfolio.positions()) {
            final InstrumentName instrument = position.instrument();
            instrument
                    .expiry()
                    .map(name -> market.underlying(instrument.underlying()).expiry(name))
                    .ifPresent(expiry -> {
                        if (!expiry.time().isAfter(then.time())) {
                            throw new MarketException(
                                    instrument + " expires at " + expiry.time() + ", before the time asked for, "
                                            + then.time() + "; settlement is not part of a what-if");
                        }
                    });
        }
        return new PortfolioBook(then, portfolio.entered(market).withoutExpired(then));
    }
}
