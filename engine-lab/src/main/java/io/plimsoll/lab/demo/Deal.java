package io.plimsoll.lab.demo;

/**
 * A trade between two accounts.
 *
 * @param instrument id.
 * @param tradeId from 1, unique.
 * @param ticks price.
 * @param lots positive.
 * @param buyer account id.
 * @param seller account id.
 * @param buyerTook whether the buyer took.
 */
public record Deal(int instrument, long tradeId, long ticks, long lots, long buyer, long seller, boolean buyerTook) {}
