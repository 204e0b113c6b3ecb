package io.plimsoll.core.market;

import io.plimsoll.core.fixed.HashKind;
import io.plimsoll.core.fixed.Rate;
import io.plimsoll.core.fixed.StateHash;
import io.plimsoll.core.instrument.Asset;
import io.plimsoll.core.math.VarianceFilter;

/**
 * Volatility of every underlying: what accepted prices say, and the rung of the {@link VolatilityLadder} that joint scenarios
 * use. The filter takes one price an hour of event time. The rung follows only at a fix; it is never below the underlying's
 * floor, and within any 24 hours never above 1.10 times its lowest nor below 0.95 times its highest.
 */
public final class VolatilityBook {
    /** Least time between two fixes. */
    public static final long FIX_INTERVAL_NS = 300_000_000_000L;

    private static final long SAMPLE_NS = 3_600_000_000_000L;
    private static final long WINDOW_NS = 86_400_000_000_000L;

    private final Followed[] byAsset;
    private final StateHash stateHash;
    private FollowRule rule = FollowRule.DEFAULT;
    private long lastFixNs;

    /** What is known of one underlying. */
    private static final class Followed {
        private final int id;
        private final long[] times = new long[(int) (WINDOW_NS / FIX_INTERVAL_NS) + 2];
        private final int[] rungs = new int[times.length];
        private long floor;
        private long variance;
        private long price;
        private long timeNs;
        private int first;
        private int count;
        private int rung;

        Followed(final int id) {
            this.id = id;
        }

        long hash() {
            long h = StateHash.start(HashKind.VOLATILITY);
            h = StateHash.mix(h, id);
            h = StateHash.mix(h, floor);
            h = StateHash.mix(h, variance);
            h = StateHash.mix(h, price);
            h = StateHash.mix(h, timeNs);
            h = StateHash.mix(h, rung);
            for (int i = 0; i < count; i++) {
                h = StateHash.mix(h, times[at(i)]);
                h = StateHash.mix(h, rungs[at(i)]);
            }
            return StateHash.finish(h);
        }

        private int at(final int index) {
            return (first + index) % times.length;
        }

        void forgetBefore(final long ns) {
            while (count > 0 && times[first] <= ns) {
                first = at(1);
                count--;
            }
        }

        void remember(final long ns) {
            final int at = at(count++);
            times[at] = ns;
            rungs[at] = rung;
        }

        int lowest() {
            int least = rung;
            for (int i = 0; i < count; i++) {
                least = Math.min(least, rungs[at(i)]);
            }
            return least;
        }

        int highest() {
            int most = rung;
            for (int i = 0; i < count; i++) {
                most = Math.max(most, rungs[at(i)]);
            }
            return most;
        }
    }

    /**
     * Follows nothing yet.
     *
     * @param assets room for assets.
     * @param stateHash hash to keep up to date.
     */
    public VolatilityBook(final int assets, final StateHash stateHash) {
        this.byAsset = new Followed[assets];
        this.stateHash = stateHash;
    }

    /**
     * Follows prices by another rule from now on; it is a part of the scenario set, and so of its hash.
     *
     * @param another sound.
     */
    public void rule(final FollowRule another) {
        rule = another;
    }

    /**
     * Follows an underlying from now on, at its floor; or gives one that is followed another floor.
     *
     * @param asset the underlying.
     * @param floor least value, a rate.
     */
    public void follow(final Asset asset, final long floor) {
        final Followed known = byAsset[asset.ordinal()];
        final Followed followed = known == null ? new Followed(asset.id()) : known;
        final long before = known == null ? 0 : known.hash();
        followed.floor = floor;
        if (known == null) {
            byAsset[asset.ordinal()] = followed;
            followed.variance = Rate.timesCeil(floor, floor);
            followed.rung = VolatilityLadder.atLeast(floor);
        }
        stateHash.replace(before, followed.hash());
    }

    /**
     * Whether an underlying is followed.
     *
     * @param asset the underlying.
     * @return true once it is.
     */
    public boolean isFollowed(final Asset asset) {
        return byAsset[asset.ordinal()] != null;
    }

    /**
     * Takes an accepted price.
     *
     * @param asset of which.
     * @param price positive.
     * @param nowNs the engine's time.
     */
    public void onPrice(final Asset asset, final long price, final long nowNs) {
        final Followed followed = byAsset[asset.ordinal()];
        if (followed == null || (followed.price != 0 && nowNs - followed.timeNs < SAMPLE_NS)) {
            return;
        }
        final long before = followed.hash();
        if (followed.price != 0) {
            followed.variance = VarianceFilter.next(
                    followed.variance, followed.price, price, nowNs - followed.timeNs, rule.lambda());
        }
        followed.price = price;
        followed.timeNs = nowNs;
        stateHash.replace(before, followed.hash());
    }

    /** {@return earliest time of the next fix} */
    public long nextFixNs() {
        return lastFixNs == 0 ? 0 : lastFixNs + FIX_INTERVAL_NS;
    }

    /**
     * Notes that a fix takes place.
     *
     * @param nowNs the engine's time, not before {@link #nextFixNs}.
     */
    public void fixing(final long nowNs) {
        stateHash.replace(hashOfFix(), 0);
        lastFixNs = nowNs;
        stateHash.replace(0, hashOfFix());
    }

    /**
     * Moves the rung of an underlying that is followed.
     *
     * @param asset the underlying.
     * @param nowNs the engine's time.
     * @return whether it moved.
     */
    public boolean fix(final Asset asset, final long nowNs) {
        final Followed followed = byAsset[asset.ordinal()];
        final long before = followed.hash();
        followed.forgetBefore(nowNs - WINDOW_NS);
        final int most = VolatilityLadder.atMost(
                Rate.timesFloor(VolatilityLadder.value(followed.lowest()), Rate.ONE + rule.rise()));
        final int least = VolatilityLadder.atLeast(
                Rate.timesFloor(VolatilityLadder.value(followed.highest()), Rate.ONE - rule.fall()));
        final int wanted = VolatilityLadder.atLeast(Math.max(followed.floor, filtered(asset)));
        final int rung = Math.max(least, Math.min(most, wanted));
        // What was used until now counts in the window until now.
        followed.remember(nowNs);
        final boolean moved = rung != followed.rung;
        followed.rung = rung;
        stateHash.replace(before, followed.hash());
        return moved;
    }

    /**
     * What accepted prices say.
     *
     * @param asset an underlying that is followed.
     * @return standard deviation of a day's return, a rate.
     */
    public long filtered(final Asset asset) {
        return VarianceFilter.deviation(byAsset[asset.ordinal()].variance);
    }

    /**
     * What joint scenarios use.
     *
     * @param asset an underlying that is followed.
     * @return standard deviation of a day's return, a rate.
     */
    public long used(final Asset asset) {
        return VolatilityLadder.value(byAsset[asset.ordinal()].rung);
    }

    /**
     * Hash of what is known of an underlying.
     *
     * @param asset the underlying.
     * @return its part of the state hash.
     */
    public long hashOf(final Asset asset) {
        final Followed followed = byAsset[asset.ordinal()];
        return followed == null ? 0 : followed.hash();
    }

    /** {@return hash of the time of the last fix} */
    public long hashOfFix() {
        return lastFixNs == 0 ? 0 : StateHash.of(HashKind.VOLATILITY, 0, lastFixNs);
    }
}
