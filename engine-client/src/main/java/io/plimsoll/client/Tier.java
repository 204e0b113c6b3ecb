package io.plimsoll.client;

/**
 * One tier of margin rates.
 *
 * @param fromNotional notional from which the rates hold, margin currency in millionths; the first tier has 0.
 * @param initialPpm initial margin rate of the part above, parts per million.
 * @param maintenancePpm maintenance margin rate of the part above, parts per million.
 */
public record Tier(long fromNotional, int initialPpm, int maintenancePpm) {}
