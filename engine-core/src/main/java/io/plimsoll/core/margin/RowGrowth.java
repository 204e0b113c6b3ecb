package io.plimsoll.core.margin;

import io.plimsoll.core.fixed.FixedPoint;
import io.plimsoll.core.fixed.Rate;
import io.plimsoll.core.margin.model.Growth;
import io.plimsoll.core.margin.model.LiveModel;
import io.plimsoll.core.risk.Column;
import io.plimsoll.core.risk.Holdings;
import io.plimsoll.core.risk.RiskInstrument;
import io.plimsoll.core.risk.RiskRegime;

/** The {@link Growth} of an instrument, measured again when the rows of its underlying were replaced. */
final class RowGrowth {
    private static final long MOST = Long.MAX_VALUE >> 1;

    private final Growth growth = new Growth();
    private long revaluation;
    private boolean isKnown;

    boolean isKnown(final RiskInstrument row, final RiskRegime regime, final LiveModel model) {
        final long current = regime.revaluation(row.underlying());
        if (revaluation != current) {
            revaluation = current;
            isKnown = growth.measure(row, regime.frame(), model.model());
        }
        return isKnown;
    }

    long of(final long bought, final long sold, final long lost) {
        return growth.of(bought, sold, lost);
    }

    /** What an expiry that takes part for the first time adds to a charge on what was offset before it came. */
    long freshOf(final Holdings held, final RiskInstrument row) {
        long gross = 0;
        int signs = 0;
        for (int i = 0; i < held.count(); i++) {
            final RiskInstrument one = held.instrument(i);
            if (one.underlying() == row.underlying()) {
                final long delta = one.row().column(Column.DELTA);
                final long lots = held.lots(i);
                gross = FixedPoint.addSaturated(
                        gross,
                        inMinorUnits(Math.abs(lots), Math.abs(delta), one.row().exponent()),
                        MOST);
                signs |= one.expiry() == row.expiry() ? signOf(Long.signum(lots) * Long.signum(delta)) : 0;
            }
        }
        // Of one sign and not nothing: the expiry takes part, and its rate counts already.
        final boolean takesPart = signs == 1 || signs == 2;
        return takesPart ? 0 : FixedPoint.mulDivCeil(gross / 2 + 1, growth.fresh(), Rate.ONE, MOST);
    }

    boolean asksForHoldings() {
        return growth.fresh() != 0;
    }

    private static int signOf(final int sign) {
        return sign > 0 ? 1 : sign < 0 ? 2 : 0;
    }

    private static long inMinorUnits(final long lots, final long units, final int exponent) {
        return exponent >= 0
                ? FixedPoint.mulDivCeil(lots, units, FixedPoint.powerOfTen(exponent), MOST)
                : FixedPoint.mulDivCeil(
                        FixedPoint.mulDivCeil(lots, units, 1, MOST), FixedPoint.powerOfTen(-exponent), 1, MOST);
    }
}
