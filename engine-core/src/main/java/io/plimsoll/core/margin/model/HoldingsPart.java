package io.plimsoll.core.margin.model;

import io.plimsoll.core.risk.Exposure;
import io.plimsoll.core.risk.Holdings;
import io.plimsoll.core.risk.RiskInstrument;
import java.util.Arrays;

/** Some positions of a portfolio, in the order in which they were added. Used again and again. */
final class HoldingsPart implements Holdings {
    private static final int INITIAL_CAPACITY = 8;

    private Holdings whole;
    private RiskInstrument[] instruments = new RiskInstrument[INITIAL_CAPACITY];
    private long[] lots = new long[INITIAL_CAPACITY];
    private long[] bought = new long[INITIAL_CAPACITY];
    private long[] sold = new long[INITIAL_CAPACITY];
    private long[] others = new long[INITIAL_CAPACITY];
    private long[] coinsOfOthers = new long[INITIAL_CAPACITY];
    private int count;

    /** Has no positions yet. */
    void of(final Holdings holdings) {
        whole = holdings;
        count = 0;
    }

    void add(final int index) {
        add(whole, index);
    }

    /** Adds a position of other holdings. */
    void add(final Holdings from, final int index) {
        if (count == instruments.length) {
            instruments = Arrays.copyOf(instruments, 2 * count);
            lots = Arrays.copyOf(lots, 2 * count);
            bought = Arrays.copyOf(bought, 2 * count);
            sold = Arrays.copyOf(sold, 2 * count);
            others = Arrays.copyOf(others, 2 * count);
            coinsOfOthers = Arrays.copyOf(coinsOfOthers, 2 * count);
        }
        instruments[count] = from.instrument(index);
        others[count] = from.lotsOfOthers(index);
        coinsOfOthers[count] = from.coinsOfOthers(index);
        bought[count] = from.lots(index, 1);
        sold[count] = from.lots(index, -1);
        lots[count++] = from.lots(index);
    }

    /** Adds a coin of other holdings to what there is of it already. */
    void net(final Holdings from, final int index) {
        final RiskInstrument coin = from.instrument(index);
        for (int i = 0; i < count; i++) {
            if (instruments[i].kind() == coin.kind() && instruments[i].underlying() == coin.underlying()) {
                lots[i] += from.lots(index);
                bought[i] += from.lots(index);
                sold[i] += from.lots(index);
                return;
            }
        }
        add(from, index);
    }

    @Override
    public Exposure exposure() {
        return whole.exposure();
    }

    @Override
    public long lotsOfOthers(final int index) {
        return others[index];
    }

    @Override
    public long coinsOfOthers(final int index) {
        return coinsOfOthers[index];
    }

    @Override
    public int count() {
        return count;
    }

    @Override
    public RiskInstrument instrument(final int index) {
        return instruments[index];
    }

    @Override
    public long lots(final int index) {
        return lots[index];
    }

    @Override
    public long lots(final int index, final int side) {
        return side > 0 ? bought[index] : sold[index];
    }

    @Override
    public boolean hasOrders() {
        return whole.hasOrders();
    }
}
