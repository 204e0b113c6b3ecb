package io.plimsoll.client;

/**
 * One tier of haircuts on a positive amount of an asset.
 *
 * @param fromValue value held from which the rates hold, margin currency in millionths; the first tier has 0.
 * @param haircutPpm haircut on the part above, parts per million.
 * @param initialHaircutPpm further haircut on it, counted as initial margin only, parts per million.
 */
public record HaircutTier(long fromValue, int haircutPpm, int initialHaircutPpm) {}
