package io.plimsoll.client;

import io.plimsoll.sbe.DefineInstrumentEncoder;

/**
 * Terms of an instrument.
 *
 * @param instrument id, from 1.
 * @param symbol name, at most 16 ASCII characters.
 * @param underlying asset it is about.
 * @param settlement asset in which profit and loss is paid; spot: the asset that pays.
 * @param tickValue worth of one lot at a price of one tick, in minor units of the settlement asset.
 * @param priceTicksMax largest price in ticks.
 * @param positionLotsMax largest position of an account in lots.
 * @param tierTable id of the table of margin tiers.
 * @param contract terms that depend on the contract type.
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
        ContractTerms contract) {

    /**
     * Writes the terms into a command.
     *
     * @param command wrapped; its source and number are not touched.
     */
    public void encode(final DefineInstrumentEncoder command) {
        command.instrument(instrument)
                .symbol(symbol)
                .underlying(underlying)
                .settlement(settlement)
                .tickValue(tickValue)
                .priceTicksMax(priceTicksMax)
                .positionLotsMax(positionLotsMax)
                .tierTable(tierTable)
                .kind(contract.kind())
                .quote(contract.quote())
                .priceTicksMin(contract.priceTicksMin())
                .lotSize(contract.lotSize())
                .contractValue(contract.contractValue())
                .expiryNs(contract.expiryNs())
                .settlementWindowNs(contract.settlementWindowNs())
                .strike(contract.strike())
                .optionSide(contract.optionSide())
                .premiumStyle(contract.premiumStyle());
    }
}
