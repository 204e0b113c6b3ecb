package io.plimsoll.core.risk;

/**
 * An instrument as a margin model sees it.
 *
 * @param id of the instrument, for reports.
 * @param kind what it is.
 * @param underlying place of its underlying in the {@link RiskFrame}.
 * @param expiry place of its expiry in the frame.
 * @param strike place of its strike, one for each expiry and strike; 0 for what is no option.
 * @param classOf place of its class: charges by class look it up.
 * @param quote place of the currency it is quoted in, below 64.
 * @param confidence how sure its own price is, by {@link io.plimsoll.core.fixed.Rate}.
 * @param row of one lot.
 * @param tiers what further tiers of its haircut change, of a coin.
 */
public record RiskInstrument(
        long id,
        RiskKind kind,
        int underlying,
        int expiry,
        int strike,
        int classOf,
        int quote,
        long confidence,
        RiskRow row,
        CoinTiers tiers) {
    /**
     * The same with another row.
     *
     * @param other row of one lot.
     * @return another object.
     */
    public RiskInstrument with(final RiskRow other) {
        return new RiskInstrument(id, kind, underlying, expiry, strike, classOf, quote, confidence, other, tiers);
    }
}
