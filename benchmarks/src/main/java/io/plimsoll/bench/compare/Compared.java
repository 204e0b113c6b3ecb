package io.plimsoll.bench.compare;

import io.plimsoll.bench.result.Better;
import io.plimsoll.bench.result.Interval;

/**
 * One figure of two builds.
 *
 * @param id of the figure.
 * @param unit of its values.
 * @param a median of A.
 * @param b median of B.
 * @param ratio of B to A: median and 95 % interval.
 * @param verdict what may be said.
 */
public record Compared(String id, String unit, double a, double b, Interval ratio, Verdict verdict) {
    /** What may be said of B beside A. */
    public enum Verdict {
        /** B is better, beyond the noise and by more than the threshold. */
        BETTER,
        /** B is worse, beyond the noise and by more than the threshold. */
        WORSE,
        /** The difference is not told from noise, or too small to matter. */
        WITHIN_NOISE,
        /** Too few rounds for 95 %. */
        TOO_FEW;

        @Override
        public String toString() {
            return switch (this) {
                case BETTER -> "better";
                case WORSE -> "worse";
                case WITHIN_NOISE -> "within noise";
                case TOO_FEW -> "too few rounds";
            };
        }
    }

    /**
     * Judges a ratio: the whole interval must lie on one side of 1, and the median beyond the threshold.
     *
     * @param ratio of B to A.
     * @param better which way the figure improves.
     * @param threshold smallest change that matters, such as 0.02.
     * @param samples number of ratios it was made of.
     * @return the verdict.
     */
    static Verdict judge(final Interval ratio, final Better better, final double threshold, final int samples) {
        if (samples < Comparison.SAMPLES_MIN) {
            return Verdict.TOO_FEW;
        }
        final boolean isLower = ratio.high() < 1 && ratio.median() < 1 - threshold;
        final boolean isHigher = ratio.low() > 1 && ratio.median() > 1 + threshold;
        if (!isLower && !isHigher) {
            return Verdict.WITHIN_NOISE;
        }
        return isLower == (better == Better.LOWER) ? Verdict.BETTER : Verdict.WORSE;
    }
}
