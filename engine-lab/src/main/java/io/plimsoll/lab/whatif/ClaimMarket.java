package io.plimsoll.lab.whatif;

/**
 * A claim on an underlying, such as a staked coin: worth what it redeems for, and moved as the underlying is.
 *
 * @param name of the claim.
 * @param rate units of the underlying for one of the claim.
 * @param haircuts its own.
 */
public record ClaimMarket(String name, double rate, CoinHaircuts haircuts) {}
