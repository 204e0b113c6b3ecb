package io.plimsoll.lab.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import io.plimsoll.core.account.Account;
import io.plimsoll.core.account.MarginMode;
import io.plimsoll.core.engine.ParameterId;
import io.plimsoll.core.engine.RejectReason;
import io.plimsoll.core.instrument.Asset;
import io.plimsoll.core.instrument.ContractTerms;
import io.plimsoll.core.instrument.Instrument;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Examples of order margin, order checks, position limits and price bands: an account in cross mode places orders at the mark with an engine. One
 * lot is a unit, one tick one of the settlement asset.
 */
final class OrderGroups {
    private static final Tolerance EQUAL = Tolerance.within(0);
    private static final long PLENTY = 1_000_000_000L;
    private static final long LOTS_MAX = 10_000;
    private static final int PPM_DIGITS = 6;
    private static final long NO_BAND_PPM = 1_000_000_000_000L;
    private static final Pattern LIMIT_ORDER = Pattern.compile("(buy|sell)_limit_(\\d+)");

    private final CaseVenue venue = new CaseVenue();
    private final Asset cash;
    private final Instrument instrument;
    private final Account account;
    private final Account other;
    private final BigDecimal mark;

    /** A market, and an account with some cash. */
    private OrderGroups(
            final BigDecimal rate, final BigDecimal mark, final BigDecimal collateral, final long positionLotsMax) {
        this.mark = mark;
        venue.tiers(rate.movePointRight(PPM_DIGITS).intValueExact());
        final Asset coin = venue.asset("COIN", Asset.INDEX_PRICE_ONE);
        cash = venue.asset("USD", Asset.INDEX_PRICE_ONE);
        instrument = venue.instrument(
                coin,
                cash,
                minor(BigDecimal.ONE),
                mark.longValueExact(),
                positionLotsMax,
                ContractTerms.LINEAR_PERPETUAL);
        account = venue.account(1, MarginMode.CROSS);
        other = venue.account(2, MarginMode.CROSS);
        venue.deposit(account, cash, minor(collateral));
    }

    private static long minor(final BigDecimal amount) {
        return amount.movePointRight(Asset.USD_SCALE).longValueExact();
    }

    private static BigDecimal amount(final long minorUnits) {
        return BigDecimal.valueOf(minorUnits, Asset.USD_SCALE);
    }

    private OrderGroups hold(final long lots, final BigDecimal price) {
        if (lots != 0) {
            final CaseVenue.Side first = new CaseVenue.Side(account, 0, 0);
            final CaseVenue.Side second = new CaseVenue.Side(other, 0, 0);
            venue.trade(
                    instrument,
                    Math.abs(lots),
                    price.longValueExact(),
                    lots > 0 ? first : second,
                    lots > 0 ? second : first);
        }
        return this;
    }

    private RejectReason place(final long signedLots) {
        return signedLots == 0
                ? RejectReason.NONE
                : venue.place(account, instrument, signedLots, mark.longValueExact());
    }

    private BigDecimal orderMargin() {
        return amount(venue.orderMargin(account));
    }

    /** What is open on one side is what the margin with the orders of this side alone is the margin of. */
    static void openSize(final JsonNode group, final JsonNode each, final SuiteReport.Case checks) {
        final JsonNode inputs = Fields.required(each, "inputs");
        final long buys = Fields.whole(inputs, "buy_orders");
        final long sells = -Fields.whole(inputs, "sell_orders");
        final BigDecimal ofOne = Fields.decimal(inputs, "imf").multiply(Fields.decimal(inputs, "mark"));
        final JsonNode expected = Fields.required(each, "expected");
        final Tolerance tolerance = VenueGroups.tolerance(each);
        checks.expect(expected, "buy_open", () -> lots(marginWith(inputs, buys), ofOne), tolerance);
        checks.expect(expected, "sell_open", () -> lots(marginWith(inputs, sells), ofOne), tolerance);
        checks.expect(expected, "net_imr", () -> marginWith(inputs, buys, sells), tolerance);
    }

    private static BigDecimal lots(final BigDecimal margin, final BigDecimal ofOne) {
        return margin.divide(ofOne, 0, RoundingMode.UNNECESSARY);
    }

    private static BigDecimal marginWith(final JsonNode inputs, final long... orders) {
        final BigDecimal mark = Fields.decimal(inputs, "mark");
        final OrderGroups market = new OrderGroups(
                        Fields.decimal(inputs, "imf"), mark, BigDecimal.valueOf(PLENTY), LOTS_MAX)
                .hold(Fields.whole(inputs, "position"), mark);
        for (final long order : orders) {
            market.accepted(order);
        }
        return market.orderMargin();
    }

