package io.plimsoll.lab.conformance;

import io.plimsoll.config.model.ModelFile;
import io.plimsoll.config.model.ModelText;
import io.plimsoll.config.scenario.GridScenario;
import io.plimsoll.config.scenario.PriceUnit;
import io.plimsoll.config.scenario.RiskClass;
import io.plimsoll.config.scenario.ScenarioSet;
import io.plimsoll.config.scenario.SkewMove;
import io.plimsoll.config.scenario.SkewRule;
import io.plimsoll.config.scenario.Underlying;
import io.plimsoll.config.scenario.VolatilityMove;
import io.plimsoll.config.scenario.VolatilityRule;
import io.plimsoll.core.account.Account;
import io.plimsoll.core.account.MarginMode;
import io.plimsoll.core.account.Orders;
import io.plimsoll.core.engine.DocumentKind;
import io.plimsoll.core.engine.Limits;
import io.plimsoll.core.engine.MarginEngine;
import io.plimsoll.core.engine.ParameterId;
import io.plimsoll.core.engine.RejectReason;
import io.plimsoll.core.engine.TradeFill;
import io.plimsoll.core.fixed.Rate;
import io.plimsoll.core.fixed.Words;
import io.plimsoll.core.instrument.Asset;
import io.plimsoll.core.instrument.ContractTerms;
import io.plimsoll.core.instrument.Haircuts;
import io.plimsoll.core.instrument.Instrument;
import io.plimsoll.core.instrument.InstrumentTerms;
import io.plimsoll.core.instrument.Symbol;
import io.plimsoll.core.instrument.TierTable;
import io.plimsoll.core.margin.MarginAssessment;
import io.plimsoll.core.margin.OrderCash;
import io.plimsoll.lab.live.LiveDocuments;
import io.plimsoll.sbe.ContinueDecoder;
import io.plimsoll.sbe.DefineAccountDecoder;
import io.plimsoll.sbe.DefineDocumentPartDecoder;
import io.plimsoll.sbe.DepositDecoder;
import io.plimsoll.sbe.IndexPriceDecoder;
import io.plimsoll.sbe.MarkPriceDecoder;
import io.plimsoll.sbe.OrderCancelDecoder;
import io.plimsoll.sbe.OrderPlaceDecoder;
import io.plimsoll.sbe.ParameterChangeDecoder;
import io.plimsoll.sbe.TradeDecoder;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A small venue in an engine of its own, for cases about orders: assets without haircut whose minor unit is a millionth, accounts that
 * own themselves, one table of tiers, and a margin model where accounts are in portfolio mode.
 */
final class CaseVenue {
    private static final int TIERS = 1;
    private static final long LOTS_MAX = 100_000;
    private static final long TICKS_OVER_PRICE = 10;

    private final CaseEngine driven = new CaseEngine(new Limits(1, 8, 1, 8, 8, 8, 8, 64, 32, 256));
    private final MarginAssessment assessment = new MarginAssessment();
    private int assets;
    private int instruments;
    private long trades;
    private long orders;

    /** An asset with a price in the margin currency. */
    Asset asset(final String name, final long indexPrice) {
        final int id = ++assets;
        driven.must(DefineAccountDecoder.TEMPLATE_ID, () -> engine().onDefineAsset(
                        id, symbol(name), Asset.USD_SCALE, false, new Haircuts(0, 0, 0)));
        driven.must(IndexPriceDecoder.TEMPLATE_ID, () -> engine().onIndexPrice(id, indexPrice));
        return engine().state().assets().get(id);
    }

    /** One rate for both margins; the table of all instruments. */
    CaseVenue tiers(final int ppm) {
        final TierTable tiers = new TierTable(TIERS, 0);
        tiers.add(0, ppm, ppm);
        driven.must(DefineAccountDecoder.TEMPLATE_ID, () -> engine().onDefineTierTable(TIERS, tiers));
        return this;
    }

    /** An instrument that is marked at a price, and may go far above it. */
    Instrument instrument(
            final Asset underlying,
            final Asset settlement,
            final long tickValue,
            final long mark,
            final long positionLotsMax,
            final ContractTerms terms) {
        final int id = ++instruments;
        driven.must(DefineAccountDecoder.TEMPLATE_ID, () -> engine().onDefineInstrument(new InstrumentTerms(
                id,
                symbol("I" + id),
                underlying.id(),
                settlement.id(),
                tickValue,
                TICKS_OVER_PRICE * mark,
                Math.min(LOTS_MAX, positionLotsMax),
                TIERS,
                terms)));
        driven.must(MarkPriceDecoder.TEMPLATE_ID, () -> engine().onMarkPrice(id, mark));
        return engine().state().instruments().get(id);
    }

    Account account(final long id, final MarginMode mode) {
        driven.must(DefineAccountDecoder.TEMPLATE_ID, () -> engine().onDefineGroup(id));
        driven.must(DefineAccountDecoder.TEMPLATE_ID, () -> engine().onDefineAccount(id, id, mode));
        return engine().state().accounts().account(id);
    }

