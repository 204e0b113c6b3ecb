package io.plimsoll.core.instrument;

import io.plimsoll.core.fixed.FixedPoint;
import io.plimsoll.core.fixed.HashKind;
import io.plimsoll.core.fixed.StateHash;

/**
 * Margin rates by notional, marginal like an income tax: each tier's rate holds for the part of the notional inside it, so
 * that the requirement has no jumps.
 */
public final class TierTable {
    /** Most tiers of a table. */
    public static final int TIERS_MAX = 16;

    private final int id;
    private final int ordinal;
    private final long[] fromNotional = new long[TIERS_MAX];
    private final int[] initialPpm = new int[TIERS_MAX];
    private final int[] maintenancePpm = new int[TIERS_MAX];
    private final long[] initialBelow = new long[TIERS_MAX];
    private final long[] maintenanceBelow = new long[TIERS_MAX];
    private int count;

    /**
     * An empty table.
     *
     * @param id of the table.
     * @param ordinal place among the tables, in the order of definition.
     */
    public TierTable(final int id, final int ordinal) {
        this.id = id;
        this.ordinal = ordinal;
    }

    /**
     * Takes over the tiers of another table.
     *
     * @param other filled and checked with {@link #isValid}.
     */
    public void copyFrom(final TierTable other) {
        clear();
        for (int i = 0; i < other.count; i++) {
            add(other.fromNotional[i], other.initialPpm[i], other.maintenancePpm[i]);
        }
    }

    /** Takes all tiers away. */
    public void clear() {
        count = 0;
    }

    /**
     * Adds a tier above the others.
     *
     * @param from notional from which it holds, in millionths of the margin currency.
     * @param initial initial margin rate.
     * @param maintenance maintenance margin rate.
     */
    public void add(final long from, final int initial, final int maintenance) {
        fromNotional[count] = from;
        initialPpm[count] = initial;
        maintenancePpm[count] = maintenance;
        if (count > 0) {
            final long width = Math.max(0, from - fromNotional[count - 1]);
            initialBelow[count] = initialBelow[count - 1] + FixedPoint.rateOfCeil(width, initialPpm[count - 1]);
            maintenanceBelow[count] =
                    maintenanceBelow[count - 1] + FixedPoint.rateOfCeil(width, maintenancePpm[count - 1]);
        }
        count++;
    }

    /**
     * Whether the tiers may be used: the first from 0, ascending, rates within (0, 100 %] and not falling, maintenance not
     * above initial.
     *
     * @return true when they may.
     */
    public boolean isValid() {
        boolean valid = count > 0 && fromNotional[0] == 0;
        for (int i = 0; i < count && valid; i++) {
            valid = maintenancePpm[i] > 0
                    && maintenancePpm[i] <= initialPpm[i]
                    && initialPpm[i] <= FixedPoint.PPM
                    && (i == 0 || risesAt(i));
        }
        return valid;
    }

    private boolean risesAt(final int i) {
        return fromNotional[i] > fromNotional[i - 1]
                && initialPpm[i] >= initialPpm[i - 1]
                && maintenancePpm[i] >= maintenancePpm[i - 1];
    }

    /**
     * Initial margin of a notional, rounded up.
     *
     * @param notional not negative, in millionths of the margin currency.
     * @return requirement in millionths of the margin currency.
     */
    public long initialMarginCeil(final long notional) {
        final int tier = tierOf(notional);
        return initialBelow[tier] + FixedPoint.rateOfCeil(notional - fromNotional[tier], initialPpm[tier]);
    }

    /**
     * Maintenance margin of a notional, rounded up.
     *
     * @param notional not negative, in millionths of the margin currency.
     * @return requirement in millionths of the margin currency.
     */
    public long maintenanceMarginCeil(final long notional) {
        final int tier = tierOf(notional);
        return maintenanceBelow[tier] + FixedPoint.rateOfCeil(notional - fromNotional[tier], maintenancePpm[tier]);
    }

    /**
     * The tier that a notional ends in.
     *
     * @param notional not negative, millionths of the margin currency.
     * @return from 0.
     */
    public int tierOf(final long notional) {
        int tier = count - 1;
        while (tier > 0 && notional < fromNotional[tier]) {
            tier--;
        }
        return tier;
    }

    /** {@return id of the table} */
    public int id() {
        return id;
    }

    /** {@return place among the tables, in the order of definition} */
    public int ordinal() {
        return ordinal;
    }

    /** {@return number of tiers} */
    public int count() {
        return count;
    }

    /**
     * Initial margin rate of a tier.
     *
     * @param tier from 0, below {@link #count}.
     * @return parts per million.
     */
    public int initialPpm(final int tier) {
        return initialPpm[tier];
    }

    /**
     * Maintenance margin rate of a tier.
     *
     * @param tier from 0, below {@link #count}.
     * @return parts per million.
     */
    public int maintenancePpm(final int tier) {
        return maintenancePpm[tier];
    }

    /** {@return hash of the tiers} */
    public long hash() {
        long h = StateHash.mix(StateHash.start(HashKind.TIER_TABLE), id);
        for (int i = 0; i < count; i++) {
            h = StateHash.mix(h, fromNotional[i]);
            h = StateHash.mix(h, initialPpm[i]);
            h = StateHash.mix(h, maintenancePpm[i]);
        }
        return StateHash.finish(h);
    }
}
