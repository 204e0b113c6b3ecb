package io.plimsoll.bench;

/** Two accounts trade one lot to and fro at the mark. */
final class TradeLoad implements Load {
    private final Venue venue = new Venue(2);
    private final CommandFrame there =
            CommandFrame.trade(Venue.FIRST_ACCOUNT, Venue.FIRST_ACCOUNT + 1, 1, Venue.MARK_TICKS);
    private final CommandFrame back =
            CommandFrame.trade(Venue.FIRST_ACCOUNT + 1, Venue.FIRST_ACCOUNT, 1, Venue.MARK_TICKS + 1);
    private long tradeId;

    @Override
    public long next() {
        tradeId++;
        venue.send(((tradeId & 1) == 0 ? back : there).tradeId(tradeId));
        return venue.events();
    }
}