    /** Accounts in portfolio mode are margined by a model that ships, over scenarios that move an underlying by a tenth. */
    void model(final String model, final Map<String, Long> parameters, final Asset underlying) {
        final ModelText text = ModelFile.shipped(model, parameters);
        final ScenarioSet set = set(underlying.symbol().toString());
        load(DocumentKind.SCENARIO_SET, set.version(), LiveDocuments.scenarioSet(set, text));
        load(DocumentKind.MARGIN_MODEL, text.version(), LiveDocuments.model(set, text));
        while (engine().risk().hasWork()) {
            driven.must(ContinueDecoder.TEMPLATE_ID, () -> engine().risk().onContinue());
        }
    }

    private void load(final DocumentKind kind, final int version, final Words words) {
        driven.must(DefineDocumentPartDecoder.TEMPLATE_ID, () -> engine().risk()
                .onPart(kind, 1, version, words.count(), 0, words));
    }

    private static ScenarioSet set(final String underlying) {
        final SkewMove none = new SkewMove(0, 0);
        final VolatilityRule still = new VolatilityRule(
                "still", 0, 0, 0, 0, 1, 0, Rate.ONE, new SkewRule(none, none, 1, Rate.ONE, Rate.ONE, 0));
        final RiskClass all = new RiskClass("all", "all", Rate.ONE / 10, still);
        return new ScenarioSet(
                "tenths",
                1,
                "0".repeat(64),
                List.of(all),
                List.of(new Underlying(underlying, all)),
                List.of(move(Rate.ONE), move(-Rate.ONE)),
                Optional.empty(),
                Optional.empty());
    }

    private static GridScenario move(final long ofRange) {
        return new GridScenario(ofRange, PriceUnit.RANGE, VolatilityMove.NONE, 0, 0);
    }

    void deposit(final Account account, final Asset asset, final long amount) {
        driven.must(DepositDecoder.TEMPLATE_ID, () -> engine().money().onDeposit(account.id(), asset.id(), amount));
    }

    /** Number of the order that was placed last. */
    long lastOrder() {
        return orders;
    }

    RejectReason place(final Account account, final Instrument instrument, final long signedLots, final long limit) {
        orders++;
        return driven.apply(OrderPlaceDecoder.TEMPLATE_ID, () -> engine().trading()
                .onOrderPlace(account.id(), instrument.id(), orders, signedLots, limit, false));
    }

    /** Places a market order, and says at what limit it rests. */
    long limitOfMarketOrder(final Account account, final Instrument instrument, final long signedLots) {
        if (place(account, instrument, signedLots, OrderPlaceDecoder.limitPriceNullValue()) != RejectReason.NONE) {
            throw new CaseException("a market order of " + signedLots + " is refused");
        }
        final Orders resting = engine().state().orders();
        return resting.limit(resting.slotOf(orders));
    }

    /** Sets a parameter of an instrument. */
    void parameter(final ParameterId parameter, final Instrument instrument, final long value) {
        driven.must(ParameterChangeDecoder.TEMPLATE_ID, () -> engine().onParameterChange(
                        parameter.code(), instrument.id(), value));
    }

    void cancel(final Account account, final long order) {
        driven.must(OrderCancelDecoder.TEMPLATE_ID, () -> engine().trading().onOrderCancel(account.id(), order));
    }

    /** One side of a trade. */
    record Side(Account account, long order, long fee) {}

    void trade(final Instrument instrument, final long lots, final long price, final Side buyer, final Side seller) {
        final TradeFill fill = new TradeFill()
                .what(instrument.id(), ++trades, price, lots)
                .buyer(buyer.account().id(), buyer.order(), buyer.fee())
                .seller(seller.account().id(), seller.order(), seller.fee());
        driven.must(TradeDecoder.TEMPLATE_ID, () -> engine().onTrade(fill));
    }

    /** What of a balance no order holds. */
    long free(final Account account, final Asset asset) {
        return OrderCash.unpromised(engine().state().orders(), account, asset);
    }

    /** Initial margin with all orders, millionths of the margin currency. */
    long orderMargin(final Account account) {
        return engine().positionAndOrderMargin(account);
    }

    /** Margin equity, millionths of the margin currency. */
    long equity(final Account account) {
        engine().assess(account, assessment);
        return assessment.marginEquity();
    }

    /** What of an account's orders on one side is open. */
    long open(final Account account, final Instrument instrument, final boolean buys) {
        final Orders resting = engine().state().orders();
        long lots = 0;
        for (int slot = resting.firstOf(account); slot != Orders.NONE; slot = resting.nextOf(slot)) {
            if (resting.instrument(slot) == instrument && resting.signedLots(slot) > 0 == buys) {
                lots += Math.abs(resting.signedLots(slot));
            }
        }
        return lots;
    }

    MarginEngine engine() {
        return driven.engine();
    }

    private static Symbol symbol(final String name) {
        long characters = 0;
        for (int i = 0; i < name.length(); i++) {
            characters |= (long) name.charAt(i) << (Byte.SIZE * i);
        }
        return new Symbol(characters, 0);
    }
}
