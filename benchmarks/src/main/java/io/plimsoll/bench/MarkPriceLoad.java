package io.plimsoll.bench;

/** The mark goes up and down by one tick. */
final class MarkPriceLoad implements Load {
    private final Venue venue;
    private final CommandFrame up = CommandFrame.markPrice(1, Venue.MARK_TICKS + 1);
    private final CommandFrame down = CommandFrame.markPrice(1, Venue.MARK_TICKS);
    private boolean isUp;

    /** All but one of the holders are long ten lots; the first is short them all. */
    MarkPriceLoad(final int holders) {
        venue = new Venue(holders);
        for (int i = 1; i < holders; i++) {
            venue.send(CommandFrame.trade(Venue.FIRST_ACCOUNT + i, Venue.FIRST_ACCOUNT, 10, Venue.MARK_TICKS)
                    .tradeId(i));
        }
    }

    @Override
    public long next() {
        isUp = !isUp;
        venue.send(isUp ? up : down);
        return venue.events();
    }
}
