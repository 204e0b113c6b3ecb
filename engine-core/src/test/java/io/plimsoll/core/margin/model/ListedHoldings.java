package io.plimsoll.core.margin.model;

import io.plimsoll.core.risk.Holdings;
import io.plimsoll.core.risk.RiskInstrument;
import java.util.ArrayList;
import java.util.List;

/** What an account holds, as a test lists it. */
class ListedHoldings implements Holdings {
    private final List<RiskInstrument> instruments = new ArrayList<>();
    private final List<Long> lots = new ArrayList<>();
    private final List<Long> ofOthers = new ArrayList<>();

    /** Lists a row, with what others of the group own of the coin. */
    final void add(final RiskInstrument row, final long signedLots, final long others) {
        instruments.add(row);
        lots.add(signedLots);
        ofOthers.add(others);
    }

    final boolean has(final RiskInstrument row) {
        return instruments.stream().anyMatch(listed -> listed.id() == row.id());
    }

    @Override
    public final int count() {
        return instruments.size();
    }

    @Override
    public final RiskInstrument instrument(final int at) {
        return instruments.get(at);
    }

    @Override
    public final long lots(final int at) {
        return lots.get(at);
    }

    @Override
    public final long coinsOfOthers(final int at) {
        return ofOthers.get(at);
    }
}
