package io.plimsoll.core.instrument;

/**
 * Terms of an instrument as they were defined.
 *
 * @param id of the instrument.
 * @param symbol name.
 * @param underlying id of the asset it is about.
 * @param settlement id of the asset in which P and L is paid.
 * @param tickValue minor units of the settlement asset per lot and tick.
 * @param priceTicksMax largest price.
 * @param positionLotsMax largest position of an account.
 * @param tierTable id of the margin tiers.
 */
public record InstrumentTerms(
        int id,
        Symbol symbol,
        int underlying,
        int settlement,
        long tickValue,
        long priceTicksMax,
        long positionLotsMax,
        int tierTable) {}
