package io.plimsoll.example;

import io.plimsoll.client.ConnectionState;
import io.plimsoll.sbe.Side;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** A day at the exchange, in parts: accounts are opened, traders trade, the market is halted, an account is stopped. */
final class Day {
    /** Accounts that trade, numbered from 1; the last two of them have little money. */
    static final int ACCOUNTS = 8;

    private static final int POOR = 2;
    private static final long RICH_DOLLARS = 20_000;
    private static final long POOR_DOLLARS = 60;
    private static final long DOLLARS = 60_000;
    private static final long TICKS_PER_DOLLAR = 10;
    private static final int ACTS_PER_MARK = 100;
    private static final int MOST_UNDER_WAY = 256;
    private static final long IDLE_NS = 50_000;

    private final Administrator administrator;
    private final Exchange exchange;
    private final RandomTraders traders;
    private long mark = DOLLARS * TICKS_PER_DOLLAR;

    Day(final Administrator administrator, final Exchange exchange, final long seed) {
        this.administrator = administrator;
        this.exchange = exchange;
        this.traders = new RandomTraders(exchange, seed, ACCOUNTS);
    }

    /** The market is there, accounts have money, the exchange has a session. */
    void begin() {
        administrator.open(DOLLARS);
        for (int id = 1; id <= ACCOUNTS; id++) {
            administrator.account(id, id <= ACCOUNTS - POOR ? RICH_DOLLARS : POOR_DOLLARS);
        }
        await(() -> exchange.state() == ConnectionState.CONNECTED);
    }

    /** Traders do something so many times; the mark moves now and then. */
    void trade(final int acts) {
        for (int i = 1; i <= acts; i++) {
            traders.act(mark);
            await(() -> exchange.underWay() < MOST_UNDER_WAY);
            if (i % ACTS_PER_MARK == 0) {
                mark = traders.move(mark);
                administrator.mark(mark);
            }
        }
    }

    /** Until every command is answered and every trade booked. */
    void quiet() {
        await(exchange::isQuiet);
    }

    /** The market is halted, an order is tried, and the market goes on; gives whether the order was refused. */
    boolean halt() {
        administrator.halt();
        await(exchange::isHalted);
        final boolean isRefused = exchange.submit(1, Side.BUY, 1, mark) == 0;
        administrator.resumeMarket();
        await(() -> !exchange.isHalted());
        return isRefused;
    }

    /** An account is stopped and an order of it tried; gives whether none of its orders rests and the order was refused. */
    boolean stop(final long account) {
        exchange.stop(account);
        quiet();
        return exchange.orders().stream().noneMatch(order -> order.account() == account)
                && exchange.submit(account, Side.SELL, 1, mark) == 0;
    }

    /** The account may trade again. */
    void resume(final long account) {
        administrator.resumeTrading(account);
        await(() -> !exchange.isStopped(account));
    }

    /** Polls until something is so. */
    void await(final BooleanSupplier condition) {
        while (!condition.getAsBoolean()) {
            if (exchange.poll() + administrator.poll() == 0) {
                LockSupport.parkNanos(IDLE_NS);
            }
        }
    }

    /** The mark in ticks, as it is now. */
    long mark() {
        return mark;
    }
}
