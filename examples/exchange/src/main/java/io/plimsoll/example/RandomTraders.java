package io.plimsoll.example;

import io.plimsoll.sbe.Side;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * Traders who want something at random: mostly an order near the mark, sometimes one at market, sometimes a spread of one market
 * against the other, sometimes an order back, seldom all of them.
 */
final class RandomTraders {
    private static final int LOTS_MAX = 400;
    private static final int TICKS_FROM_MARK = 40;
    private static final int CANCELS_OF_ALL_PERCENT = 1;
    private static final int CANCELS_PERCENT = 20;
    private static final int SPREADS_PERCENT = 30;
    private static final int AT_MARKET_PERCENT = 40;
    private static final int PERCENT = 100;

    private final Exchange exchange;
    private final SplittableRandom random;
    private final int accounts;
    private final List<Long> orders = new ArrayList<>();

    /** Accounts are numbered from 1. */
    RandomTraders(final Exchange exchange, final long seed, final int accounts) {
        this.exchange = exchange;
        this.random = new SplittableRandom(seed);
        this.accounts = accounts;
    }

    /** One of them does something. */
    void act(final Map<Market, Long> marks) {
        final int what = random.nextInt(PERCENT);
        final long account = 1L + random.nextInt(accounts);
        final Side side = random.nextBoolean() ? Side.BUY : Side.SELL;
        if (what < CANCELS_OF_ALL_PERCENT) {
            exchange.cancelAll(account);
        } else if (what < CANCELS_PERCENT && !orders.isEmpty()) {
            exchange.cancel(orders.remove(random.nextInt(orders.size())));
        } else if (what < SPREADS_PERCENT) {
            final Side other = side == Side.BUY ? Side.SELL : Side.BUY;
            submit(account, leg(Market.BTC_PERP, side, marks), leg(Market.ETH_PERP, other, marks));
        } else if (what < AT_MARKET_PERCENT) {
            final Market market = random.nextBoolean() ? Market.BTC_PERP : Market.ETH_PERP;
            submit(account, Leg.atMarket(market.instrument(), side, 1 + random.nextInt(LOTS_MAX)));
        } else {
            submit(account, leg(random.nextBoolean() ? Market.BTC_PERP : Market.ETH_PERP, side, marks));
        }
    }

    private Leg leg(final Market market, final Side side, final Map<Market, Long> marks) {
        return new Leg(market.instrument(), side, 1 + random.nextInt(LOTS_MAX), move(marks.get(market)));
    }

    private void submit(final long account, final Leg... legs) {
        exchange.submit(account, legs).forEach(order -> orders.add(order.id()));
    }

    /** Where a mark goes next. */
    long move(final long mark) {
        return mark + random.nextInt(-TICKS_FROM_MARK, TICKS_FROM_MARK + 1);
    }
}
