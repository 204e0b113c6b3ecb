package io.plimsoll.bench.load;

import java.util.function.Consumer;

/** One order is placed and cancelled in turns, by an account that holds ten lots. */
public final class Orders implements Scenario {
    /** Who sends the orders. */
    public static final long ACCOUNT = Venue.FIRST_ACCOUNT + 1L;

    /** Size of an order, a bid, lots. */
    public static final long LOTS = 5;

    /** Limit of an order, ticks. */
    public static final long LIMIT = Venue.MARK_TICKS - 10;

    private static final long ORDER = 1;

    private final CommandFrame place = CommandFrame.orderPlace(ACCOUNT, ORDER, LOTS, LIMIT);
    private final CommandFrame cancel = CommandFrame.orderCancel(ACCOUNT, ORDER);
    private final int holders;
    private boolean isResting;

    /**
     * A market that {@link Holders} opens.
     *
     * @param holders accounts with a position; two is the least.
     */
    public Orders(final int holders) {
        this.holders = holders;
    }

    @Override
    public String name() {
        return "order place, cancel";
    }

    @Override
    public int accounts() {
        return holders;
    }

    @Override
    public void open(final Consumer<CommandFrame> send) {
        Holders.open(holders, send);
    }

    @Override
    public CommandFrame next() {
        isResting = !isResting;
        return isResting ? place : cancel;
    }
}
