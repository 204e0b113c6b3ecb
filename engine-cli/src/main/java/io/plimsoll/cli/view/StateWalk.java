package io.plimsoll.cli.view;

import io.plimsoll.cli.output.Texts;
import io.plimsoll.core.account.Account;
import io.plimsoll.core.account.Balances;
import io.plimsoll.core.account.Holders;
import io.plimsoll.core.account.LedgerAccount;
import io.plimsoll.core.account.Orders;
import io.plimsoll.core.account.Positions;
import io.plimsoll.core.account.Withdrawals;
import io.plimsoll.core.engine.EngineState;
import io.plimsoll.core.engine.Parameters;
import io.plimsoll.core.engine.Source;
import io.plimsoll.core.instrument.Asset;
import io.plimsoll.core.instrument.AssetRule;
import io.plimsoll.core.instrument.ContractTerms;
import io.plimsoll.core.instrument.FeeSchedule;
import io.plimsoll.core.instrument.Haircuts;
import io.plimsoll.core.instrument.Instrument;
import io.plimsoll.core.instrument.InstrumentKind;
import io.plimsoll.core.instrument.TierTable;
import io.plimsoll.core.market.FundingTerms;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * Goes through a state and names what is in it, part by part. What follows from it, such as equity, is left out; so are the
 * answers kept for repeats and the trade ids kept, of which only the state hash knows.
 */
final class StateWalk {
    private final EngineState state;
    private final Map<Part, Map<String, String>> parts = new LinkedHashMap<>();

    /** A part of the state: what it is and which. */
    record Part(String section, String key) {}

    private StateWalk(final EngineState state) {
        this.state = state;
    }

    /** All parts in order, each with its fields in order. */
    static Map<Part, Map<String, String>> of(final EngineState state) {
        final StateWalk walk = new StateWalk(state);
        walk.engine();
        walk.definitions();
        walk.assets();
        walk.instruments();
        walk.fees();
        final Holders accounts = state.accounts().all();
        for (int i = 0; i < accounts.count(); i++) {
            walk.account(accounts.at(i));
        }
        walk.withdrawals();
        return walk.parts;
    }

    private Map<String, String> part(final String section, final Object key) {
        return parts.computeIfAbsent(new Part(section, key.toString()), part -> new LinkedHashMap<>());
    }

    private void engine() {
        final Parameters parameters = state.parameters();
        final Map<String, String> fields = part("engine", Texts.NONE);
        fields.put("time", Texts.time(state.timeNs()));
        fields.put("unrealised_profit_credit", Texts.percent(parameters.unrealisedProfitCreditPpm()));
        fields.put("margin_call_point", Texts.percent(parameters.marginCallPointPpm()));
        fields.put("liquidation_exit", Texts.percent(parameters.liquidationExitPpm()));
        fields.put("order_price_band", Texts.percent(parameters.orderPriceBandPpm()));
        fields.put("phase_in_ns", Long.toString(parameters.phaseInNs()));
    }

    private void definitions() {
        for (int i = 0; i < state.sources().count(); i++) {
            final Source source = state.sources().at(i);
            final Map<String, String> fields = part("source", source.id());
            fields.put("role", source.role().toString());
            fields.put("ordering", source.ordering().toString());
            fields.put("last_number", Long.toString(source.last()));
            fields.put("stale", Long.toString(source.stale()));
        }
        for (int i = 0; i < state.tierTables().count(); i++) {
            final TierTable table = state.tierTables().at(i);
            final Map<String, String> fields = part("tier_table", table.id());
            fields.put("tiers", Integer.toString(table.count()));
            fields.put("hash_of_tiers", Texts.hash(table.hash()));
        }
    }

    private void assets() {
        for (int i = 0; i < state.assets().count(); i++) {
            final Asset asset = state.assets().at(i);
            final Map<String, String> fields = part("asset", asset.symbol());
            fields.put("id", Integer.toString(asset.id()));
            fields.put("scale", Integer.toString(asset.scale()));
            fields.put("stable", Boolean.toString(asset.stable()));
            fields.put("index_price", Texts.price(state.prices().indexPrice(asset), Asset.INDEX_PRICE_SCALE));
            fields.put("index_time", Texts.time(state.prices().indexTimeNs(asset)));
            fields.put("haircut", Texts.percent(asset.haircuts().creditPpm()));
            fields.put("initial_haircut", Texts.percent(asset.haircuts().initialPpm()));
            fields.put("liability_haircut", Texts.percent(asset.haircuts().liabilityPpm()));
            claim(asset, fields);
            rules(asset, fields);
            tiers(asset.haircuts(), fields);
            for (int ledger = 0; ledger < LedgerAccount.count(); ledger++) {
                final LedgerAccount account = LedgerAccount.at(ledger);
                fields.put(
                        "ledger_" + account.toString().toLowerCase(Locale.ROOT),
                        Texts.amount(state.ledger().of(account, asset), asset.scale()));
            }
        }
    }

