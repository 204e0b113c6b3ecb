package io.plimsoll.core.margin.model;

import io.plimsoll.core.risk.Exposure;
import io.plimsoll.core.risk.Holdings;
import io.plimsoll.core.risk.HoldingsList;
import io.plimsoll.core.risk.RiskInstrument;

/** Some positions of a portfolio, in the order in which they were added. Used again and again. */
final class HoldingsPart extends HoldingsList {
    private Holdings whole;

    /** Has no positions yet. */
    void of(final Holdings holdings) {
        whole = holdings;
        clear();
    }

    void add(final int index) {
        add(whole, index);
    }

    /** Adds a position of other holdings. */
    void add(final Holdings from, final int index) {
        append(from.instrument(index), 0, from.lotsOfOthers(index), from.coinsOfOthers(index));
        size(count() - 1, from.lots(index), from.lots(index, 1), from.lots(index, -1));
    }

    /** Adds a coin of other holdings to what there is of it already. */
    void net(final Holdings from, final int index) {
        final RiskInstrument coin = from.instrument(index);
        final long more = from.lots(index);
        for (int i = 0; i < count(); i++) {
            if (instrument(i).kind() == coin.kind() && instrument(i).underlying() == coin.underlying()) {
                size(i, lots(i) + more, lots(i, 1) + more, lots(i, -1) + more);
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
    public boolean hasOrders() {
        return whole.hasOrders();
    }
}
