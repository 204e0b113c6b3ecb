package io.plimsoll.lab.profit;

/**
 * What an account gained and lost in one instrument between two moments, in minor units of the asset it settles in. Losses are
 * negative.
 *
 * @param instrument symbol.
 * @param asset symbol of what it settles in.
 * @param scale decimals of the asset.
 * @param realised by closing, without what settlement paid.
 * @param premium of options, received less paid.
 * @param settled paid at expiry or delisting.
 * @param funding received less paid, as it was booked.
 * @param fees a fee is negative, a rebate positive.
 * @param openBefore worth of the open position at the first moment: unrealised profit with accrued funding, or the market value
 *     of an option whose premium was paid.
 * @param openNow the same at the second moment.
 * @param spot of a spot pair, what was got less what was given, in millionths of the margin currency at the index prices of each
 *     trade, every side rounded down.
 * @param totalUsd the total in millionths of the margin currency, at the index price of the second moment, rounded down.
 */
public record InstrumentProfit(
        String instrument,
        String asset,
        int scale,
        long realised,
        long premium,
        long settled,
        long funding,
        long fees,
        long openBefore,
        long openNow,
        long spot,
        long totalUsd) {
    /** {@return what moved the balance} */
    public long booked() {
        return realised + premium + settled + funding + fees;
    }

    /** {@return what was gained in the settlement asset: what was booked, and what the open position has become worth more} */
    public long total() {
        return booked() + openNow - openBefore;
    }

    /** {@return what was gained in millionths of the margin currency, spot trades with it} */
    public long usd() {
        return totalUsd + spot;
    }
}
