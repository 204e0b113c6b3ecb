package io.plimsoll.core.math;

import io.plimsoll.core.fixed.Rate;

/**
 * How far volatilities move. A move is given for an option of 30 days and is {@code (30 d / max(T, floor))^p} times that at
 * another expiry, with one power up to 30 days and another beyond.
 *
 * @param rangeUp share by which an up-move raises the volatility at 30 days.
 * @param rangeDown share by which a down-move lowers it.
 * @param shortPower power up to 30 days.
 * @param longPower power beyond.
 * @param floorDays expiries nearer than this move as if they were this far.
 * @param leastUp least volatility after an up-move.
 * @param most largest volatility after any move but none.
 * @param linear tilt of the smile.
 * @param absolute bend of the smile.
 */
public record VolatilityRules(
        double rangeUp,
        double rangeDown,
        double shortPower,
        double longPower,
        double floorDays,
        double leastUp,
        double most,
        SkewRule linear,
        SkewRule absolute) {
    private static final double DAYS_PER_YEAR = 365;
    private static final double PIVOT_DAYS = 30;

    /** Number of rates that rules are made of. */
    public static final int RATES = 19;

    /**
     * Rules from rates.
     *
     * @param r the figures of this record and its two {@link SkewRule}s, in their order.
     * @return the rules.
     */
    public static VolatilityRules of(final long... r) {
        final double one = Rate.ONE;
        return new VolatilityRules(
                r[0] / one,
                r[1] / one,
                r[2] / one,
                r[3] / one,
                r[4] / one,
                r[5] / one,
                r[6] / one,
                skew(r, 7),
                skew(r, 13));
    }

    private static SkewRule skew(final long[] r, final int at) {
        final double one = Rate.ONE;
        return new SkewRule(
                r[at] / one, r[at + 1] / one, r[at + 2] / one, r[at + 3] / one, r[at + 4] / one, r[at + 5] / one);
    }

    /**
     * How much more than at 30 days a volatility moves.
     *
     * @param years time to expiry.
     * @return {@code (30 d / max(T, floor))^p}.
     */
    public double term(final double years) {
        final double days = years * DAYS_PER_YEAR;
        final double power = days <= PIVOT_DAYS ? shortPower : longPower;
        final double held = Math.max(days, floorDays);
        return power == 0 ? 1 : Exponential.exp(power * Logarithm.logRatio(PIVOT_DAYS, held));
    }

    /**
     * The volatility after a move.
     *
     * @param move the move.
     * @param share of {@link VolatilityMove#SHARE}: by how much at 30 days.
     * @param volatility before.
     * @param term {@link #term} of the expiry.
     * @param years time to expiry.
     * @param moneyness ln(K / F).
     * @return the volatility after, not negative.
     */
    public double moved(
            final VolatilityMove move,
            final double share,
            final double volatility,
            final double term,
            final double years,
            final double moneyness) {
        return within(volatility * factor(move, share, term, years, moneyness), floor(move), ceiling(move));
    }

    /** What a volatility is multiplied by. */
    double factor(
            final VolatilityMove move,
            final double share,
            final double term,
            final double years,
            final double moneyness) {
        return switch (move) {
            case NONE -> 1;
            case UP -> 1 + rangeUp * term;
            case DOWN -> Math.max(0, 1 - rangeDown * term);
            case LINEAR -> linear.factor(moneyness, years);
            case ABSOLUTE -> absolute.factor(Math.abs(moneyness), years);
            case SHARE -> Math.max(0, 1 + share * term);
        };
    }

    /** The least volatility after a move. */
    double floor(final VolatilityMove move) {
        return move == VolatilityMove.UP ? Math.max(0, leastUp) : 0;
    }

    /** The highest volatility after a move. */
    double ceiling(final VolatilityMove move) {
        return move == VolatilityMove.NONE ? Double.POSITIVE_INFINITY : most;
    }

    /** A volatility within both. */
    static double within(final double volatility, final double floor, final double ceiling) {
        return Math.min(ceiling, Math.max(floor, volatility));
    }
}
