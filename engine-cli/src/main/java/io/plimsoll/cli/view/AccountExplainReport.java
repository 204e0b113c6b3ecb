package io.plimsoll.cli.view;

import io.plimsoll.cli.output.Report;
import io.plimsoll.cli.output.Rows;
import io.plimsoll.cli.output.Texts;
import io.plimsoll.core.account.MarginStatus;
import io.plimsoll.lab.live.AccountChange;
import io.plimsoll.lab.live.AccountExplanation;
import io.plimsoll.lab.live.AssetEquity;
import io.plimsoll.lab.live.HeldPosition;
import io.plimsoll.lab.live.Rung;
import io.plimsoll.lab.live.Standing;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Why an account stands where it does, as tables; amounts in cents. The tree of margins comes apart. */
public final class AccountExplainReport {
    private AccountExplainReport() {}

    /**
     * Makes the report for people.
     *
     * @param engine that has the account.
     * @param of the explanation.
     * @param change since another moment; empty: nobody asked.
     * @return figures, equity, positions, ladder and risk.
     */
    public static Report of(final EngineAt engine, final AccountExplanation of, final Optional<AccountChange> change) {
        final Report report = new Report();
        engine.describe(report);
        report.field("account", of.account())
                .field("mode", of.mode())
                .field("status", of.status())
                .field("margined_by", of.model().orElse("schedules of tiers"))
                .field("margin_equity", RiskTables.money(of.marginEquity()))
                .field("net_asset_value", RiskTables.money(of.netAssetValue()))
                .field("initial_margin", RiskTables.money(of.initial()))
                .field("initial_margin_with_orders", RiskTables.money(of.initialWithOrders()))
                .field("maintenance_margin", RiskTables.money(of.maintenance()))
                .field("free_margin", RiskTables.money(of.free()));
        of.tail().ifPresent(tail -> RiskTables.addTail(report, tail));
        report.table(equity(of)).table(positions(of.positions())).table(ladder(of));
        if (!of.greeks().isEmpty()) {
            report.table(RiskTables.greeks(of.greeks()));
        }
        of.tail().ifPresent(tail -> report.table(RiskTables.shares(tail)));
        change.ifPresent(each -> report.table(changes(each, RiskTables::money)));
        return report;
    }

    private static Rows equity(final AccountExplanation of) {
        final Rows rows = new Rows(
                "equity", "asset", "balance", "unrealised", "value", "haircut", "option_value", "margin_equity");
        for (final AssetEquity asset : of.assets()) {
            rows.add(
                    asset.asset(),
                    asset.balance().toPlainString(),
                    asset.unrealised().toPlainString(),
                    RiskTables.money(asset.value()),
                    RiskTables.money(asset.haircut().negate()),
                    RiskTables.money(asset.options()),
                    RiskTables.money(asset.equity()));
        }
        addWhole(rows, "credit line", of.creditLine());
        addWhole(rows, "for short options only", of.excludedOptionValue().negate());
        return rows;
    }

    /** What is no asset's. */
    private static void addWhole(final Rows rows, final String name, final BigDecimal amount) {
        if (amount.signum() != 0) {
            rows.add(name, Texts.NONE, Texts.NONE, Texts.NONE, Texts.NONE, Texts.NONE, RiskTables.money(amount));
        }
    }

    private static Rows positions(final List<HeldPosition> positions) {
        final Rows rows = new Rows(
                "positions",
                "instrument",
                "lots",
                "notional",
                "margined_by",
                "tier",
                "initial_margin",
                "maintenance_margin");
        for (final HeldPosition position : positions) {
            final boolean isByTiers = position.isByTiers();
            rows.add(
                    position.instrument(),
                    position.lots(),
                    RiskTables.money(position.notional()),
                    isByTiers ? "tiers" : "scenarios",
                    isByTiers && position.tier() > 0 ? position.tier() : Texts.NONE,
                    isByTiers ? RiskTables.money(position.initial()) : Texts.NONE,
                    isByTiers ? RiskTables.money(position.maintenance()) : Texts.NONE);
        }
        return rows;
    }

    private static Rows ladder(final AccountExplanation of) {
        final Rows rows = new Rows("ladder", "status", "when", "below", "distance");
        for (final Rung rung : of.ladder()) {
            rows.add(
                    rung.status(),
                    rung.status() == MarginStatus.BANKRUPT ? "net asset value" : "margin equity",
                    RiskTables.money(rung.below()),
                    RiskTables.money(rung.distance()));
        }
        return rows;
    }

    /**
     * Makes the report of a change for programs: one table, amounts exact.
     *
     * @param change since another moment.
     * @return a row a part, between where the account stood and where it stands.
     */
    public static Report changes(final AccountChange change) {
        return new Report().table(changes(change, BigDecimal::toPlainString));
    }

    private static Rows changes(final AccountChange change, final Function<BigDecimal, String> money) {
        final Rows rows = new Rows("changes", "what", "margin_equity", "initial_margin", "maintenance_margin");
        add(rows, "at sequence " + change.since(), change.before(), money);
        change.parts().forEach(part -> add(rows, part.what(), part.change(), money));
        add(rows, "now", change.after(), money);
        return rows;
    }

    private static void add(
            final Rows rows, final String what, final Standing of, final Function<BigDecimal, String> money) {
        rows.add(what, money.apply(of.marginEquity()), money.apply(of.initial()), money.apply(of.maintenance()));
    }

    /**
     * Makes the report of all nodes for programs: one table, amounts exact.
     *
     * @param of the explanation.
     * @return a row a node, with the number of its parent.
     */
    public static Report tree(final AccountExplanation of) {
        final Rows rows = RiskTables.tree("account");
        RiskTables.addTree(rows, of.account(), of.tree());
        return new Report().table(rows);
    }
}
