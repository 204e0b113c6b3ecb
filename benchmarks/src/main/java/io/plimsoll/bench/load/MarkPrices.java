package io.plimsoll.bench.load;

import java.util.function.Consumer;

/** The mark goes up and down by one tick, and every holder is margined anew. */
public final class MarkPrices implements Scenario {
    private static final int LOTS = 10;

    private final CommandFrame up = CommandFrame.markPrice(1, Venue.MARK_TICKS + 1);
    private final CommandFrame down = CommandFrame.markPrice(1, Venue.MARK_TICKS);
    private final int holders;
    private boolean isUp;

    /**
     * All but one of the holders are long ten lots; the first is short them all.
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
        for (int i = 1; i < holders; i++) {
            send.accept(CommandFrame.trade(Venue.FIRST_ACCOUNT + i, Venue.FIRST_ACCOUNT, LOTS, Venue.MARK_TICKS)
                    .tradeId(i));
        }
    }

    @Override
    public CommandFrame next() {
        isUp = !isUp;
        return isUp ? up : down;
    }
}
