package io.plimsoll.lab.profit;

/**
 * Why what an account has in one asset is worth something else than before, in millionths of the margin currency. What it has is
 * the balance with accrued interest, and the open positions that settle in the asset: its part of the net asset value.
 *
 * @param asset symbol.
 * @param before worth at the first moment.
 * @param money that came less what went: deposits, withdrawals, transfers, and what the insurance fund paid for a pocket, each at
 *     the index price when it was booked, rounded down.
 * @param spot got less given in spot trades, at the index price of the trade, rounded down.
 * @param instruments gained by those that settle in the asset.
 * @param interest on debts, booked and accrued; never positive.
 * @param now worth at the second moment.
 */
public record CoinProfit(String asset, long before, long money, long spot, long instruments, long interest, long now) {
    /** {@return what is left: what the coins themselves became worth as their index price moved, and what rounding leaves} */
    public long gain() {
        return now - before - money - spot - instruments - interest;
    }
}
