package io.plimsoll.lab.live;

import io.plimsoll.core.risk.Holdings;
import io.plimsoll.core.risk.RiskInstrument;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What an account holds in rows, as it was: the engine's own list is used again for the next account.
 *
 * @param instruments with their rows.
 * @param quantities signed lots.
 * @param coins lots of the same coin that others of the group own.
 */
record Held(List<RiskInstrument> instruments, List<Long> quantities, List<Long> coins) implements Holdings {
    static Held of(final Holdings holdings) {
        return new Held(
                IntStream.range(0, holdings.count())
                        .mapToObj(holdings::instrument)
                        .toList(),
                IntStream.range(0, holdings.count()).mapToObj(holdings::lots).toList(),
                IntStream.range(0, holdings.count())
                        .mapToObj(holdings::coinsOfOthers)
                        .toList());
    }

    @Override
    public int count() {
        return instruments.size();
    }

    @Override
    public RiskInstrument instrument(final int index) {
        return instruments.get(index);
    }

    @Override
    public long lots(final int index) {
        return quantities.get(index);
    }

    @Override
    public long coinsOfOthers(final int index) {
        return coins.get(index);
    }
}
