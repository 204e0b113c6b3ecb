package io.plimsoll.lab.backtest;

/**
 * What the scenarios of every day are made with.
 *
 * @param range multiple of the price ranges of all classes.
 * @param lambda decay of the variance per day.
 * @param days rows of the joint block at most.
 */
public record WalkTerms(double range, double lambda, int days) {
    /** The default: ranges as they are, 0.99, 1,000 days. */
    public static final WalkTerms DEFAULT = new WalkTerms(1, 0.99, 1000);
}
