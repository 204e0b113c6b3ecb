package io.plimsoll.lab.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import io.plimsoll.core.account.Account;
import io.plimsoll.core.account.LedgerAccount;
import io.plimsoll.core.account.MarginMode;
import io.plimsoll.core.account.Orders;
import io.plimsoll.core.engine.RejectReason;
import io.plimsoll.core.fixed.FixedPoint;
import io.plimsoll.core.fixed.Rate;
import io.plimsoll.core.instrument.Asset;
import io.plimsoll.core.instrument.ContractTerms;
import io.plimsoll.core.instrument.Expiry;
import io.plimsoll.core.instrument.Instrument;
import io.plimsoll.core.instrument.InstrumentKind;
import io.plimsoll.core.instrument.OptionTerms;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The one market of a case of steps, with its actors: a pair, or a contract with a margin for each lot of longs and another for those
 * of shorts. All prices of a case are the same, and the market is marked there.
 */
final class StepMarket {
    /** Who has the fees. */
    static final String HOUSE = "house";

    private static final Pattern MARKET = Pattern.compile(".* @ (\\d+) .*on (\\w+)");
    private static final long LOTS_MAX = 1_000;

    private final CaseVenue venue = new CaseVenue().tiers(1);
    private final Map<String, Asset> assets = new LinkedHashMap<>();
    private final Map<String, Account> accounts = new LinkedHashMap<>();
    private final Instrument instrument;
    private final long takerFee;
    private final long makerFee;

    StepMarket(final JsonNode instruments, final JsonNode each) {
        final Matcher market = market(each);
        final long price = Long.parseLong(market.group(1));
        final JsonNode terms = Fields.required(instruments, market.group(2));
        final String[] pair = market.group(2).split("_");
        final long lotSize = Fields.whole(terms, "base_scale");
        final long tickValue = Fields.whole(terms, "quote_scale");
        final boolean isSpot = Fields.text(terms, "type").equals("spot");
        takerFee = Fields.whole(terms, "taker_fee");
        makerFee = Fields.whole(terms, "maker_fee");
        assets.put(
                pair[0],
                venue.asset(pair[0], FixedPoint.mulDivNearest(price * tickValue, Asset.INDEX_PRICE_ONE, lotSize)));
        assets.put(pair[1], venue.asset(pair[1], Asset.INDEX_PRICE_ONE));
        instrument = venue.instrument(
                asset(pair[0]),
                asset(pair[1]),
                tickValue,
                price,
                LOTS_MAX,
                new ContractTerms(
                        isSpot ? InstrumentKind.SPOT : InstrumentKind.LINEAR_PERPETUAL,
                        0,
                        1,
                        isSpot ? lotSize : 0,
                        0,
                        Expiry.NONE,
                        OptionTerms.NONE));
        for (final JsonNode step : Fields.list(each, "steps")) {
            final String actor = Fields.text(step, "actor");
            if (!actor.equals(HOUSE) && !accounts.containsKey(actor)) {
                accounts.put(
                        actor, venue.account(1L + accounts.size(), isSpot ? MarginMode.CROSS : MarginMode.PORTFOLIO));
            }
        }
        if (!isSpot) {
            final Map<String, Long> margins = Map.of(
                    "margin_long", rate(terms, "margin_buy", price * tickValue),
                    "margin_short", rate(terms, "margin_sell", price * tickValue));
            venue.model("by-side", margins, instrument.underlying());
        }
    }

    private static Matcher market(final JsonNode each) {
        for (final JsonNode step : Fields.list(each, "steps")) {
            final Matcher market = MARKET.matcher(Fields.text(step, "action"));
            if (market.matches()) {
                return market;
            }
        }
        throw new CaseException("the steps have no order");
    }

    /** An amount for each lot as a rate of what it is worth, rounded down: margins are rounded up to the amount again. */
    private static long rate(final JsonNode terms, final String key, final long worth) {
        return FixedPoint.mulDivFloor(Fields.whole(terms, key), Rate.ONE, worth, Long.MAX_VALUE);
    }

    Asset asset(final String name) {
        final Asset asset = assets.get(name);
        if (asset == null) {
            throw new CaseException("there is no asset '" + name + "'; there are: " + assets.keySet());
        }
        return asset;
    }

    Account account(final String actor) {
        return accounts.get(actor);
    }

    void deposit(final String actor, final String asset, final long amount) {
        venue.deposit(account(actor), asset(asset), amount);
    }

    RejectReason place(final Account account, final long signedLots, final long limit) {
        return venue.place(account, instrument, signedLots, limit);
    }

    /** The order of the account that rests. */
    void cancel(final Account account) {
        final Orders orders = venue.engine().state().orders();
        venue.cancel(account, orders.id(orders.firstOf(account)));
    }

    /** Fills the order that was placed last against what others have resting at the price; gives the lots that were filled. */
    long match(final Account taker, final long signedLots, final long price) {
        final long order = venue.lastOrder();
        final Orders orders = venue.engine().state().orders();
        for (final Account maker : accounts.values()) {
            final int slot = orders.firstOf(maker);
            if (maker != taker && slot != Orders.NONE && orders.limit(slot) == price) {
                final long lots = Math.min(Math.abs(orders.signedLots(slot)), Math.abs(signedLots));
                final CaseVenue.Side makes = new CaseVenue.Side(maker, orders.id(slot), makerFee * lots);
                final CaseVenue.Side pays = new CaseVenue.Side(taker, order, takerFee * lots);
                venue.trade(instrument, lots, price, signedLots > 0 ? pays : makes, signedLots > 0 ? makes : pays);
                return lots;
            }
        }
        return 0;
    }

    /** Initial margin with all orders, in minor units: the asset that settles is worth one. */
    long orderMargin(final Account account) {
        return venue.orderMargin(account);
    }

    long free(final Account account, final Asset asset) {
        return venue.free(account, asset);
    }

    long position(final Account account) {
        return account.positions().lotsOf(instrument);
    }

    long open(final Account account, final boolean buys) {
        return venue.open(account, instrument, buys);
    }

    long ledger(final LedgerAccount of, final Asset asset) {
        return venue.engine().state().ledger().of(of, asset);
    }

    long sumOfBalances(final Asset asset) {
        return accounts.values().stream()
                .mapToLong(account -> account.balances().of(asset))
                .sum();
    }

    long openInterest() {
        return accounts.values().stream()
                .mapToLong(this::position)
                .filter(lots -> lots > 0)
                .sum();
    }
}
