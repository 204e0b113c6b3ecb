package io.plimsoll.lab.live;

import java.math.BigDecimal;

/**
 * What an asset adds to equity. Amounts in the margin currency, but for the first two.
 *
 * @param asset its name.
 * @param balance in the asset.
 * @param unrealised profit and loss of positions that settle in it, in the asset.
 * @param value of both, at the index price.
 * @param haircut what of the value does not count; on a debt what counts besides.
 * @param options value of premium-style options that settle in it.
 * @param initial what of the value counts as initial margin besides.
 */
public record AssetEquity(
        String asset,
        BigDecimal balance,
        BigDecimal unrealised,
        BigDecimal value,
        BigDecimal haircut,
        BigDecimal options,
        BigDecimal initial) {
    /** {@return what the asset adds to margin equity, and to option value that is excluded from it} */
    public BigDecimal equity() {
        return value.subtract(haircut).add(options);
    }
}
