package io.plimsoll.example;

import io.plimsoll.client.ConnectionState;
import io.plimsoll.sbe.Side;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** A day at the exchange, in parts: accounts are opened, traders trade, a market is halted, an account is stopped. */
final class Day {
    /** Accounts, numbered from 1; of those that trade the last two have little money. */
    static final int ACCOUNTS = 9;

    /** The market maker's. */
    static final long MAKER = ACCOUNTS;

    private static final int TRADERS = ACCOUNTS - 1;
    private static final int POOR = 2;
    private static final long RICH_DOLLARS = 20_000;
    private static final long POOR_DOLLARS = 60;
    private static final int ACTS_PER_QUOTE = 20;
    private static final int ACTS_PER_MARK = 100;
    private static final int MOST_UNDER_WAY = 256;
    private static final long IDLE_NS = 50_000;

    private final Administrator administrator;
    private final Exchange exchange;
    private final RandomTraders traders;
    private final MarketMaker maker;
    private final Map<Market, Long> marks = new EnumMap<>(Market.class);

    Day(final Administrator administrator, final Exchange exchange, final long seed) {
        this.administrator = administrator;
        this.exchange = exchange;
        this.traders = new RandomTraders(exchange, seed, TRADERS);
        this.maker = new MarketMaker(exchange, MAKER);
        for (final Market market : Market.values()) {
            marks.put(market, market.firstMark());
        }
    }

    /** The markets are there, accounts have money, the exchange has a session. */
    void begin() {
        administrator.open();
        for (int id = 1; id <= ACCOUNTS; id++) {
            administrator.account(id, id > TRADERS - POOR && id <= TRADERS ? POOR_DOLLARS : RICH_DOLLARS);
        }
    }

    /** Traders do something so many times, the market maker quotes, and marks move now and then. */
    void trade(final int acts) {
        await(() -> exchange.state() == ConnectionState.CONNECTED);
        for (int i = 0; i < acts; i++) {
            if (i % ACTS_PER_MARK == 0) {
                marks.replaceAll((market, mark) -> traders.move(mark));
                marks.forEach(administrator::mark);
            }
            if (i % ACTS_PER_QUOTE == 0) {
                await(() -> !exchange.isQuoting(MAKER));
                maker.quote(marks);
            }
            traders.act(marks);
            await(() -> exchange.underWay() < MOST_UNDER_WAY);
        }
    }

    /** Until every command is answered and every trade booked. */
    void quiet() {
        await(exchange::isQuiet);
    }

    /** A market is halted, an order is tried, and the market goes on; gives whether the order was refused. */
    boolean halt(final Market market) {
        administrator.halt(market);
        await(() -> exchange.isHalted(market.instrument()));
        final boolean isRefused = isRefusedHere(1, market);
        administrator.resume(market);
        await(() -> !exchange.isHalted(market.instrument()));
        return isRefused;
    }

    /** An account is stopped and an order of it tried; gives whether none of its orders rests and the order was refused. */
    boolean stop(final long account) {
        exchange.stop(account);
        quiet();
        return exchange.orders().stream().noneMatch(order -> order.account() == account)
                && isRefusedHere(account, Market.BTC_PERP);
    }

    private boolean isRefusedHere(final long account, final Market market) {
        return exchange.submit(account, new Leg(market.instrument(), Side.BUY, 1, marks.get(market)))
                .isEmpty();
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
    long mark(final Market market) {
        return marks.get(market);
    }
}
