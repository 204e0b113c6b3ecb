package io.plimsoll.core.margin;

import io.plimsoll.core.fixed.FixedPoint;
import io.plimsoll.core.risk.Column;
import io.plimsoll.core.risk.Holdings;
import io.plimsoll.core.risk.RiskInstrument;
import java.util.Arrays;

/** What delta an account holds: of each underlying in all, long and short alike, and in which expiries. Follows from what it holds. */
final class HeldDeltas {
    private static final long MOST = Long.MAX_VALUE >> 1;
    private static final byte LONG = 1;
    private static final byte SHORT = 2;

    private final long[] gross;
    private byte[] signs = new byte[16];
    private boolean isKnown;

    HeldDeltas(final int underlyings) {
        gross = new long[underlyings];
    }

    /** The account holds something else now, or rows were replaced. */
    void forget() {
        isKnown = false;
    }

    boolean isKnown() {
        return isKnown;
    }

    /** Looks at everything that is held. */
    void learn(final Holdings held) {
        isKnown = true;
        Arrays.fill(gross, 0);
        Arrays.fill(signs, (byte) 0);
        for (int i = 0; i < held.count(); i++) {
            final RiskInstrument one = held.instrument(i);
            final long delta = one.row().column(Column.DELTA);
            final long lots = held.lots(i);
            final int underlying = one.underlying();
            gross[underlying] = FixedPoint.addSaturated(
                    gross[underlying],
                    inMinorUnits(Math.abs(lots), Math.abs(delta), one.row().exponent()),
                    MOST);
            note(one.expiry(), Long.signum(lots) * Long.signum(delta));
        }
    }

    private void note(final int expiry, final int sign) {
        if (expiry >= signs.length) {
            signs = Arrays.copyOf(signs, 2 * expiry);
        }
        if (sign != 0) {
            signs[expiry] |= sign > 0 ? LONG : SHORT;
        }
    }

    /** Delta of an underlying, in minor units of the margin currency, rounded up. */
    long gross(final int underlying) {
        return gross[underlying];
    }

    /** Whether an expiry's delta is certainly not zero: all of it is of one sign. */
    boolean takesPart(final int expiry) {
        return expiry < signs.length && (signs[expiry] == LONG || signs[expiry] == SHORT);
    }

    private static long inMinorUnits(final long lots, final long units, final int exponent) {
        return exponent >= 0
                ? FixedPoint.mulDivCeil(lots, units, FixedPoint.powerOfTen(exponent), MOST)
                : FixedPoint.mulDivCeil(
                        FixedPoint.mulDivCeil(lots, units, 1, MOST), FixedPoint.powerOfTen(-exponent), 1, MOST);
    }
}
