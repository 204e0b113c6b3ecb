package io.plimsoll.cli.view;

import io.plimsoll.cli.output.Report;
import io.plimsoll.cli.output.Rows;
import io.plimsoll.cli.output.Texts;
import io.plimsoll.lab.profit.AccountProfit;
import io.plimsoll.lab.profit.CoinProfit;
import io.plimsoll.lab.profit.InstrumentProfit;
import io.plimsoll.lab.profit.MoneyFlow;
import io.plimsoll.lab.profit.ProfitAttribution;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Shows what an account gained and lost, and why its balances moved. Amounts are in the asset named beside them, of coins in the
 * margin currency.
 */
public final class ProfitReport {
    private ProfitReport() {}

    /**
     * Shows it.
     *
     * @param engine at the second moment.
     * @param profit of the account.
     * @param attribution what did it; empty: nobody asked.
     * @return the report.
     */
    public static Report of(
            final EngineAt engine, final AccountProfit profit, final Optional<ProfitAttribution> attribution) {
        final Report report = new Report();
        engine.describe(report);
        report.field("account", profit.account())
                .field("since_sequence", profit.since())
                .field("nav_before", Texts.usd(profit.valueBefore()))
                .field("money_in", Texts.usd(profit.moneyIn()))
                .field("profit", Texts.usd(profit.total()))
                .field("nav_now", Texts.usd(profit.valueNow()))
                .table(instruments(profit))
                .table(coins(profit));
        attribution.ifPresent(
                each -> report.table(AttributionTables.inUsd(each)).table(AttributionTables.inAssets(each)));
        return report.table(money(profit));
    }

    private static Rows instruments(final AccountProfit profit) {
        final Rows rows = new Rows(
                "instruments",
                "instrument",
                "asset",
                "realised",
                "premium",
                "settled",
                "funding",
                "fees",
                "open_before",
                "open_now",
                "total",
                "in_usd");
        for (final InstrumentProfit of : profit.instruments()) {
            rows.add(
                    of.instrument(),
                    of.asset(),
                    amount(of.realised(), of),
                    amount(of.premium(), of),
                    amount(of.settled(), of),
                    amount(of.funding(), of),
                    amount(of.fees(), of),
                    amount(of.openBefore(), of),
                    amount(of.openNow(), of),
                    amount(of.total(), of),
                    Texts.usd(of.usd()));
        }
        return rows;
    }

    private static String amount(final long amount, final InstrumentProfit of) {
        return Texts.amount(amount, of.scale());
    }

    /** One row an asset, in the margin currency: from what the account had in it to what it has. */
    private static Rows coins(final AccountProfit profit) {
        final Rows rows = new Rows(
                "coins", "asset", "before", "money_in", "spot_trades", "instruments", "interest", "gain", "now");
        for (final CoinProfit of : profit.coins()) {
            rows.add(
                    of.asset(),
                    Texts.usd(of.before()),
                    Texts.usd(of.money()),
                    Texts.usd(of.spot()),
                    Texts.usd(of.instruments()),
                    Texts.usd(of.interest()),
                    Texts.usd(of.gain()),
                    Texts.usd(of.now()));
        }
        return rows;
    }

    /** One row a reason: from the balance before to the balance now, summing to the last unit. */
    private static Rows money(final AccountProfit profit) {
        final Rows rows = new Rows("balances", "asset", "what", "amount");
        for (final MoneyFlow flow : profit.money()) {
            rows.add(flow.asset(), "balance before", Texts.amount(flow.before(), flow.scale()));
            rows.add(flow.asset(), "instruments", Texts.amount(flow.trading(), flow.scale()));
            for (final Map.Entry<String, Long> other : new TreeMap<>(flow.others()).entrySet()) {
                rows.add(
                        flow.asset(),
                        other.getKey().toLowerCase(Locale.ROOT).replace('_', ' '),
                        Texts.amount(other.getValue(), flow.scale()));
            }
            rows.add(flow.asset(), "balance now", Texts.amount(flow.now(), flow.scale()));
        }
        return rows;
    }
}
