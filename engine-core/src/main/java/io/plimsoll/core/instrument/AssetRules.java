package io.plimsoll.core.instrument;

import io.plimsoll.core.fixed.StateHash;

/** Limits and rates of one asset. */
public final class AssetRules {
    private final long[] values = new long[AssetRule.count()];

    /** Rules as they are until somebody sets them. */
    AssetRules() {
        for (int i = 0; i < values.length; i++) {
            values[i] = AssetRule.at(i).initial();
        }
    }

    /**
     * Value of a rule.
     *
     * @param rule which.
     * @return its value, in the rule's unit.
     */
    public long get(final AssetRule rule) {
        return values[rule.index()];
    }

    /**
     * Sets a rule.
     *
     * @param rule which.
     * @param value from 0 to {@link AssetRule#max}.
     */
    public void set(final AssetRule rule, final long value) {
        values[rule.index()] = value;
    }

    /** What was never set leaves the hash as it is, so that a new kind of rule does too. */
    long mixInto(final long hash) {
        long h = hash;
        for (int i = 0; i < values.length; i++) {
            if (values[i] != AssetRule.at(i).initial()) {
                h = StateHash.mix(StateHash.mix(h, i), values[i]);
            }
        }
        return h;
    }
}
