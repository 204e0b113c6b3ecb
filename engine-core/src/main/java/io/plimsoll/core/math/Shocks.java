package io.plimsoll.core.math;

import java.util.Arrays;

/** The scenarios of a set as one underlying sees them. Reuse the object; filled in the order of the scenarios. */
public final class Shocks {
    /** A basis moves the price of a forward at most as if it had this time left, years. */
    public static final double LONGEST_CARRY_YEARS = 1;

    private static final double HOURS_PER_YEAR = 365 * 24;

    private final double[] spots;
    private final double[] shares;
    private final double[] years;
    private final double[] bases;
    private final VolatilityMove[] moves;
    private int count;
    private int changes;

    /**
     * Has no scenarios yet.
     *
     * @param capacity how many there is room for.
     */
    public Shocks(final int capacity) {
        this.spots = new double[capacity];
        this.shares = new double[capacity];
        this.years = new double[capacity];
        this.bases = new double[capacity];
        this.moves = new VolatilityMove[capacity];
        Arrays.fill(moves, VolatilityMove.NONE);
    }

    /** Takes all scenarios away. */
    public void clear() {
        count = 0;
        changes++;
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
        add(spot, move, share, hours, 0);
    }

    /**
     * Adds a scenario in which the basis moves too: the price of a dated forward over that of the underlying.
     *
     * @param spot price after over price before.
     * @param move what happens to volatilities.
     * @param share by how much, for {@link VolatilityMove#SHARE}.
     * @param hours time that passes.
     * @param basis change of the basis, continuously compounded, per year.
     */
    public void add(
            final double spot, final VolatilityMove move, final double share, final double hours, final double basis) {
        spots[count] = spot;
        moves[count] = move;
        shares[count] = share;
        years[count] = hours / HOURS_PER_YEAR;
        bases[count] = basis;
        count++;
        changes++;
    }

    /** {@return number of scenarios} */
    public int count() {
        return count;
    }

    /** A number that is another one after each change. */
    int changes() {
        return changes;
    }

    double spot(final int scenario) {
        return spots[scenario];
    }

    /** Price after over price before of a forward: that of the underlying x exp(basis x what is left of its time). */
    double forward(final int scenario, final double yearsToExpiry) {
        final double basis = bases[scenario];
        if (basis == 0) {
            return spots[scenario];
        }
        final double left = Math.max(0, yearsToExpiry - years[scenario]);
        return spots[scenario] * Exponential.exp(basis * Math.min(left, LONGEST_CARRY_YEARS));
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