    private void accepted(final long signedLots) {
        final RejectReason reason = place(signedLots);
        if (reason != RejectReason.NONE) {
            throw new CaseException("an order of " + signedLots + " is refused: " + reason);
        }
    }

    /** The order that is checked, after those that rest. */
    static void check(final JsonNode group, final JsonNode each, final SuiteReport.Case checks) {
        final JsonNode inputs = Fields.required(each, "inputs");
        final BigDecimal mark = Fields.decimal(inputs, "mark");
        final OrderGroups market = new OrderGroups(
                        Fields.decimal(inputs, "imf"), mark, Fields.decimal(inputs, "collateral"), LOTS_MAX)
                .hold(Fields.whole(inputs, "position"), Fields.decimal(inputs, "entry", mark));
        market.accepted(Fields.whole(inputs, "open_buys"));
        market.accepted(-Fields.whole(inputs, "open_sells"));
        final JsonNode expected = Fields.required(each, "expected");
        checks.expect(expected, "imr_before", market::orderMargin, EQUAL);
        checks.expect(expected, "account_value", () -> amount(market.venue.equity(market.account)), EQUAL);
        final boolean isAccepted = market.place(Fields.whole(inputs, "new_order")) == RejectReason.NONE;
        if (isAccepted != Fields.required(expected, "accepted").booleanValue()) {
            checks.fail("accepted", expected.get("accepted").asText(), Boolean.toString(isAccepted));
        }
        checks.expect(expected, "imr_after", market::orderMargin, EQUAL);
    }

    /** The most that orders of one side can be in all, one lot of more of which is refused. */
    static void limit(final JsonNode group, final JsonNode each, final SuiteReport.Case checks) {
        final JsonNode expected = Fields.required(each, "expected");
        final JsonNode inputs = Fields.required(each, "inputs");
        final Tolerance tolerance = VenueGroups.tolerance(each);
        checks.expect(expected, "max_buy", () -> most(inputs, 1), tolerance);
        checks.expect(expected, "max_sell", () -> most(inputs, -1), tolerance);
    }

    private static BigDecimal most(final JsonNode inputs, final int sign) {
        final long limit = Fields.whole(inputs, "limit");
        final OrderGroups market = new OrderGroups(
                        new BigDecimal("0.1"), BigDecimal.TEN, BigDecimal.valueOf(PLENTY), limit)
                .hold(Fields.whole(inputs, "position"), BigDecimal.TEN);
        market.accepted(sign * Fields.whole(inputs, "open_orders"));
        long placed = 0;
        long size = Long.highestOneBit(limit);
        while (size > 0) {
            if (market.place(sign * size) == RejectReason.NONE) {
                placed += size;
            } else {
                size /= 2;
            }
        }
        return BigDecimal.valueOf(placed);
    }

    /** A band on the side that trades at once, none to speak of on the other: how far market orders go, and which limits pass. */
    static void band(final JsonNode group, final JsonNode each, final SuiteReport.Case checks) {
        final JsonNode inputs = Fields.required(each, "inputs");
        final JsonNode expected = Fields.required(each, "expected");
        final OrderGroups market = new OrderGroups(
                new BigDecimal("0.1"), Fields.decimal(inputs, "mark"), BigDecimal.valueOf(PLENTY), LOTS_MAX);
        final long band =
                Fields.decimal(inputs, "band").movePointRight(PPM_DIGITS).longValueExact();
        market.venue.parameter(ParameterId.TAKING_BAND_PPM, market.instrument, band);
        market.venue.parameter(ParameterId.RESTING_BAND_PPM, market.instrument, NO_BAND_PPM);
        final Tolerance tolerance = VenueGroups.tolerance(each);
        checks.expect(expected, "up", () -> market.endOfBand(1), tolerance);
        checks.expect(expected, "down", () -> market.endOfBand(-1), tolerance);
        checks.expect(expected, "market_buy_limit", () -> market.endOfBand(1), tolerance);
        for (final Map.Entry<String, JsonNode> order : expected.properties()) {
            final Matcher limit = LIMIT_ORDER.matcher(order.getKey());
            if (limit.matches()) {
                final String said =
                        market.answer(limit.group(1).equals("buy") ? 1 : -1, Long.parseLong(limit.group(2)));
                if (!said.equals(order.getValue().asText())) {
                    checks.fail(order.getKey(), order.getValue().asText(), said);
                }
            }
        }
    }

    private BigDecimal endOfBand(final int signedLots) {
        return BigDecimal.valueOf(venue.limitOfMarketOrder(account, instrument, signedLots));
    }

    private String answer(final int signedLots, final long limit) {
        return venue.place(account, instrument, signedLots, limit) == RejectReason.NONE ? "accepted" : "rejected";
    }
}
