package io.plimsoll.bench.load;

import java.util.function.Consumer;

/** Two holders trade one lot to and fro; every second trade books the profit and loss of both. */
public final class Trades implements Scenario {
    private final CommandFrame there =
            CommandFrame.trade(Venue.FIRST_ACCOUNT, Venue.FIRST_ACCOUNT + 1, 1, Venue.MARK_TICKS);
    private final CommandFrame back =
            CommandFrame.trade(Venue.FIRST_ACCOUNT + 1, Venue.FIRST_ACCOUNT, 1, Venue.MARK_TICKS + 1);
    private final int holders;
    private long tradeId;

    /**
     * A market that {@link Holders} opens.
     *
     * @param holders accounts with a position; two is the least.
     */
    public Trades(final int holders) {
        this.holders = holders;
    }

    @Override
    public String name() {
        return "trade";
    }

    @Override
    public int accounts() {
        return holders;
    }

    @Override
    public void open(final Consumer<CommandFrame> send) {
        tradeId = Holders.open(holders, send);
    }

    @Override
    public CommandFrame next() {
        tradeId++;
        return ((tradeId & 1) == 0 ? back : there).tradeId(tradeId);
    }
}
