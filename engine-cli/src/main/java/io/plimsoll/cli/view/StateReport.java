package io.plimsoll.cli.view;

import io.plimsoll.cli.output.Report;
import io.plimsoll.cli.output.Rows;
import io.plimsoll.cli.output.Texts;
import io.plimsoll.core.account.Account;
import io.plimsoll.core.account.Holders;
import io.plimsoll.core.account.LedgerAccount;
import io.plimsoll.core.account.MarginStatus;
import io.plimsoll.core.engine.EngineState;
import io.plimsoll.core.engine.Parameters;
import io.plimsoll.core.engine.Source;
import io.plimsoll.core.instrument.Asset;
import io.plimsoll.core.instrument.Instrument;
import java.util.EnumMap;
import java.util.Map;

/** The state as a whole. */
public final class StateReport {
    private StateReport() {}

    /**
     * Shows the state.
     *
     * @param engine to show.
     * @return the report.
     */
    public static Report of(final EngineAt engine) {
        final EngineState state = engine.engine().state();
        final Report report = new Report();
        engine.describe(report);
        final Parameters parameters = state.parameters();
        report.field("accounts", state.accounts().count())
                .field("open_positions", state.accounts().openPositions())
                .field("open_orders", state.orders().count())
                .field("unrealised_profit_credit", Texts.percent(parameters.unrealisedProfitCreditPpm()))
                .field("margin_call_point", Texts.percent(parameters.marginCallPointPpm()))
                .field("liquidation_exit", Texts.percent(parameters.liquidationExitPpm()))
                .field("order_price_band", Texts.percent(parameters.orderPriceBandPpm()))
                .field("phase_in_ns", parameters.phaseInNs());
        report.table(statuses(state.accounts().all()))
                .table(assets(state))
                .table(instruments(state))
                .table(sources(state));
        return state.withdrawals().count() == 0 ? report : report.table(MoneyTables.inFlight(state.withdrawals()));
    }

    private static Rows statuses(final Holders accounts) {
        final Map<MarginStatus, Integer> counts = new EnumMap<>(MarginStatus.class);
        for (int i = 0; i < accounts.count(); i++) {
            final Account account = accounts.at(i);
            if (account.id() != Account.ERROR_ACCOUNT) {
                counts.merge(account.status(), 1, Integer::sum);
            }
        }
        final Rows rows = new Rows("accounts_by_status", "status", "accounts");
        for (final MarginStatus status : MarginStatus.values()) {
            rows.add(status, counts.getOrDefault(status, 0));
        }
        return rows;
    }

    private static Rows assets(final EngineState state) {
        final Rows rows = new Rows(
                "assets",
                "asset",
                "index_price",
                "haircut",
                "initial_haircut",
                "liability_haircut",
                "external",
                "fees",
                "in_flight",
                "insurance",
                "suspense",
                "funding",
                "settlement",
                "interest",
                "house");
        for (int i = 0; i < state.assets().count(); i++) {
            final Asset asset = state.assets().at(i);
            rows.add(
                    asset.symbol(),
                    Texts.price(state.prices().indexPrice(asset), Asset.INDEX_PRICE_SCALE),
                    Texts.percent(asset.haircuts().creditPpm()),
                    Texts.percent(asset.haircuts().initialPpm()),
                    Texts.percent(asset.haircuts().liabilityPpm()),
                    ledger(state, LedgerAccount.EXTERNAL, asset),
                    ledger(state, LedgerAccount.FEES, asset),
                    ledger(state, LedgerAccount.IN_FLIGHT, asset),
                    ledger(state, LedgerAccount.INSURANCE, asset),
                    ledger(state, LedgerAccount.SUSPENSE, asset),
                    ledger(state, LedgerAccount.FUNDING, asset),
                    ledger(state, LedgerAccount.SETTLEMENT, asset),
                    ledger(state, LedgerAccount.INTEREST, asset),
                    ledger(state, LedgerAccount.HOUSE, asset));
        }
        return rows;
    }

    private static String ledger(final EngineState state, final LedgerAccount account, final Asset asset) {
        return Texts.amount(state.ledger().of(account, asset), asset.scale());
    }

    private static Rows instruments(final EngineState state) {
        final Rows rows = new Rows(
                "instruments",
                "instrument",
                "kind",
                "underlying",
                "settlement",
                "market",
                "mark_ticks",
                "tick_value",
                "position_lots_max",
                "holders",
                "tier_table",
                "expiry");
        for (int i = 0; i < state.instruments().count(); i++) {
            final Instrument instrument = state.instruments().at(i);
            final Asset settlement = instrument.settlement();
            final long expiryNs = instrument.terms().contract().expiry().timeNs();
            rows.add(
                    instrument.terms().symbol(),
                    instrument.kind(),
                    state.assets().get(instrument.terms().underlying()).symbol(),
                    settlement.symbol(),
                    state.prices().status(instrument),
                    state.prices().hasMark(instrument) ? state.prices().markTicks(instrument) : Texts.NONE,
                    Texts.amount(instrument.terms().tickValue(), settlement.scale()),
                    instrument.positionLotsMax(),
                    state.accounts().holdersOf(instrument).count(),
                    instrument.tiers().id(),
                    expiryNs == 0 ? Texts.NONE : Texts.time(expiryNs));
        }
        return rows;
    }

    private static Rows sources(final EngineState state) {
        final Rows rows = new Rows("sources", "source", "role", "ordering", "last_number", "stale");
        for (int i = 0; i < state.sources().count(); i++) {
            final Source source = state.sources().at(i);
            rows.add(source.id(), source.role(), source.ordering(), source.last(), source.stale());
        }
        return rows;
    }
}
