package io.plimsoll.cli.view;

import io.plimsoll.cli.output.Report;
import io.plimsoll.cli.output.Rows;
import io.plimsoll.cli.output.Texts;
import io.plimsoll.core.account.Account;
import io.plimsoll.core.account.Holders;
import io.plimsoll.core.account.MarginStatus;
import io.plimsoll.core.engine.MarginEngine;
import io.plimsoll.core.margin.MarginAssessment;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** A list of accounts. */
public final class AccountList {
    private AccountList() {}

    /**
     * Lists accounts; the error account only when something is on it.
     *
     * @param engine that has them.
     * @param statuses which to list.
     * @param sort in which order.
     * @param limit at most so many.
     * @return the report.
     */
    public static Report of(
            final MarginEngine engine, final Set<MarginStatus> statuses, final AccountSort sort, final int limit) {
        final List<AccountLine> lines = new ArrayList<>();
        final MarginAssessment assessment = new MarginAssessment();
        final Holders accounts = engine.state().accounts().all();
        for (int i = 0; i < accounts.count(); i++) {
            final Account account = accounts.at(i);
            if (statuses.contains(account.status()) && isShown(account)) {
                lines.add(AccountLine.of(engine, account, assessment));
            }
        }
        final Rows rows = new Rows(
                "accounts",
                "account",
                "group",
                "status",
                "margin_equity",
                "initial_margin",
                "maintenance_margin",
                "free_margin",
                "uni_mmr",
                "mm_utilisation",
                "notional",
                "positions",
                "orders");
        lines.stream().sorted(sort.comparator()).limit(limit).forEach(line -> add(rows, line));
        return new Report().table(rows);
    }

    /** The error account is shown when something is on it. */
    private static boolean isShown(final Account account) {
        return account.id() != Account.ERROR_ACCOUNT
                || account.positions().count() > 0
                || account.balances().count() > 0;
    }

    private static void add(final Rows rows, final AccountLine line) {
        rows.add(
                line.id(),
                line.group(),
                line.status(),
                Texts.usd(line.marginEquity()),
                Texts.usd(line.initialMargin()),
                Texts.usd(line.maintenanceMargin()),
                Texts.usd(line.freeMargin()),
                Texts.ratio(line.marginEquity(), line.maintenanceMargin()),
                Texts.ratio(line.maintenanceMargin(), line.marginEquity()),
                Texts.usd(line.notional()),
                line.positions(),
                line.orders());
    }
}
