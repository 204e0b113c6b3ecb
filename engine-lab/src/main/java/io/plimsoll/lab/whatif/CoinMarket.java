package io.plimsoll.lab.whatif;

import java.util.Optional;

/**
 * What a coin is worth: an underlying itself, or a claim on one.
 *
 * @param underlying that it moves with.
 * @param price of one coin.
 * @param haircuts of the coin; empty: by class.
 */
record CoinMarket(UnderlyingMarket underlying, double price, Optional<CoinHaircuts> haircuts) {}
