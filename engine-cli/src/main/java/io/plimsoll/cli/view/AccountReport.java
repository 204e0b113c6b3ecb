package io.plimsoll.cli.view;

import io.plimsoll.cli.output.Report;
import io.plimsoll.cli.output.Rows;
import io.plimsoll.cli.output.Texts;
import io.plimsoll.core.account.Account;
import io.plimsoll.core.account.Balances;
import io.plimsoll.core.account.Orders;
import io.plimsoll.core.account.PhaseIn;
import io.plimsoll.core.account.Positions;
import io.plimsoll.core.engine.EngineState;
import io.plimsoll.core.instrument.Asset;
import io.plimsoll.core.instrument.Instrument;
import io.plimsoll.core.margin.MarginAssessment;

/** One account in full. */
public final class AccountReport {
    private AccountReport() {}

    /**
     * Shows an account.
     *
     * @param engine that has it.
     * @param account to show.
     * @return the report; entry cost, value and unrealised P and L are in the settlement asset. A premium-style option has no
     *     unrealised P and L: its premium was paid, and its value is a part of equity, or offsets short ones.
     */
    public static Report of(final EngineAt engine, final Account account) {
        final MarginAssessment assessment = new MarginAssessment();
        final AccountLine line = AccountLine.of(engine.engine(), account, assessment);
        final Report report = new Report();
        engine.describe(report);
        report.field("account", line.id()).field("group", line.group()).field("mode", account.mode());
        if (account.isPocket()) {
            report.field("pocket", pocket(account));
        }
        if (account.model() != Account.FIRST_MODEL) {
            report.field("margin_model", account.model());
        }
        report.field("status", line.status())
                .field("trading", trading(account))
                .field("margin_equity", Texts.usd(line.marginEquity()))
                .field("net_asset_value", Texts.usd(line.netAssetValue()))
                .field("option_value", Texts.usd(assessment.optionValue()));
        if (assessment.excludedOptionValue() != 0) {
            report.field("excluded_option_value", Texts.usd(assessment.excludedOptionValue()));
        }
        if (assessment.creditLine() != 0) {
            report.field("credit_line", Texts.usd(assessment.creditLine()));
        }
        report.field("initial_margin", Texts.usd(line.initialMargin()))
                .field("initial_margin_of_positions", Texts.usd(assessment.positionInitialMargin()))
                .field("initial_margin_of_collateral", Texts.usd(assessment.collateralInitialMargin()))
                .field("maintenance_margin", Texts.usd(line.maintenanceMargin()));
        if (assessment.sparedMaintenanceMargin() != 0) {
            report.field("maintenance_margin_to_come", Texts.usd(assessment.sparedMaintenanceMargin()))
                    .field("phase_in", phaseIn(account));
        }
        if (assessment.cappedCollateral() != 0) {
            report.field("capped_collateral", Texts.usd(assessment.cappedCollateral()));
        }
        report.field("free_margin", Texts.usd(line.freeMargin()))
                .field("uni_mmr", Texts.ratio(line.marginEquity(), line.maintenanceMargin()))
                .field("mm_utilisation", Texts.ratio(line.maintenanceMargin(), line.marginEquity()))
                .field("notional", Texts.usd(line.notional()));
        final EngineState state = engine.engine().state();
        report.table(balances(state, account.balances()))
                .table(positions(state, account.positions()))
                .table(orders(state.orders(), account));
        final Rows inFlight = MoneyTables.inFlight(state.withdrawals(), account);
        return inFlight.rows().isEmpty() ? report : report.table(inFlight);
    }

    /** What was raised, and when it counts whole. */
    static String phaseIn(final Account account) {
        final PhaseIn phaseIn = account.phaseIn();
        return Texts.usd(phaseIn.amount()) + " of " + Texts.time(phaseIn.fromNs()) + " by "
                + Texts.time(phaseIn.untilNs());
    }

    /** Whose pocket it is, and for what. */
    static String pocket(final Account account) {
        return "of account " + account.parent().id() + " for "
                + account.only().terms().symbol();
    }

    /** Whether an account may have orders, and whose stop keeps it from that. */
    static String trading(final Account account) {
        if (account.group().isTradingStopped()) {
            return "stopped with group " + account.group().id();
        }
        return account.isTradingStopped() ? "stopped" : "open";
    }

    private static Rows balances(final EngineState state, final Balances balances) {
        final Rows rows = new Rows("balances", "asset", "balance", "index_price");
        for (int i = 0; i < balances.count(); i++) {
            final Asset asset = balances.assetAt(i);
            rows.add(
                    asset.symbol(),
                    Texts.amount(balances.amountAt(i), asset.scale()),
                    Texts.price(state.prices().indexPrice(asset), Asset.INDEX_PRICE_SCALE));
        }
        return rows;
    }

    private static Rows positions(final EngineState state, final Positions positions) {
        final Rows rows = new Rows(
                "positions", "instrument", "lots", "mark_ticks", "value", "entry_cost", "unrealised", "settlement");
        for (int i = 0; i < positions.count(); i++) {
            final Instrument instrument = positions.instrumentAt(i);
            final Asset settlement = instrument.settlement();
            final long mark = state.prices().markTicks(instrument);
            final long value = instrument.value(positions.lotsAt(i), mark);
            final long cost = positions.entryCostAt(i);
            rows.add(
                    instrument.terms().symbol(),
                    positions.lotsAt(i),
                    mark,
                    Texts.amount(value, settlement.scale()),
                    Texts.amount(cost, settlement.scale()),
                    instrument.isPremiumStyle() ? Texts.NONE : Texts.amount(value - cost, settlement.scale()),
                    settlement.symbol());
        }
        return rows;
    }

    private static Rows orders(final Orders orders, final Account account) {
        final Rows rows =
                new Rows("orders", "order", "instrument", "lots", "limit_ticks", "quote", "reduce_only", "bound_to");
        for (int slot = orders.firstOf(account); slot != Orders.NONE; slot = orders.nextOf(slot)) {
            rows.add(
                    orders.id(slot),
                    orders.instrument(slot).terms().symbol(),
                    orders.signedLots(slot),
                    orders.limit(slot),
                    orders.isQuote(slot) ? "yes" : "no",
                    orders.isReduceOnly(slot) ? "yes" : "no",
                    orders.boundTo(slot) == 0 ? Texts.NONE : "source " + orders.boundTo(slot));
        }
        return rows;
    }
}
