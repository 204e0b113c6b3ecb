package io.plimsoll.example;

import io.plimsoll.sbe.Side;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** Traders who want something at random: mostly an order near the mark, sometimes an order back, seldom all of them. */
final class RandomTraders {
    private static final int LOTS_MAX = 400;
    private static final int TICKS_FROM_MARK = 40;
    private static final int CANCELS_PERCENT = 20;
    private static final int CANCELS_OF_ALL_PERCENT = 1;
    private static final int PERCENT = 100;

    private final Exchange exchange;
    private final SplittableRandom random;
    private final int accounts;
    private final List<Long> orders = new ArrayList<>();
    private int placed;

    /** Accounts are numbered from 1. */
    RandomTraders(final Exchange exchange, final long seed, final int accounts) {
        this.exchange = exchange;
        this.random = new SplittableRandom(seed);
        this.accounts = accounts;
    }

    /** One of them does something. */
    void act(final long mark) {
        final int what = random.nextInt(PERCENT);
        final long account = 1L + random.nextInt(accounts);
        if (what < CANCELS_OF_ALL_PERCENT) {
            exchange.cancelAll(account);
        } else if (what < CANCELS_PERCENT && !orders.isEmpty()) {
            exchange.cancel(orders.remove(random.nextInt(orders.size())));
        } else {
            final Side side = random.nextBoolean() ? Side.BUY : Side.SELL;
            final long limit = mark + random.nextInt(-TICKS_FROM_MARK, TICKS_FROM_MARK + 1);
            final long order = exchange.submit(account, side, 1 + random.nextInt(LOTS_MAX), limit);
            placed++;
            if (order != 0) {
                orders.add(order);
            }
        }
    }

    /** Where the mark goes next. */
    long move(final long mark) {
        return mark + random.nextInt(-TICKS_FROM_MARK, TICKS_FROM_MARK + 1);
    }

    /** Orders that they wanted to place. */
    int placed() {
        return placed;
    }
}
