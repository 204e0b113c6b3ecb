package io.plimsoll.bench.load;

import java.util.function.Consumer;

/** Accounts with positions in one market: all but the first are long ten lots; the first is short them all. */
final class Holders {
    private static final int LOTS = 10;

    private Holders() {}

    /**
     * Opens the positions.
     *
     * @param holders how many; two is the least.
     * @param send applies a command; the frame is used again afterwards.
     * @return id of the last trade.
     */
    static long open(final int holders, final Consumer<CommandFrame> send) {
        for (int i = 1; i < holders; i++) {
            send.accept(CommandFrame.trade(Venue.FIRST_ACCOUNT + i, Venue.FIRST_ACCOUNT, LOTS, Venue.MARK_TICKS)
                    .tradeId(i));
        }
        return holders - 1L;
    }
}
