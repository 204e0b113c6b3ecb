package io.plimsoll.core.risk;

import io.plimsoll.core.fixed.FixedPoint;
import io.plimsoll.core.instrument.Haircuts;

/**
 * What the further tiers of a haircut change of a coin's profit and loss. The row of a coin has the haircut of its first tier; what is
 * held above the lower end of a tier adds, for each lot, the difference to the tier below. So the sum over slices, each with its own
 * haircut, is exact. Reuse the object.
 */
public final class CoinTiers {
    /** Most further tiers. */
    public static final int MAX = Haircuts.TIERS_MAX - 1;

    /** One tier only. */
    public static final CoinTiers NONE = new CoinTiers(0);

    private final long[] fromLots;
    private final RiskRow[] rows;
    private int count;

    /** One tier only, so far. */
    public CoinTiers() {
        this(MAX);
    }

    private CoinTiers(final int room) {
        fromLots = new long[room];
        rows = new RiskRow[room];
    }

    /** Takes all further tiers away. */
    public void clear() {
        count = 0;
    }

    /**
     * Adds a tier above the others.
     *
     * @param from lots above which it holds.
     * @param difference by how much a lot differs from one in the tier below: in its changes and its haircuts.
     */
    public void add(final long from, final RiskRow difference) {
        fromLots[count] = from;
        rows[count++] = difference;
    }

    /** {@return number of further tiers} */
    public int count() {
        return count;
    }

    /**
     * Lots above which a tier holds.
     *
     * @param tier from 0, the second of the haircut.
     * @return not negative.
     */
    public long fromLots(final int tier) {
        return fromLots[tier];
    }

    /**
     * By how much a lot differs from one in the tier below.
     *
     * @param tier from 0, the second of the haircut.
     * @return a row of which all but changes and haircuts is 0.
     */
    public RiskRow row(final int tier) {
        return rows[tier];
    }

    /**
     * What of a holding is above the lower end of a tier: its share of what is above of all that its owner has.
     *
     * @param tier from 0, the second of the haircut.
     * @param lots signed: a holding that is taken away again is negative.
     * @param others what other accounts of the owner hold, not negative.
     * @return of the same sign, rounded down: the higher haircut, which takes less of a fall, is that of no more than is so; 0 when none is.
     */
    public long above(final int tier, final long lots, final long others) {
        final long held = Math.abs(lots);
        final long above = Math.max(0, held + others - fromLots[tier]);
        return Long.signum(lots)
                * (others == 0 || above == 0 ? above : FixedPoint.mulDivFloor(above, held, held + others, held));
    }
}
