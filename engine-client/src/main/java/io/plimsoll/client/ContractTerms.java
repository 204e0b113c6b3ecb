package io.plimsoll.client;

import io.plimsoll.sbe.InstrumentKind;
import io.plimsoll.sbe.OptionSide;
import io.plimsoll.sbe.PremiumStyle;

/**
 * Terms of an instrument that depend on its contract type. What a type does not have is 0 or NONE.
 *
 * @param kind contract type.
 * @param quote inverse: asset of the contract value; 0: the margin currency.
 * @param priceTicksMin smallest price in ticks: 1 or more; options 0 or more; linear perpetuals and futures also below 0.
 * @param lotSize spot and options: minor units of the underlying in one lot.
 * @param contractValue inverse: what one lot is worth at every price, in minor units of the quote asset, or in millionths of
 *     the margin currency.
 * @param expiryNs futures and options: when they expire, ns since 1970.
 * @param settlementWindowNs futures and options: time before the expiry whose average settles them, in ns.
 * @param strike options: price of one whole unit of the underlying in the quote currency, x 10^10.
 * @param optionSide options: call or put.
 * @param premiumStyle options: when the premium is paid.
 */
public record ContractTerms(
        InstrumentKind kind,
        int quote,
        long priceTicksMin,
        long lotSize,
        long contractValue,
        long expiryNs,
        long settlementWindowNs,
        long strike,
        OptionSide optionSide,
        PremiumStyle premiumStyle) {

    /** A linear perpetual with positive prices. */
    public static final ContractTerms LINEAR_PERPETUAL =
            new ContractTerms(InstrumentKind.LINEAR_PERPETUAL, 0, 1, 0, 0, 0, 0, 0, OptionSide.NONE, PremiumStyle.NONE);

    boolean isComplete() {
        return kind != null
                && kind != InstrumentKind.NULL_VAL
                && optionSide != null
                && optionSide != OptionSide.NULL_VAL
                && premiumStyle != null
                && premiumStyle != PremiumStyle.NULL_VAL;
    }
}