    private static void claim(final Asset asset, final Map<String, String> fields) {
        if (asset.claim() != null) {
            fields.put("claim_on", asset.claim().underlying().symbol().toString());
            fields.put("redemption_rate", Texts.rate(asset.claim().rate()));
            fields.put("redemption_step", Texts.percent(asset.claim().stepPpm()));
        }
    }

    /** Only those that were set. */
    private static void rules(final Asset asset, final Map<String, String> fields) {
        for (int i = 0; i < AssetRule.count(); i++) {
            final AssetRule rule = AssetRule.at(i);
            if (asset.rules().get(rule) != rule.initial()) {
                fields.put(
                        rule == AssetRule.INDEX_AGE_MAX
                                ? "index_age_max_ns"
                                : rule.toString().toLowerCase(Locale.ROOT),
                        text(asset, rule));
            }
        }
    }

    private static String text(final Asset asset, final AssetRule rule) {
        final long value = asset.rules().get(rule);
        return switch (rule) {
            case BORROW_RATE -> Texts.rate(value);
            case DAILY_VOLUME -> Texts.amount(value, Asset.USD_SCALE);
            case INDEX_CONFIDENCE, WRONG_WAY_SHARE -> Texts.percent(value);
            case INDEX_AGE_MAX, INDEX_DOUBTFUL -> Long.toString(value);
            default -> Texts.amount(value, asset.scale());
        };
    }

    /** The first is told as the haircuts themselves. */
    private static void tiers(final Haircuts haircuts, final Map<String, String> fields) {
        for (int i = 1; i < haircuts.count(); i++) {
            fields.put(
                    "haircut from " + Texts.usd(haircuts.fromValue(i)),
                    Texts.percent(haircuts.creditPpm(i)) + " and initial " + Texts.percent(haircuts.initialPpm(i)));
        }
    }

    private void fees() {
        for (int i = 0; i < state.feeSchedules().count(); i++) {
            final FeeSchedule schedule = state.feeSchedules().at(i);
            final Map<String, String> fields = part("fee_schedule", schedule.id());
            fields.put("maker", Texts.percent(schedule.makerPpm()));
            fields.put("taker", Texts.percent(schedule.takerPpm()));
        }
    }

    private void withdrawals() {
        final Withdrawals withdrawals = state.withdrawals();
        for (int slot = 0; slot < withdrawals.count(); slot++) {
            final Map<String, String> fields = part("withdrawal", withdrawals.id(slot));
            final Asset asset = withdrawals.asset(slot);
            fields.put("account", Long.toString(withdrawals.account(slot).id()));
            fields.put("in_flight " + asset.symbol(), Texts.amount(withdrawals.amount(slot), asset.scale()));
        }
    }

    private void instruments() {
        for (int i = 0; i < state.instruments().count(); i++) {
            final Instrument instrument = state.instruments().at(i);
            final Map<String, String> fields =
                    part("instrument", instrument.terms().symbol());
            fields.put("id", Integer.toString(instrument.id()));
            fields.put("kind", instrument.kind().toString());
            fields.put("settlement", instrument.settlement().symbol().toString());
            fields.put("market", state.prices().status(instrument).toString());
            fields.put("mark_ticks", Long.toString(state.prices().markTicks(instrument)));
            fields.put(
                    "tick_value",
                    Texts.amount(
                            instrument.terms().tickValue(),
                            instrument.settlement().scale()));
            fields.put("price_ticks_max", Long.toString(instrument.terms().priceTicksMax()));
            fields.put("position_lots_max", Long.toString(instrument.positionLotsMax()));
            fields.put("tier_table", Integer.toString(instrument.tiers().id()));
            contract(instrument.terms().contract(), fields);
            funding(instrument, fields);
        }
    }

