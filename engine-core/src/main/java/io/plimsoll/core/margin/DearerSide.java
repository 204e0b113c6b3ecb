package io.plimsoll.core.margin;

import io.plimsoll.core.margin.model.ChargeRun;
import io.plimsoll.core.risk.Accumulator;
import io.plimsoll.core.risk.Holdings;
import io.plimsoll.core.risk.PortfolioSums;
import io.plimsoll.core.risk.RiskFrame;
import io.plimsoll.core.risk.RiskInstrument;

/**
 * Which of two holdings of an instrument asks for more, where a model looks at the side of positions: what the charges of holdings ask
 * for either alone. Scenarios count orders by themselves and are left out. Reuse the object.
 */
final class DearerSide implements Holdings {
    private final ChargeRun run;
    private final Accumulator tree;
    private final PortfolioSums nothing;
    private RiskInstrument instrument;
    private long lots;

    /** For a run, whose last assessment is gone after every question. */
    DearerSide(final ChargeRun run, final Accumulator tree, final RiskFrame frame, final boolean byExpiry) {
        this.run = run;
        this.tree = tree;
        this.nothing = new PortfolioSums(tree, frame, byExpiry);
    }

    /** The one of two that asks for more, of equals the larger one. */
    long of(final RiskInstrument row, final long bought, final long sold) {
        instrument = row;
        final long ofBought = marginOf(bought);
        final long ofSold = marginOf(sold);
        final boolean isSold = ofSold == ofBought ? Math.abs(sold) > Math.abs(bought) : ofSold > ofBought;
        return isSold ? sold : bought;
    }

    private long marginOf(final long signedLots) {
        lots = signedLots;
        run.assess(nothing, this);
        return tree.ceil(run.initial());
    }

    @Override
    public int count() {
        return 1;
    }

    @Override
    public RiskInstrument instrument(final int index) {
        return instrument;
    }

    @Override
    public long lots(final int index) {
        return lots;
    }
}
