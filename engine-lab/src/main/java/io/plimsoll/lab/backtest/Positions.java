package io.plimsoll.lab.backtest;

import io.plimsoll.core.risk.Holdings;
import io.plimsoll.core.risk.RiskInstrument;
import java.util.List;

/** The positions of a book with the rows of a day. */
final class Positions implements Holdings {
    private final List<Leg> legs;
    private final List<RiskInstrument> instruments;

    Positions(final List<Leg> legs, final DayMarket market) {
        this.legs = legs;
        this.instruments =
                legs.stream().map(leg -> market.instrument(leg.instrument())).toList();
    }

    @Override
    public int count() {
        return legs.size();
    }

    @Override
    public RiskInstrument instrument(final int index) {
        return instruments.get(index);
    }

    @Override
    public long lots(final int index) {
        return legs.get(index).dollars();
    }
}
