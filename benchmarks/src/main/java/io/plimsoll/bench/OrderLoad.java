package io.plimsoll.bench;

/** One order is placed and cancelled in turns, by an account that holds a position. */
final class OrderLoad implements Load {
    private static final long ORDER = 1;

    private final Venue venue = new Venue(2);
    private final CommandFrame place = CommandFrame.orderPlace(Venue.FIRST_ACCOUNT, ORDER, 5, Venue.MARK_TICKS - 10);
    private final CommandFrame cancel = CommandFrame.orderCancel(Venue.FIRST_ACCOUNT, ORDER);
    private boolean isResting;

    OrderLoad() {
        venue.send(CommandFrame.trade(Venue.FIRST_ACCOUNT, Venue.FIRST_ACCOUNT + 1, 10, Venue.MARK_TICKS)
                .tradeId(1));
    }

    @Override
    public long next() {
        isResting = !isResting;
        venue.send(isResting ? place : cancel);
        return venue.events();
    }
}
