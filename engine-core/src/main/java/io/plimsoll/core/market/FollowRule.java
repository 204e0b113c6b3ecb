package io.plimsoll.core.market;

import io.plimsoll.core.fixed.Rate;

/**
 * How the volatility that scenarios use follows prices.
 *
 * @param lambda decay of a day, a rate.
 * @param rise share by which it rises at most within any 24 hours.
 * @param fall share by which it falls at most within any 24 hours.
 */
public record FollowRule(long lambda, long rise, long fall) {
    /** Of a scenario set that says nothing of it. */
    public static final FollowRule DEFAULT =
            new FollowRule(Rate.ONE / 100 * 99, Rate.ONE / 100 * 10, Rate.ONE / 100 * 5);

    private static final long LAMBDA_MAX = Rate.ONE / 1_000 * 999;
    private static final long RISE_MAX = 10 * Rate.ONE;
    private static final long FALL_MAX = Rate.ONE / 10 * 9;

    /** Below a step of the ladder nothing would ever move. */
    private static final long LEAST = Rate.ONE / 100 * 3;

    /** {@return whether all figures are within what a rule may say} */
    public boolean isSound() {
        return lambda >= Rate.ONE / 2
                && lambda <= LAMBDA_MAX
                && rise >= LEAST
                && rise <= RISE_MAX
                && fall >= LEAST
                && fall <= FALL_MAX;
    }
}
