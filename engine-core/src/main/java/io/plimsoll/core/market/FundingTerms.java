package io.plimsoll.core.market;

import io.plimsoll.core.fixed.StateHash;

/**
 * Terms of a perpetual's funding.
 *
 * @param intervalNs time between two payments, which are at multiples of it since 1970; 0: funding is paid all the time.
 * @param periodNs time that a rate is for.
 * @param rule how the rate follows from the premium.
 * @param marginFactorPpm bounds the rate by this x (initial less maintenance rate of the lowest tier); 0: it does not.
 */
public record FundingTerms(long intervalNs, long periodNs, FundingRule rule, int marginFactorPpm) {
    /** Longest interval and period: 30 days. */
    public static final long DURATION_MAX_NS = 30 * 86_400_000_000_000L;

    /** Shortest interval, where there is one, and shortest period: a second. */
    public static final long DURATION_MIN_NS = 1_000_000_000L;

    /** {@return whether funding is paid all the time} */
    public boolean isContinuous() {
        return intervalNs == 0;
    }

    /** {@return whether interval and period are in their ranges} */
    public boolean hasValidTimes() {
        return (isContinuous() || isDuration(intervalNs)) && isDuration(periodNs);
    }

    private static boolean isDuration(final long ns) {
        return ns >= DURATION_MIN_NS && ns <= DURATION_MAX_NS;
    }

    long mixInto(final long hash) {
        long h = StateHash.mix(hash, intervalNs);
        h = StateHash.mix(h, periodNs);
        h = StateHash.mix(h, rule.interest());
        h = StateHash.mix(h, rule.clampLower());
        h = StateHash.mix(h, rule.clampUpper());
        h = StateHash.mix(h, rule.factor());
        h = StateHash.mix(h, rule.rateLower());
        h = StateHash.mix(h, rule.rateUpper());
        return StateHash.mix(h, marginFactorPpm);
    }
}
