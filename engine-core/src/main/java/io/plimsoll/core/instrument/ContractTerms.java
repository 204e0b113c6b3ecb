package io.plimsoll.core.instrument;

import io.plimsoll.core.fixed.StateHash;

/**
 * Terms that depend on the contract type. What a type does not have is 0 or NONE.
 *
 * @param kind contract type.
 * @param quote inverse: id of the asset of the contract value; 0: the margin currency.
 * @param priceTicksMin smallest price; below 0 only where prices may be negative.
 * @param lotSize spot and options: minor units of the underlying in one lot; linear futures: the same, or 0, and then the mark
 *     settles them.
 * @param contractValue inverse: what one lot is worth at every price, in minor units of the quote asset, or in millionths of
 *     the margin currency.
 * @param expiry when it expires.
 * @param option what kind of option it is.
 */
public record ContractTerms(
        InstrumentKind kind,
        int quote,
        long priceTicksMin,
        long lotSize,
        long contractValue,
        Expiry expiry,
        OptionTerms option) {

    /** A linear perpetual with positive prices: such an instrument has nothing more to say than its common terms. */
    public static final ContractTerms LINEAR_PERPETUAL =
            new ContractTerms(InstrumentKind.LINEAR_PERPETUAL, 0, 1, 0, 0, Expiry.NONE, OptionTerms.NONE);

    /** {@return whether the premium is paid at the trade, and the position counts at its market value} */
    public boolean isPremiumStyle() {
        return option.style() == PremiumStyle.PREMIUM;
    }

    /**
     * Takes the terms into a hash; those of a plain linear perpetual leave it as it is.
     *
     * @param hash so far.
     * @return the hash so far.
     */
    long mixInto(final long hash) {
        if (equals(LINEAR_PERPETUAL)) {
            return hash;
        }
        long h = StateHash.mix(hash, kind.code());
        h = StateHash.mix(h, quote);
        h = StateHash.mix(h, priceTicksMin);
        h = StateHash.mix(h, lotSize);
        h = StateHash.mix(h, contractValue);
        h = StateHash.mix(h, expiry.timeNs());
        h = StateHash.mix(h, expiry.settlementWindowNs());
        h = StateHash.mix(h, option.side().code());
        h = StateHash.mix(h, option.strike());
        return StateHash.mix(h, option.style().code());
    }
}
