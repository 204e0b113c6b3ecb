package io.plimsoll.cli.view;

import io.plimsoll.cli.output.Rows;
import io.plimsoll.cli.output.Texts;
import io.plimsoll.core.account.Account;
import io.plimsoll.core.account.Withdrawals;
import java.util.stream.IntStream;

/** Tables of money that is neither here nor there. */
final class MoneyTables {
    private MoneyTables() {}

    /** Withdrawals in flight of all accounts, by number. */
    static Rows inFlight(final Withdrawals withdrawals) {
        final Rows rows = new Rows("withdrawals_in_flight", "withdrawal", "account", "asset", "amount", "asked_for");
        slots(withdrawals)
                .forEach(slot -> rows.add(
                        withdrawals.id(slot),
                        withdrawals.account(slot).id(),
                        withdrawals.asset(slot).symbol(),
                        amount(withdrawals, slot),
                        Texts.time(withdrawals.timeNs(slot))));
        return rows;
    }

    /** Withdrawals in flight of one account, by number. */
    static Rows inFlight(final Withdrawals withdrawals, final Account account) {
        final Rows rows = new Rows("withdrawals_in_flight", "withdrawal", "asset", "amount", "asked_for");
        slots(withdrawals)
                .filter(slot -> withdrawals.account(slot) == account)
                .forEach(slot -> rows.add(
                        withdrawals.id(slot),
                        withdrawals.asset(slot).symbol(),
                        amount(withdrawals, slot),
                        Texts.time(withdrawals.timeNs(slot))));
        return rows;
    }

    private static IntStream slots(final Withdrawals withdrawals) {
        return IntStream.range(0, withdrawals.count())
                .boxed()
                .sorted((one, other) -> Long.compare(withdrawals.id(one), withdrawals.id(other)))
                .mapToInt(Integer::intValue);
    }

    private static String amount(final Withdrawals withdrawals, final int slot) {
        return Texts.amount(withdrawals.amount(slot), withdrawals.asset(slot).scale());
    }
}
