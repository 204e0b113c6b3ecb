package io.plimsoll.client;

import io.plimsoll.sbe.InstrumentKind;

/**
 * Terms of an instrument.
 *
 * @param instrument id, from 1.
 * @param symbol name, at most 16 ASCII characters.
 * @param underlying asset it is about.
 * @param settlement asset in which profit and loss is paid.
 * @param tickValue minor units of the settlement asset per lot and tick.
 * @param priceTicksMax largest price in ticks.
 * @param positionLotsMax largest position of an account in lots.
 * @param tierTable id of the table of margin tiers.
 * @param kind contract type.
 */
public record InstrumentTerms(
        int instrument,
        String symbol,
        int underlying,
        int settlement,
        long tickValue,
        long priceTicksMax,
        long positionLotsMax,
        int tierTable,
        InstrumentKind kind) {}
