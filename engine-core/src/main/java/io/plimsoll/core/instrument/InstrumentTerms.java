package io.plimsoll.core.instrument;

/**
 * Terms of an instrument as they were defined.
 *
 * @param id of the instrument.
 * @param symbol name.
 * @param underlying id of the asset it is about.
 * @param settlement id of the asset in which P and L is paid; spot: the asset that pays.
 * @param tickValue worth of one lot at a price of one tick, in minor units of the settlement asset. Linear: it rises with the
 *     price; inverse: it falls.
 * @param priceTicksMax largest price.
 * @param positionLotsMax largest position of an account.
 * @param tierTable id of the margin tiers.
 * @param contract terms that depend on the contract type.
 */
public record InstrumentTerms(
        int id,
        Symbol symbol,
        int underlying,
        int settlement,
        long tickValue,
        long priceTicksMax,
        long positionLotsMax,
        int tierTable,
        ContractTerms contract) {}
