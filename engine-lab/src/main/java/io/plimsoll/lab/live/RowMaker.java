package io.plimsoll.lab.live;

import io.plimsoll.core.engine.EngineState;
import io.plimsoll.core.instrument.Asset;
import io.plimsoll.core.instrument.Instrument;
import io.plimsoll.core.risk.LiveFigures;
import io.plimsoll.core.risk.Revaluation;
import io.plimsoll.core.risk.RiskRegime;
import io.plimsoll.core.risk.RowFault;

/** Makes the rows of an underlying in a copy of an engine, and the marks that come with them, without margining anybody. */
final class RowMaker {
    private final EngineState state;
    private final Asset underlying;
    private final int place;
    private final Revaluation revaluation;

    RowMaker(final EngineState state, final RiskRegime regime, final Asset underlying) {
        this.state = state;
        this.underlying = underlying;
        this.place = regime.placeOf(underlying);
        this.revaluation = new Revaluation(
                regime,
                state.prices(),
                state.risk().surfaces(),
                state.settlement(),
                state.limits().instruments(),
                new LiveFigures(state.accounts(), state.funding(), state.prices()));
    }

    /** From prices and surfaces as they are now, as the engine does; what cannot be priced keeps its mark. */
    void make() {
        revaluation.begin(place, state.timeNs(), state.risk().volatilities().used(underlying));
        while (revaluation.rest() > 0) {
            revaluation.step();
        }
        revaluation.switchOver();
        for (int i = 0; i < revaluation.instruments(); i++) {
            final Instrument instrument = revaluation.instrument(i);
            final long mark = revaluation.mark(instrument);
            if (mark >= 0 && state.prices().followsSurface(instrument)) {
                state.prices().markTicks(instrument, mark);
            }
        }
    }

    /** Why an instrument of the underlying has no row. */
    RowFault fault(final Instrument instrument) {
        return revaluation.fault(instrument);
    }
}
