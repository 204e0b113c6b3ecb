package io.plimsoll.bench.load;

import java.util.function.Consumer;

/** The mark goes up and down by one tick, and every holder is margined anew. */
public final class MarkPrices implements Scenario {
    private final CommandFrame up = CommandFrame.markPrice(1, Venue.MARK_TICKS + 1);
    private final CommandFrame down = CommandFrame.markPrice(1, Venue.MARK_TICKS);
    private final int holders;
    private boolean isUp;

    /**
     * A market that {@link Holders} opens.
     *
     * @param holders accounts with a position; two is the least.
     */
    public MarkPrices(final int holders) {
        this.holders = holders;
    }

    @Override
    public String name() {
        return "mark price, " + holders + " holders";
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
        isUp = !isUp;
        return isUp ? up : down;
    }
}
