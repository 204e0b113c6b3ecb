package io.plimsoll.bench.load;

import java.util.function.Consumer;

/** One order is placed and cancelled in turns, by an account that holds a position. */
public final class Orders implements Scenario {
    private static final long ORDER = 1;

    private final CommandFrame place = CommandFrame.orderPlace(Venue.FIRST_ACCOUNT, ORDER, 5, Venue.MARK_TICKS - 10);
    private final CommandFrame cancel = CommandFrame.orderCancel(Venue.FIRST_ACCOUNT, ORDER);
    private boolean isResting;

    @Override
    public String name() {
        return "order place, cancel";
    }

    @Override
    public int accounts() {
        return 2;
    }

    @Override
    public void open(final Consumer<CommandFrame> send) {
        send.accept(CommandFrame.trade(Venue.FIRST_ACCOUNT, Venue.FIRST_ACCOUNT + 1, 10, Venue.MARK_TICKS)
                .tradeId(1));
    }

    @Override
    public CommandFrame next() {
        isResting = !isResting;
        return isResting ? place : cancel;
    }
}
