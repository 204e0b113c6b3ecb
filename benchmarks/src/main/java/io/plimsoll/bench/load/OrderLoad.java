package io.plimsoll.bench.load;

import java.util.Random;

/** {@link ChainOrders} applied to an engine that nobody hosts, and what can be asked of it. */
public final class OrderLoad {
    private static final int PPM = 1_000_000;

    private final ChainOrders orders;
    private final Venue venue;
    private final CommandFrame cancel;
    private final CommandFrame tooLarge;
    private final CommandFrame tooLargeBasket;
    private long tradeId = 1L << 40;

    /**
     * Opens everything.
     *
     * @param orders what to send.
     */
    public OrderLoad(final ChainOrders orders) {
        this.orders = orders;
        this.venue = orders.venue();
        this.cancel = orders.undo();
        this.tooLarge = orders.tooLarge();
        this.tooLargeBasket = orders.tooLargeBasket();
    }

    /** An account with few orders, so that whatever fills of them can be tried. */
    private OrderLoad(final int positions, final int openOrders, final long seed) {
        this(new ChainOrders(true, positions, openOrders, 1, seed));
    }

    /** Places the order. */
    public void place() {
        venue.send(orders.next());
    }

    /** Takes it back. */
    public void cancel() {
        venue.send(cancel);
    }

    /** Offers an order that is refused, with the size that would pass. */
    public void refuse() {
        refuse(tooLarge);
    }

    /** Offers four orders that are refused, with the share that would pass. */
    public void refuseBasket() {
        refuse(tooLargeBasket);
    }

    private void refuse(final CommandFrame frame) {
        if (venue.offer(frame)) {
            throw new IllegalStateException(orders.name() + ": what is too large has passed");
        }
    }

    /** {@return orders that a bound let pass} */
    public long byBound() {
        return venue.trading().checkedByBound();
    }

    /** {@return orders whose margin was computed in full} */
    public long inFull() {
        return venue.trading().checkedInFull();
    }

    /**
     * What share of random orders that pass the bound decides, where so much of the account's equity is in use.
     *
     * @param usedPpm initial margin with orders, as a share of margin equity, in millionths.
     * @param count orders to try, one at a time.
     * @param seed of the orders.
     * @return the share.
     */
    public double shareByBound(final int usedPpm, final int count, final long seed) {
        final long equity = venue.marginEquity(orders.account());
        final long margin = equity - venue.freeMargin(orders.account(), true);
        venue.send(CommandFrame.withdrawal(orders.account(), equity - margin * PPM / usedPpm));
        final Random random = new Random(seed);
        final long before = byBound();
        int passed = 0;
        for (int i = 0; i < count; i++) {
            if (venue.offer(orders.another(random))) {
                passed++;
                venue.send(cancel);
            }
        }
        return passed == 0 ? 0 : (byBound() - before) / (double) passed;
    }

    /**
     * How tight the requirement of open orders is: what the worst combination of fills costs, as a share of what is required for all of
     * them.
     *
     * @param positions different positions of the account.
     * @param openOrders its orders; all of their combinations are tried.
     * @param seed of positions and orders.
     * @return the share, at most 1 but for rounding.
     */
    public static double tightness(final int positions, final int openOrders, final long seed) {
        final OrderLoad load = new OrderLoad(positions, openOrders, seed);
        final long account = load.orders.account();
        final long now = load.venue.freeMargin(account, false);
        final long required = now - load.venue.freeMargin(account, true);
        long least = now;
        for (int subset = 0; subset < 1 << openOrders; subset++) {
            load.fill(subset, openOrders, 1);
            least = Math.min(least, load.venue.freeMargin(account, false));
            load.fill(subset, openOrders, -1);
        }
        return (now - least) / (double) required;
    }

    /**
     * How tight the bound is: what is required for all orders of an account, as a share of the bound that lets one more of them pass.
     *
     * @param positions different positions of the account.
     * @param openOrders its orders, with plenty of free margin.
     * @param seed of positions and orders.
     * @return the share, at most 1.
     */
    public static double tightnessOfBound(final int positions, final int openOrders, final long seed) {
        final OrderLoad load = new OrderLoad(positions, openOrders, seed);
        final long account = load.orders.account();
        final long now = load.venue.freeMargin(account, false);
        final long byBound = load.byBound();
        load.place();
        if (load.byBound() == byBound) {
            throw new IllegalStateException(load.orders.name() + ": the bound does not decide");
        }
        return (now - load.venue.freeMargin(account, true)) / (double) (now - load.venue.detail());
    }

    private void fill(final int subset, final int openOrders, final int sign) {
        for (int i = 0; i < openOrders; i++) {
            if ((subset >> i & 1) == 1) {
                venue.send(orders.fill(i, sign).tradeId(++tradeId));
            }
        }
    }
}