    private void funding(final Instrument instrument, final Map<String, String> fields) {
        final FundingTerms terms = state.funding().terms(instrument);
        if (terms != null) {
            fields.put("funding_interval_ns", Long.toString(terms.intervalNs()));
            fields.put("funding_rate", Texts.rate(state.funding().rate(instrument)));
            fields.put("funding_index", Long.toString(instrument.funding().value()));
            fields.put("funding_until", Texts.time(state.funding().movedNs(instrument)));
        }
    }

    /** What a kind does not have is left out. */
    private static void contract(final ContractTerms contract, final Map<String, String> fields) {
        fields.put("price_ticks_min", Long.toString(contract.priceTicksMin()));
        if (contract.lotSize() != 0) {
            fields.put("lot_size", Long.toString(contract.lotSize()));
        }
        if (contract.kind().isInverse()) {
            fields.put("contract_value", Long.toString(contract.contractValue()));
        }
        if (contract.kind().isDated()) {
            fields.put("expiry", Texts.time(contract.expiry().timeNs()));
            fields.put("settlement_window_ns", Long.toString(contract.expiry().settlementWindowNs()));
        }
        if (contract.kind() == InstrumentKind.OPTION) {
            fields.put("strike", Texts.price(contract.option().strike(), Asset.INDEX_PRICE_SCALE));
            fields.put("side", contract.option().side().toString());
            fields.put("style", contract.option().style().toString());
        }
    }

    private static void mode(final Account account, final Map<String, String> fields) {
        fields.put("mode", account.mode().toString());
        if (account.isPocket()) {
            fields.put("pocket", AccountReport.pocket(account));
        }
        if (account.model() != Account.FIRST_MODEL) {
            fields.put("margin_model", Integer.toString(account.model()));
        }
    }

    private static void terms(final Account account, final Map<String, String> fields) {
        if (account.creditLine() != 0) {
            fields.put("credit_line", Texts.usd(account.creditLine()));
        }
        if (account.phaseIn().amount() != 0) {
            fields.put("phase_in", AccountReport.phaseIn(account));
        }
        if (account.feeSchedule() != null) {
            fields.put("fee_schedule", Integer.toString(account.feeSchedule().id()));
        }
    }

    private void account(final Account account) {
        final Map<String, String> fields = part("account", account.id());
        fields.put("group", Long.toString(account.group().id()));
        mode(account, fields);
        fields.put("status", account.status().toString());
        if (account.isTradingStopped()) {
            fields.put("trading", AccountReport.trading(account));
        }
        terms(account, fields);
        final Balances balances = account.balances();
        for (int i = 0; i < balances.count(); i++) {
            final Asset asset = balances.assetAt(i);
            if (balances.accruedInterestAt(i) != 0) {
                fields.put(
                        "accrued_interest " + asset.symbol(),
                        Texts.amount(balances.accruedInterestAt(i), asset.scale()));
            }
            fields.put("balance " + asset.symbol(), Texts.amount(balances.amountAt(i), asset.scale()));
        }
        final Positions positions = account.positions();
        for (int i = 0; i < positions.count(); i++) {
            final Instrument instrument = positions.instrumentAt(i);
            final String symbol = instrument.terms().symbol().toString();
            fields.put("lots " + symbol, Long.toString(positions.lotsAt(i)));
            fields.put(
                    "entry_cost " + symbol,
                    Texts.amount(
                            positions.entryCostAt(i), instrument.settlement().scale()));
            if (positions.accruedFundingAt(i) != 0) {
                fields.put(
                        "accrued_funding " + symbol,
                        Texts.amount(
                                positions.accruedFundingAt(i),
                                instrument.settlement().scale()));
            }
        }
        final Orders orders = state.orders();
        for (int slot = orders.firstOf(account); slot != Orders.NONE; slot = orders.nextOf(slot)) {
            fields.put(
                    "order " + orders.id(slot),
                    orders.instrument(slot).terms().symbol() + " " + orders.signedLots(slot) + " lots at "
                            + orders.limit(slot) + " ticks" + (orders.isQuote(slot) ? ", quote" : "")
                            + (orders.isReduceOnly(slot) ? ", reduce-only" : "")
                            + (orders.boundTo(slot) == 0 ? "" : ", bound to source " + orders.boundTo(slot)));
        }
    }
}
