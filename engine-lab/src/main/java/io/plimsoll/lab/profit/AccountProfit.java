package io.plimsoll.lab.profit;

import java.util.List;
import java.util.function.ToLongFunction;

/**
 * What an account gained and lost between two moments. Its instruments, coins and interest sum to the change of its net asset
 * value less the money that came, to the last millionth of the margin currency.
 *
 * @param account its id.
 * @param since sequence of the first moment; 0: before the first command.
 * @param to sequence of the second.
 * @param instruments that it had or traded, by id.
 * @param coins assets that it has or had, by id, in the margin currency.
 * @param money why the balance of each moved, by id.
 */
public record AccountProfit(
        long account,
        long since,
        long to,
        List<InstrumentProfit> instruments,
        List<CoinProfit> coins,
        List<MoneyFlow> money) {
    /** Keeps the lists. */
    public AccountProfit {
        instruments = List.copyOf(instruments);
        coins = List.copyOf(coins);
        money = List.copyOf(money);
    }

    /** {@return net asset value at the first moment, in millionths of the margin currency} */
    public long valueBefore() {
        return sum(CoinProfit::before);
    }

    /** {@return net asset value at the second moment, in millionths of the margin currency} */
    public long valueNow() {
        return sum(CoinProfit::now);
    }

    /** {@return money that came less what went, in millionths of the margin currency at the index prices when it was booked} */
    public long moneyIn() {
        return sum(CoinProfit::money);
    }

    /** {@return what was gained, in millionths of the margin currency} */
    public long total() {
        return valueNow() - valueBefore() - moneyIn();
    }

    private long sum(final ToLongFunction<CoinProfit> part) {
        return coins.stream().mapToLong(part).sum();
    }
}
