package io.plimsoll.client;

/**
 * Terms of an asset.
 *
 * @param asset id, from 1.
 * @param symbol name, at most 16 ASCII characters.
 * @param scale decimals of its minor unit, 0 to 12.
 * @param haircutPpm haircut on a positive amount, parts per million.
 * @param initialHaircutPpm further haircut that counts as initial margin only, parts per million.
 * @param liabilityHaircutPpm surcharge on a debt, parts per million.
 * @param stable true: valued at the lesser of 1 and its index; false: at its index.
 */
public record AssetTerms(
        int asset,
        String symbol,
        int scale,
        int haircutPpm,
        int initialHaircutPpm,
        int liabilityHaircutPpm,
        boolean stable) {}
