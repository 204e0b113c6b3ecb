package io.plimsoll.example;

import java.util.HashMap;
import java.util.Map;

/**
 * What each account holds by the book's own count, and what the engine said it holds after each trade: both must be the same. The engine
 * hears of a trade later than the book, so what it should say is kept by trade until it does.
 */
final class Positions {
    private final Map<Holding, Long> lots = new HashMap<>();
    private final Map<Long, Map<Long, Long>> expected = new HashMap<>();
    private long confirmed;

    private record Holding(long account, int instrument) {}

    /** The book has matched. */
    void traded(final long trade, final int instrument, final long buyer, final long seller, final long size) {
        final Map<Long, Long> after = new HashMap<>();
        after.put(buyer, lots.merge(new Holding(buyer, instrument), size, Long::sum));
        after.put(seller, lots.merge(new Holding(seller, instrument), -size, Long::sum));
        // Who trades with himself is heard twice; what stands in between is nobody's position.
        if (buyer != seller) {
            expected.put(trade, after);
        }
    }

    /** The engine has booked one side of a trade. */
    void booked(final long trade, final long account, final long position) {
        final Map<Long, Long> after = expected.get(trade);
        if (after == null) {
            return;
        }
        final Long own = after.remove(account);
        if (own == null || own != position) {
            throw new IllegalStateException("after trade " + trade + " account " + account + " holds " + position
                    + " lots by the engine and " + own + " by the book");
        }
        confirmed++;
        if (after.isEmpty()) {
            expected.remove(trade);
        }
    }

    /** Lots that an account holds in a market, signed. */
    long of(final long account, final int instrument) {
        return lots.getOrDefault(new Holding(account, instrument), 0L);
    }

    /** Sides of trades whose position the engine has said, the same as ours. */
    long confirmed() {
        return confirmed;
    }

    /** Trades that the engine has not booked yet. */
    int open() {
        return expected.size();
    }
}
