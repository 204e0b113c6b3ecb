package io.plimsoll.lab.profit;

import java.util.List;

/**
 * What an account gained and lost between two moments.
 *
 * @param account its id.
 * @param since sequence of the first moment; 0: before the first command.
 * @param to sequence of the second.
 * @param instruments that it had or traded, by id.
 * @param money assets that it has or had, by id.
 */
public record AccountProfit(
        long account, long since, long to, List<InstrumentProfit> instruments, List<MoneyFlow> money) {
    /** Keeps the lists. */
    public AccountProfit {
        instruments = List.copyOf(instruments);
        money = List.copyOf(money);
    }
}
