package io.plimsoll.core.margin;

import io.plimsoll.core.fixed.FixedPoint;
import io.plimsoll.core.fixed.Rate;
import io.plimsoll.core.margin.model.ChargeRun;
import io.plimsoll.core.margin.model.Growth;
import io.plimsoll.core.risk.RiskInstrument;
import io.plimsoll.core.risk.RiskRegime;

/** The {@link Growth} of an instrument, measured again when the rows of its underlying were replaced, or the weakest stable coin moved. */
final class RowGrowth {
    private static final long MOST = Long.MAX_VALUE >> 1;

    private final Growth growth = new Growth();
    private long revaluation;
    private long stablePrice;
    private boolean isKnown;

    boolean isKnown(final RiskInstrument row, final RiskRegime regime, final ChargeRun run) {
        final long current = regime.revaluation(row.underlying());
        final long stable = regime.frame().stablePrice();
        if (revaluation != current || stablePrice != stable) {
            revaluation = current;
            stablePrice = stable;
            isKnown = run.measure(growth, row);
        }
        return isKnown;
    }

    long of(final long bought, final long sold) {
        return growth.of(bought, sold);
    }

    /** What an expiry that takes part for the first time adds to a charge on what was offset before it came. */
    long freshOf(final HeldDeltas held, final RiskInstrument row) {
        return held.takesPart(row.expiry())
                ? 0
                : FixedPoint.mulDivCeil(held.gross(row.underlying()) / 2 + 1, growth.fresh(), Rate.ONE, MOST);
    }

    boolean asksForHoldings() {
        return growth.fresh() != 0;
    }
}
