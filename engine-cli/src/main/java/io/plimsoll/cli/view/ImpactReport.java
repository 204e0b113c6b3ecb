package io.plimsoll.cli.view;

import io.plimsoll.cli.output.Format;
import io.plimsoll.cli.output.Report;
import io.plimsoll.cli.output.Rows;
import io.plimsoll.lab.live.AccountImpact;
import io.plimsoll.lab.live.MarginImpact;
import io.plimsoll.lab.live.Standing;
import java.math.BigDecimal;
import java.util.function.Function;

/** What other documents would do to accounts, as a table: cents for people, exact for programs. */
public final class ImpactReport {
    private final Report report = new Report();

    /**
     * Takes note of as of when.
     *
     * @param engine before anything is loaded.
     */
    public ImpactReport(final EngineAt engine) {
        engine.describe(report);
    }

    /**
     * Makes the report.
     *
     * @param impact on the accounts.
     * @param format in which it is shown.
     * @return what is replaced, totals and accounts; of CSV the accounts alone.
     */
    public Report of(final MarginImpact impact, final Format format) {
        if (format == Format.CSV) {
            return new Report().table(exact(impact));
        }
        final boolean isForPeople = format == Format.TABLE;
        final Function<BigDecimal, String> money = isForPeople ? RiskTables::money : BigDecimal::toPlainString;
        report.field("at_work", impact.atWork())
                .field("instead", impact.instead())
                .field("in_portfolio_mode", impact.margined())
                .field("touched", impact.accounts().size())
                .field("worse_in_status", impact.worse());
        int count = 0;
        for (final String note : impact.notes()) {
            report.field(count++ == 0 ? "note" : "note_" + count, note);
        }
        return report.table(totals(impact, money)).table(isForPeople ? forPeople(impact) : exact(impact));
    }

    private static Rows totals(final MarginImpact impact, final Function<BigDecimal, String> money) {
        final Standing before = impact.before();
        final Standing after = impact.after();
        return new Rows("sums_of_accounts_touched", "margin", "before", "after", "rise")
                .add(total("initial", before.initial(), after.initial(), money))
                .add(total("maintenance", before.maintenance(), after.maintenance(), money));
    }

    private static Object[] total(
            final String margin, final BigDecimal from, final BigDecimal to, final Function<BigDecimal, String> money) {
        return new Object[] {margin, money.apply(from), money.apply(to), money.apply(to.subtract(from))};
    }

    private static Rows forPeople(final MarginImpact impact) {
        final Rows rows = new Rows(
                "accounts_touched",
                "account",
                "model",
                "margin_equity",
                "im_before",
                "im_after",
                "im_rise",
                "mm_before",
                "mm_after",
                "mm_rise",
                "status",
                "status_after");
        for (final AccountImpact of : impact.accounts()) {
            rows.add(
                    of.account(),
                    of.model(),
                    RiskTables.money(of.after().marginEquity()),
                    RiskTables.money(of.before().initial()),
                    RiskTables.money(of.after().initial()),
                    RiskTables.money(of.initialRise()),
                    RiskTables.money(of.before().maintenance()),
                    RiskTables.money(of.after().maintenance()),
                    RiskTables.money(of.maintenanceRise()),
                    of.statusBefore(),
                    of.statusAfter() == of.statusBefore() ? "the same" : of.statusAfter());
        }
        return rows;
    }

    private static Rows exact(final MarginImpact impact) {
        final Rows rows = new Rows(
                "accounts",
                "account",
                "mode",
                "model",
                "margin_equity",
                "initial_before",
                "initial_after",
                "initial_rise",
                "maintenance_before",
                "maintenance_after",
                "maintenance_rise",
                "status_before",
                "status_after",
                "worse");
        for (final AccountImpact of : impact.accounts()) {
            rows.add(
                    of.account(),
                    of.mode(),
                    of.model(),
                    of.after().marginEquity().toPlainString(),
                    of.before().initial().toPlainString(),
                    of.after().initial().toPlainString(),
                    of.initialRise().toPlainString(),
                    of.before().maintenance().toPlainString(),
                    of.after().maintenance().toPlainString(),
                    of.maintenanceRise().toPlainString(),
                    of.statusBefore(),
                    of.statusAfter(),
                    of.isWorse());
        }
        return rows;
    }
}
