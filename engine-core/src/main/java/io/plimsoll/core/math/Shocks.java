package io.plimsoll.core.math;

import java.util.Arrays;

/** The scenarios of a set as one underlying sees them. Reuse the object; filled in the order of the scenarios. */
public final class Shocks {
    private static final double HOURS_PER_YEAR = 365 * 24;

    private final double[] spots;
    private final double[] shares;
    private final double[] years;
    private final VolatilityMove[] moves;
    private int count;

    /**
     * Has no scenarios yet.
     *
     * @param capacity how many there is room for.
     */
    public Shocks(final int capacity) {
        this.spots = new double[capacity];
        this.shares = new double[capacity];
        this.years = new double[capacity];
        this.moves = new VolatilityMove[capacity];
        Arrays.fill(moves, VolatilityMove.NONE);
    }

    /** Takes all scenarios away. */
    public void clear() {
        count = 0;
    }

    /**
     * Adds a scenario.
     *
     * @param spot price after over price before.
     * @param move what happens to volatilities.
     * @param share by how much, for {@link VolatilityMove#SHARE}.
     * @param hours time that passes.
     */
    public void add(final double spot, final VolatilityMove move, final double share, final double hours) {
        spots[count] = spot;
        moves[count] = move;
        shares[count] = share;
        years[count] = hours / HOURS_PER_YEAR;
        count++;
    }

    /** {@return number of scenarios} */
    public int count() {
        return count;
    }

    double spot(final int scenario) {
        return spots[scenario];
    }

    VolatilityMove move(final int scenario) {
        return moves[scenario];
    }

    double share(final int scenario) {
        return shares[scenario];
    }

    /** Time that passes, in years. */
    double years(final int scenario) {
        return years[scenario];
    }
}
